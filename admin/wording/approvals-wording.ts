import { approvals as en } from './en/approvals.ts'
import { approvals as id } from './id/approvals.ts'
import type { Wording } from './wording.ts'

/** Wording where one person asks and another decides. It comes with the pages that say it. */
export const approvalsWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
