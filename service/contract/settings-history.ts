import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

/** A line says who changed what, and since when it holds. */
export const settingsHistory = z
  .object({
    items: z.array(
      z.object({
        at: instant,
        /** `null`: somebody who is no longer of the office. */
        by: z.string().nullable(),
        /** `path` is the place of a value: keys, joined by dots. Long texts are cut. */
        changes: z.array(z.object({ path: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('SettingsHistory')
export type SettingsHistoryView = Shown<typeof settingsHistory>
