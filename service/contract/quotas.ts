import { z } from '@hono/zod-openapi'
import type { Shown } from './shown.ts'

const use = z.object({ limit: z.number(), used: z.number() })

/** Used gigabytes have fractions. */
export const quotasUsed = z
  .object({ filingsPerHour: use, filingsPerDay: use, evidenceGigabytes: use, members: use })
  .openapi('QuotasUsed')
export type QuotasUsedView = Shown<typeof quotasUsed>

export const setQuotas = z
  .strictObject({
    filingsPerHour: z.int().min(1).max(1_000_000),
    filingsPerDay: z.int().min(1).max(10_000_000),
    evidenceGigabytes: z.int().min(1).max(1_000_000),
    members: z.int().min(1).max(500),
  })
  .openapi('SetQuotas')
export type SetQuotasInput = z.input<typeof setQuotas>
