import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

/** The file that `import-tenant` left beside the copy. */
export const bringConfirmation = z
  .strictObject({ confirmation: z.string().min(1).max(40_000) })
  .openapi('BringConfirmation')

export const departureView = z
  .object({
    tenant: z.string(),
    exportedAt: instant,
    movedTo: z.string().nullable(),
    confirmedAt: instant.nullable(),
    allowedAt: instant.nullable(),
    /** The viewer brought the confirmation, so somebody else allows the deletion. */
    mine: z.boolean(),
    cases: z.int(),
  })
  .openapi('Departure')
export type DepartureView = Shown<typeof departureView>
