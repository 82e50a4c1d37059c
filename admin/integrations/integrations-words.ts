import { integrations as en } from '../messages/en/integrations.ts'
import { integrations as id } from '../messages/id/integrations.ts'
import type { Words } from '../messages/words.ts'

/** What is said about links to other systems. It comes with the page that says it. */
export const integrationsWords = ({ language }: Pick<Words, 'language'>): typeof id => (language === 'en' ? en : id)
