import { snippet as en } from '../../wording/en/snippet.ts'
import { snippet as id } from '../../wording/id/snippet.ts'
import type { Words } from '../../wording/wording.ts'

const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

/** What is said about the form on a site, in both languages: it comes with the page that says it. */
export const snippetWords = ({ language }: Pick<Words, 'language'>): typeof id => said[language]
