import { z } from '@hono/zod-openapi'
import { instant, requiredText } from './fields.ts'

export const unitTrust = z
  .object({
    name: z.string(),
    parent: z.string(),
    timeZone: z.string(),
    openedAt: instant,
    /** `null`: the operator of the service has not said that this is the office, or the office changed its name since. */
    vouchedFor: z.object({ at: instant, by: z.string(), basis: z.string() }).nullable(),
    /** Of the key that signs receipts and letters: groups of digits, to be read aloud. */
    fingerprint: z.array(z.string()),
    /** The form at the service's own address, and the page that says there what stands here. */
    form: z.string(),
    page: z.string(),
  })
  .openapi('UnitTrust')
export type UnitTrustView = z.infer<typeof unitTrust>

export const vouchRequest = z
  .strictObject({
    /** `null` takes it back. */
    word: z.strictObject({ by: requiredText(120), basis: requiredText(400) }).nullable(),
  })
  .openapi('VouchRequest')
