import { integrations as en } from './en/integrations.ts'
import { integrations as id } from './id/integrations.ts'
import type { Wording } from './wording.ts'

/** Wording about links to other systems. It comes with the page that says it. */
export const integrationsWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
