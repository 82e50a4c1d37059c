import { z } from '@hono/zod-openapi'
import type { InstantAct } from '../offices/act-vocabulary.ts'
import { keysOf } from '../shared/records.ts'
import { actBodies } from './acts.ts'
import { day, instant, strictObject, timeOfDay } from './fields.ts'
import type { Shown } from './shown.ts'

const { message, note, 'ask-for-completion': ask, answer, decline, extend, pause } = actBodies
const { 'decide-objection': decide, 'explain-delay': explain } = actBodies

/** A time as the office's own clock shows it. */
const officeTime = z.strictObject({ day, time: timeOfDay })

const when = { on: officeTime.optional() }

/** What reaches a reporter may also wait for a chosen time; without `on` it is done in ten seconds. */
const laterBodies = {
  message: strictObject('TimedMessage', { ...message.shape, ...when }),
  note: strictObject('TimedNote', { ...note.shape, ...when }),
  'ask-for-completion': strictObject('TimedAskForCompletion', { ...ask.shape, ...when }),
  answer: strictObject('TimedAnswer', { ...answer.shape, ...when }),
  decline: strictObject('TimedDecline', { ...decline.shape, ...when }),
  'decide-objection': strictObject('TimedDecideObjection', { ...decide.shape, ...when }),
  extend: strictObject('TimedExtend', { ...extend.shape, ...when }),
  'explain-delay': strictObject('TimedExplainDelay', { ...explain.shape, ...when }),
  pause: strictObject('TimedPause', { ...pause.shape, ...when }),
}

const {
  'set-label': _,
  transcribe: __,
  redact: ___,
  'name-improvement': ____,
  ...waiting
} = actBodies satisfies Record<InstantAct, unknown>

/** The bodies of all acts that can be taken back for ten seconds. */
export const timedBodies = { ...waiting, ...laterBodies }

/** These are the verbs of `POST …/cases/{number}/timed/{verb}`. */
export const timedActs = keysOf(timedBodies)
export type TimedActName = keyof typeof timedBodies

export const rescheduleTimed = strictObject('RescheduleTimed', { on: officeTime })
export type RescheduleTimed = Shown<typeof rescheduleTimed>

/** What waits in a case for its time; nothing of it is done, and its reporter sees nothing of it. */
const timedActView = z.object({
  id: z.string(),
  act: z.enum([...timedActs, 'series']),
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
