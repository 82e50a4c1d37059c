import { integrations as en } from './en/integrations.ts'
import { integrations as id } from './id/integrations.ts'
import type { Words } from './wording.ts'

/** What is said about links to other systems. It comes with the page that says it. */
export const integrationsWords = ({ language }: Pick<Words, 'language'>): typeof id => (language === 'en' ? en : id)
