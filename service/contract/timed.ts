import { z } from '@hono/zod-openapi'
import { waitingActs } from '../offices/act-vocabulary.ts'
import { actBodies } from './acts.ts'
import { day, instant, timeOfDay } from './fields.ts'

const { message, note, 'ask-for-completion': ask, answer, decline, extend, pause } = actBodies
const { 'decide-objection': decide, 'explain-delay': explain } = actBodies

/** As the office's own clock shows it. */
const officeTime = z.strictObject({ day, time: timeOfDay })

const when = { on: officeTime.optional() }

/** The bodies of the acts; without `on` they are done in ten seconds, and can be taken back until then. */
export const timedBodies = {
  message: z.strictObject({ ...message.shape, ...when }).openapi('TimedMessage'),
  note: z.strictObject({ ...note.shape, ...when }).openapi('TimedNote'),
  'ask-for-completion': z.strictObject({ ...ask.shape, ...when }).openapi('TimedAskForCompletion'),
  answer: z.strictObject({ ...answer.shape, ...when }).openapi('TimedAnswer'),
  decline: z.strictObject({ ...decline.shape, ...when }).openapi('TimedDecline'),
  'decide-objection': z.strictObject({ ...decide.shape, ...when }).openapi('TimedDecideObjection'),
  extend: z.strictObject({ ...extend.shape, ...when }).openapi('TimedExtend'),
  'explain-delay': z.strictObject({ ...explain.shape, ...when }).openapi('TimedExplainDelay'),
  pause: z.strictObject({ ...pause.shape, ...when }).openapi('TimedPause'),
}

/** The same with the name of the act, as it waits in the case. */
export const timedOrder = z.discriminatedUnion('act', [
  message.omit({ revision: true }).extend({ act: z.literal('message') }),
  note.omit({ revision: true }).extend({ act: z.literal('note') }),
  ask.omit({ revision: true }).extend({ act: z.literal('ask-for-completion') }),
  answer.omit({ revision: true }).extend({ act: z.literal('answer') }),
  decline.omit({ revision: true }).extend({ act: z.literal('decline') }),
  decide.omit({ revision: true }).extend({ act: z.literal('decide-objection') }),
  extend.omit({ revision: true }).extend({ act: z.literal('extend') }),
  explain.omit({ revision: true }).extend({ act: z.literal('explain-delay') }),
  pause.omit({ revision: true }).extend({ act: z.literal('pause') }),
])

export const rescheduleTimed = z.strictObject({ on: officeTime }).openapi('RescheduleTimed')
export type RescheduleTimed = z.infer<typeof rescheduleTimed>

/** What waits in a case for its time; nothing of it is done, and its reporter sees nothing of it. */
const timedActView = z.object({
  id: z.string(),
  act: z.enum(waitingActs),
  by: z.string(),
  /** For a series of acts, its name. */
  text: z.string(),
  dueAt: instant,
  /** Somebody chose the time; otherwise it can still be taken back for a moment. */
  chosen: z.boolean(),
  /** The viewer ordered it, so they may move it or send it now. */
  own: z.boolean(),
  mayStop: z.boolean(),
})

export const timedOfCase = {
  /** The next due comes first. */
  timed: z.array(timedActView),
  /** When the office next opens on another day: a usual time to send something later. */
  nextOpening: officeTime,
}
