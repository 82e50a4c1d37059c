import { z } from '@hono/zod-openapi'
import { instant, requiredText } from './fields.ts'

export const widgetVersionList = z
  .object({
    items: z.array(
      z.object({
        version: z.string(),
        /** What a page writes into `integrity`, by the name of each script. */
        integrity: z.record(z.string(), z.string()),
        /** On how many sites pages showed it, of how many units; `null`: on none that is known. */
        spread: z.object({ sites: z.int(), units: z.int(), lastSeenAt: instant }).nullable(),
        withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('WidgetVersionList')
export type WidgetVersionListView = z.infer<typeof widgetVersionList>

export const withdrawWidget = z.strictObject({ reason: requiredText(500) }).openapi('WithdrawWidget')
