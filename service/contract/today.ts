import { z } from '@hono/zod-openapi'
import { caseTasks, pageTasks } from '../offices/vocabulary.ts'
import { staffActs } from './acts.ts'
import { caseLine, sealedWrongLine } from './case-view.ts'
import { ownReminder } from './reminders.ts'
import type { Shown } from './shown.ts'

export const todayQuery = z.object({ kind: z.enum(caseTasks).optional() })

/** Counts are exact up to 99; 100 stands for more. Kinds of which nothing waits are left out. */
const counts = {
  cases: z.array(z.object({ kind: z.enum(caseTasks), count: z.int() })),
  pages: z.array(z.object({ kind: z.enum(pageTasks), count: z.int() })),
}

export const todayCounts = z
  .object({
    ...counts,
    /** One’s own reminders that are due. */
    reminders: z.int(),
  })
  .openapi('TodayCounts')
export type TodayCounts = Shown<typeof todayCounts>

export const todayView = z
  .object({
    ...counts,
    /** The nearest date comes first. */
    items: z.array(
      caseLine.extend({
        kind: z.enum(caseTasks),
        /** The act that ends the wait; `null` where it is not one act, or not open to the reader. */
        act: z.enum(staffActs).nullable(),
      }),
    ),
    /** One’s own that are due, the earliest day first, whatever kind is asked for. */
    reminders: z.array(ownReminder),
    /** How many of one’s own come later. */
    laterReminders: z.int(),
    /** Cases among them that cannot be opened. */
    sealedWrong: z.array(sealedWrongLine),
  })
  .openapi('Today')
export type TodayView = Shown<typeof todayView>
