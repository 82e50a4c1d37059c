import { z } from '@hono/zod-openapi'
import { caseNumber, day, requiredText } from './fields.ts'
import type { Shown } from './shown.ts'

/** What one wants to be reminded of, in characters. */
const LONGEST_REASON = 200

export const setReminder = z
  .strictObject({
    /** From this day on it is in the list of the day: today or later, within a year. */
    day,
    reason: requiredText(LONGEST_REASON),
  })
  .openapi('SetReminder')

const reminder = z.object({ id: z.string(), day, reason: z.string() })

export const reminderParam = z.object({ id: z.string().regex(/^[\w-]{1,80}$/) })

/** One's own reminders on a case; nobody else reads them. */
export const caseReminders = z
  .object({
    items: z.array(reminder),
    /** Days on which the office works. */
    proposed: z.array(z.object({ name: z.enum(['tomorrow', 'next_monday', 'week_before_due']), day })),
  })
  .openapi('CaseReminders')
export type CaseReminders = Shown<typeof caseReminders>

export const ownReminder = reminder.extend({
  number: caseNumber,
  subject: z.string(),
  /** Its day is over. */
  late: z.boolean(),
  /** The case that leads this one since they were merged; `null` if they were not. */
  mergedInto: caseNumber.nullable(),
})
export type OwnReminder = Shown<typeof ownReminder>

export const ownReminders = z.object({ items: z.array(ownReminder) }).openapi('OwnReminders')
export type OwnReminders = Shown<typeof ownReminders>
