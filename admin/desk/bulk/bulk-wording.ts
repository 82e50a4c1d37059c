import { bulk as en } from '../../wording/en/bulk.ts'
import { bulk as id } from '../../wording/id/bulk.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about one act on many cases. It comes with the pages that say it, for the register needs none of it. */
export const bulkWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
