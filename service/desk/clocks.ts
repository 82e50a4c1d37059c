import type { UnitNow } from '../case/access/deciders.ts'
import {
  COMPLETION,
  hasOfficePause,
  lateClocks,
  latestEndOfPause,
  mayPause,
  pauseAll,
  pauseByOffice,
  resumeByOffice,
  runningHandling,
  runsForOffice,
  saysEnough,
  stopClocks,
  withClock,
} from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import { extendClock, isOverdue, type RunningClock } from '../case/deadlines/clocks.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { DelayExplained } from '../case/shape/handling.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { dayNumberOf } from '../offices/calendar/office-calendar.ts'
import { packNamed, type RulePacks } from '../offices/calendar/rule-pack.ts'
import { closingOf } from '../offices/calendar/working-days.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { type IdentityPolicy, policyFor } from '../offices/tenants/tenant.ts'
import type { CompletionItem } from '../offices/vocabulary.ts'
import { DAY, type Day, parseDay, plusMilliseconds } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'
import { notWellFounded } from './redactions.ts'

const pauserOf = ({ permissions }: Pick<StaffMember, 'permissions'>) =>
  permissions.has('cases.approve') ? 'head' : 'staff'

/** A second pause is the head's, and there is no third. Dates that all have passed are explained, not paused. */
export function whyNotPause(
  staff: Pick<StaffMember, 'permissions'>,
  { clocks }: Pick<Complaint, 'clocks'>,
  { at }: Pick<UnitNow, 'at'>,
): Refusal | null {
  if (!mayPause(clocks, pauserOf(staff))) return new Refusal('conflict', 'clock/paused-enough')
  const paused = pauseByOffice(clocks, '', at, at)
  return paused.some((clock, which) => clock !== clocks[which]) ? null : new Refusal('conflict', 'clock/already-late')
}

/**
 * Stops the office's clocks for as long as the rule allows. The reporter is notified and reads why, and how long at
 * most.
 */
export function pauseClocks(
  complaint: Complaint,
  { reason, as }: { readonly reason: string; readonly as: 'staff' | 'head' },
  by: Actor,
  moment: Moment,
): Complaint {
  if (!runsForOffice(complaint.clocks)) throw new Refusal('conflict', 'clock/none-runs')
  if (!mayPause(complaint.clocks, as)) throw new Refusal('conflict', 'clock/paused-enough')
  if (!saysEnough(reason)) throw refuseField('clock/reason-says-little', 'reason', 'too-short')
  const id = moment.newId()
  const clocks = pauseByOffice(complaint.clocks, id, moment.at, latestEndOfPause(complaint, moment))
  if (clocks.every((clock, at) => clock === complaint.clocks[at])) throw new Refusal('conflict', 'clock/already-late')
  return applyDecision(
    complaint,
    moment,
    {
      clocks,
      dossier: { clockReasons: { ...complaint.dossier.clockReasons, [id]: reason } },
    },
    { event: 'clocks_paused', by, text: reason, notice: 'paused' },
  )
}

export function resumeClocks(complaint: Complaint, by: Actor, moment: Moment): Complaint {
  if (!hasOfficePause(complaint.clocks)) throw new Refusal('conflict', 'clock/none-stands')
  return applyDecision(
    complaint,
    moment,
    { clocks: resumeByOffice(complaint.clocks, moment, moment.at) },
    { event: 'clocks_resumed', by },
  )
}

export const pauseAct: ActSteps<{ readonly reason: string }> = {
  words: ({ reason }) => [reason],
  prepare:
    ({ reason }, _, staff) =>
    (complaint, by, moment) =>
      pauseClocks(complaint, { reason, as: pauserOf(staff) }, by, moment),
}

export const resumeAct: ActSteps<object> = { words: () => [], prepare: () => resumeClocks }

interface DelayExplanation {
  readonly reason: string
  readonly newDate: Day
}

const FARTHEST = 366 * DAY

/**
 * Late clocks keep their missed date and get the promised one beside it; when that passes too, the reporter is notified
 * again.
 */
