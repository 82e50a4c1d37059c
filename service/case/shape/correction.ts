import type { MatterFieldName } from './story-fields.ts'

/** What an office may put right in a case; the reporter's own words are not among it. */
export type CorrectedField = 'category' | 'class' | 'channel' | 'receivedAt' | MatterFieldName

/** One fact that the office put right. Codes, days and moments stand as they are kept; `null`: nothing was given. */
export interface Correction {
  readonly field: CorrectedField
  readonly from: string | null
  readonly to: string | null
}
