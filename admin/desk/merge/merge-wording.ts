import { merge as en } from '../../wording/en/merge.ts'
import { merge as id } from '../../wording/id/merge.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about merging. It comes with the pages that say it, for the register needs none of it. */
export const mergeWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
