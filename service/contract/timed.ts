import { z } from '@hono/zod-openapi'
import { timedActs } from '../offices/act-vocabulary.ts'
import { actBodies } from './acts.ts'
import { day, instant, revision, timeOfDay } from './fields.ts'

const { message, note, 'ask-for-completion': ask, answer } = actBodies

/** An act that waits, as it is sent when it is done at once. */
const order = z.discriminatedUnion('act', [
  message.omit({ revision: true }).extend({ act: z.literal('message') }),
  note.omit({ revision: true }).extend({ act: z.literal('note') }),
  ask.omit({ revision: true }).extend({ act: z.literal('ask-for-completion') }),
  answer.omit({ revision: true }).extend({ act: z.literal('answer') }),
])

/** As the office's own clock shows it. */
const officeTime = z.strictObject({ day, time: timeOfDay })

/** Without `on` the act is done in ten seconds, and can be taken back until then. */
export const orderTimed = z.strictObject({ revision, order, on: officeTime.optional() }).openapi('OrderTimed')
export type OrderTimed = z.infer<typeof orderTimed>

export const rescheduleTimed = z.strictObject({ on: officeTime }).openapi('RescheduleTimed')
export type RescheduleTimed = z.infer<typeof rescheduleTimed>

/** What waits in a case for its time; nothing of it is done, and its reporter sees nothing of it. */
const timedActView = z.object({
  id: z.string(),
  act: z.enum(timedActs),
  by: z.string(),
  text: z.string(),
  dueAt: instant,
  /** Somebody chose the time; otherwise it can still be taken back for a moment. */
  chosen: z.boolean(),
  /** The viewer ordered it, so they may move it or send it now. */
  own: z.boolean(),
  mayStop: z.boolean(),
})
export type TimedActView = z.infer<typeof timedActView>

export const timedOfCase = {
  /** The next due comes first. */
  timed: z.array(timedActView),
  /** When the office next opens on another day: a usual time to send something later. */
  nextOpening: officeTime,
}