export function explainDelay(
  complaint: Complaint,
  { reason, newDate }: DelayExplanation,
  by: Actor,
  moment: Moment,
): Complaint {
  const late = lateClocks(complaint.clocks)
  if (late.length === 0) throw new Refusal('conflict', 'clock/none-late')
  const promisedAt = closingOf(dayNumberOf(newDate), moment.calendar)
  if (promisedAt <= moment.at || promisedAt > plusMilliseconds(moment.at, FARTHEST)) {
    const code = promisedAt <= moment.at ? 'in-past' : 'too-far'
    throw refuseField('request/invalid', 'newDate', code)
  }
  const explained: DelayExplained = { at: moment.at, by, reason, newDate: promisedAt }
  return applyDecision(
    complaint,
    moment,
    {
      clocks: complaint.clocks.map((clock) => (late.includes(clock) ? { ...clock, promisedAt } : clock)),
      dossier: { delays: [...complaint.dossier.delays, explained] },
    },
    { event: 'delay_explained', by, text: reason, notice: 'delay_explained' },
  )
}

export const explainDelayAct: ActSteps<{ readonly reason: string; readonly newDate: string }> = {
  words: ({ reason }) => [reason],
  prepare:
    ({ reason, newDate }) =>
    (complaint, by, moment) =>
      // The contract has checked that this is a date of the calendar.
      explainDelay(complaint, { reason, newDate: parseDay(newDate) }, by, moment),
}

export interface HandlingExtension {
  readonly days: number
  readonly reason: string
}

/** Returns how many days can be added at once, or `null` if none can or the clock does not run. */
export function extensionLeft(complaint: Complaint, packs: RulePacks, at: Moment['at']): number | null {
  const clock = runningHandling(complaint.clocks)
  if (!clock || isOverdue(clock, at)) return null
  const { times, days } = packNamed(packs, complaint.rulePack).extension
  return timesExtended(clock) < times ? days : null
}

export function whyNotExtend(_: unknown, complaint: Complaint, { rulePacks, at }: UnitNow): Refusal | null {
  const handling = runningHandling(complaint.clocks)
  if (!handling) return new Refusal('conflict', 'clock/none-runs')
  if (isOverdue(handling, at)) return new Refusal('conflict', 'clock/already-late')
  return extensionLeft(complaint, rulePacks, at) === null ? new Refusal('conflict', 'clock/extended-enough') : null
}

const timesExtended = ({ extensions }: RunningClock): number => extensions?.length ?? 0

/**
 * The head extends handling before its date has passed, with a reason that the reporter reads. A passed date is
 * explained instead.
 */
export function extendHandling(
  complaint: Complaint,
  { days, reason }: HandlingExtension,
  by: Actor,
  moment: Moment,
): Complaint {
  const handling = runningHandling(complaint.clocks)
  if (!handling) throw new Refusal('conflict', 'clock/none-runs')
  if (isOverdue(handling, moment.at)) throw new Refusal('conflict', 'clock/already-late')
  const most = extensionLeft(complaint, moment.rulePacks, moment.at)
  if (most === null) throw new Refusal('conflict', 'clock/extended-enough')
  if (days > most) throw refuseField('request/invalid', 'days', 'too-many')
  const id = moment.newId()
  const extended = extendClock(handling, days, id, moment.calendar, moment.at)
  return applyDecision(
    complaint,
    moment,
    {
      clocks: complaint.clocks.map((clock) => (clock === handling ? extended : clock)),
      dossier: { clockReasons: { ...complaint.dossier.clockReasons, [id]: reason } },
    },
    { event: 'extended', by, text: reason, notice: 'extended' },
  )
}

export const extendAct: ActSteps<HandlingExtension> = {
  words: ({ reason }) => [reason],
  prepare: (request) => (complaint, by, moment) => extendHandling(complaint, request, by, moment),
}

export interface CompletionQuestion {
  readonly items: readonly CompletionItem[]
  readonly text: string
}

/**
 * The office's clocks pause while the reporter's runs. Where complaints without identity are weighed, asking for an
 * identity records that this one is not well founded yet.
 */
export function askForCompletion(
  complaint: Complaint,
  { items, text }: CompletionQuestion,
  policy: IdentityPolicy,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'incomplete')
  const { at } = moment
  const answeredOnce = stopClocks(complaint.clocks, ['first_response'], at)
  return applyDecision(
    complaint,
    moment,
    {
      status: 'incomplete',
      clocks: withClock(pauseAll(answeredOnce, COMPLETION, at), 'completion', complaint, moment, at),
      dossier: {
        ...(items.includes('identity') && policy !== 'open' && notWellFounded(complaint, text, at)),
        completion: {
          askedAt: at,
          items,
          text,
          resumes: complaint.status === 'in_progress' ? 'in_progress' : 'received',
        },
      },
    },
    { event: 'completion_asked', by, text, notice: 'completion_asked' },
  )
}

export const askForCompletionAct: ActSteps<CompletionQuestion> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment, settings) =>
    askForCompletion(complaint, request, policyFor(settings, complaint.category), by, moment),
}
