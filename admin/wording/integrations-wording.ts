import en from '../texts/en/integrations.json'
import id from '../texts/id/integrations.json'
import { inBoth } from './wording.ts'

/** Wording about links to other systems. It comes with the page that says it. */
export const integrationsWording = inBoth({ id, en })
