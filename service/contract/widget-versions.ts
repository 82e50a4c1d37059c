import { z } from '@hono/zod-openapi'
import { instant, requiredText } from './fields.ts'
import type { Shown } from './shown.ts'

export const widgetVersionList = z
  .object({
    items: z.array(
      z.object({
        version: z.string(),
        /** The value of `integrity` for a page, by the name of each script. */
        integrity: z.record(z.string(), z.string()),
        /** How many sites of how many offices showed it; `null` if none is known. */
        spread: z.object({ sites: z.int(), units: z.int(), lastSeenAt: instant }).nullable(),
        withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('WidgetVersionList')
export type WidgetVersionListView = Shown<typeof widgetVersionList>

export const withdrawWidget = z.strictObject({ reason: requiredText(500) }).openapi('WithdrawWidget')
