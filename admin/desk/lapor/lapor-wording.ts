import { lapor as en } from '../../wording/en/lapor.ts'
import { lapor as id } from '../../wording/id/lapor.ts'
import type { Words } from '../../wording/wording.ts'

/** What is said about LAPOR!, in both languages: it comes with the pages that say it, and burdens no other. */
const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

export const laporWords = ({ language }: Pick<Words, 'language'>): typeof id => said[language]
