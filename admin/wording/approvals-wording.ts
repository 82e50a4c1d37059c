import en from '../texts/en/approvals.json'
import id from '../texts/id/approvals.json'
import { inBoth } from './wording.ts'

/** Wording where one person asks and another decides. It comes with the pages that say it. */
export const approvalsWording = inBoth({ id, en })
