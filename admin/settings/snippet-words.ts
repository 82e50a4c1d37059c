import { snippet as en } from '../messages/en/snippet.ts'
import { snippet as id } from '../messages/id/snippet.ts'
import type { Words } from '../messages/words.ts'

const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

/** What is said about the form on a site, in both languages: it comes with the page that says it. */
export const snippetWords = ({ language }: Pick<Words, 'language'>): typeof id => said[language]
