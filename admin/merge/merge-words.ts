import { merge as en } from '../messages/en/merge.ts'
import { merge as id } from '../messages/id/merge.ts'
import type { Words } from '../messages/words.ts'

/** What is said about merging. It comes with the pages that say it, for the register needs none of it. */
export const mergeWords = ({ language }: Pick<Words, 'language'>): typeof id => (language === 'en' ? en : id)
