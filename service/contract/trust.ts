import { z } from '@hono/zod-openapi'
import { instant, requiredText } from './fields.ts'
import type { Shown } from './shown.ts'

export const unitTrust = z
  .object({
    name: z.string(),
    parent: z.string(),
    timeZone: z.string(),
    openedAt: instant,
    /** `null` if the operator has not confirmed that this is the office, or since the office changed its name. */
    vouchedFor: z.object({ at: instant, by: z.string(), basis: z.string() }).nullable(),
    /** The fingerprint of the key that signs receipts and letters: groups of digits, to be read aloud. */
    fingerprint: z.array(z.string()),
    /** The form at the service's own address, and its page of trust. */
    form: z.string(),
    page: z.string(),
  })
  .openapi('UnitTrust')
export type UnitTrustView = Shown<typeof unitTrust>

export const vouchRequest = z
  .strictObject({
    /** `null` withdraws the confirmation. */
    word: z.strictObject({ by: requiredText(120), basis: requiredText(400) }).nullable(),
  })
  .openapi('VouchRequest')
