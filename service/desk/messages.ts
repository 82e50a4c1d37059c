import { changeCaseFor, pageWithoutHoles, readVisiblePage, sees } from '../case/access/case-access.ts'
import { momentOf } from '../case/access/case-actions.ts'
import { MOST_TRIES, mayCall, TRIED_AGAIN_AFTER, unitNowOf } from '../case/access/deciders.ts'
import {
  completionClock,
  dateOf,
  endPause,
  nextNoticeAt,
  pausedUntil,
  reminderMoments,
  stopClocks,
  unnotifiedClocks,
} from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import { notesOfMentioned } from '../case/news.ts'
import type { Office } from '../case/office/office.ts'
import { objectForReporter } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Note } from '../case/shape/correspondence.ts'
import type { Actor, HistoryEvent, Moment } from '../case/shape/history.ts'
import { leaveUndeliveredToPage, type Notice, retryUndelivered, undeliveredSince } from '../case/shape/notice.ts'
import { skipUnreadable, waitingFor } from '../case/store/kept-complaint.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { CallResult } from '../offices/vocabulary.ts'
import { plusMilliseconds } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { Page } from '../storage/collection.ts'
import type { StaffId } from '../storage/place.ts'
import type { ActSteps } from './case-act.ts'
import { handlersFor } from './dispatch.ts'

interface MessageToReporter {
  readonly text: string
}

interface ToJoined {
  readonly alsoJoined?: boolean | undefined
}

/** The office writes to the reporter. The first message stops the clock of the first response. */
export function writeToReporter(
  complaint: Complaint,
  { text, alsoJoined = false }: MessageToReporter & ToJoined,
  by: Actor,
  moment: Moment,
): Complaint {
  return applyDecision(
    complaint,
    moment,
    {
      clocks: stopClocks(complaint.clocks, ['first_response'], moment.at),
      dossier: { messages: [...complaint.dossier.messages, { id: moment.newId(), at: moment.at, by, text }] },
    },
    { event: 'message', by, notice: 'message', toJoined: alsoJoined },
  )
}

/** Only staff see a note and that there is one; mentioned colleagues are alerted. */
export function note(
  complaint: Complaint,
  { text, mentions = [] }: Pick<Note, 'text' | 'mentions'>,
  by: Actor,
  moment: Moment,
): Complaint {
  const written: Note = { at: moment.at, by, text, ...(mentions.length > 0 ? { mentions } : {}) }
  const noted = applyDecision(
    complaint,
    moment,
    { dossier: { notes: [...complaint.dossier.notes, written] } },
    { event: 'note', by, public: false },
  )
  const notes = notesOfMentioned(
    mentions.map(({ id }) => id),
    by,
    moment,
  )
  return { ...noted, alerts: [...noted.alerts, ...notes] }
}

export const messageAct: ActSteps<MessageToReporter & ToJoined> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment) => writeToReporter(complaint, request, by, moment),
}

interface Mentioning {
  readonly mentions?: readonly string[] | undefined
}

/** It throws `staff/unknown` alike for somebody who is not a member and for somebody from whom the case is hidden. */
export const noteAct: ActSteps<MessageToReporter & Mentioning> = {
  words: ({ text }) => [text],
  async prepare({ number, text, mentions: ids = [] }, ports, staff) {
    const asked = new Set(ids)
    const readers = asked.size > 0 ? await handlersFor(ports, staff, { number, part: 'assist' }) : []
    const mentions = readers
      .map(({ membership }) => membership)
      .filter(({ id }) => asked.has(id))
      .map(({ id, name }) => ({ id: id as StaffId, name }))
    if (mentions.length < asked.size) {
      throw refuseField('staff/unknown', 'mentions', 'unknown')
    }
    return (complaint, by, moment) => note(complaint, { text, mentions }, by, moment)
  },
}

interface WrittenCall {
  readonly result: CallResult
  /** The words of the reporter; needed where the matter is not settled, because they become the objection. */
  readonly text?: string | undefined
}

/**
 * Records whether the reporter calls the matter settled. If not, their objection is opened as if they had made it
 * themselves; who was not reached is tried again.
 */
export function recordCall(complaint: Complaint, { result, text }: WrittenCall, by: Actor, moment: Moment): Complaint {
  if (result === 'unsolved' && !text) {
    throw refuseField('request/invalid', 'text', 'required')
  }
  const calls = [...complaint.dossier.calls, { at: moment.at, by, result }]
  const isTriedAgain = result === 'no_contact' && triesOf(calls) < MOST_TRIES
  const after = applyDecision(
    complaint,
    moment,
    {
      callableFrom: isTriedAgain ? plusMilliseconds(moment.at, TRIED_AGAIN_AFTER) : null,
      dossier: { calls },
    },
    { event: called[result], by, text: result === 'unsolved' ? undefined : text },
  )
  return result === 'unsolved' && text ? objectForReporter(after, text, by, moment) : after
}

const called = {
  solved: 'called_solved',
  unsolved: 'called_unsolved',
  no_contact: 'called_no_contact',
} as const satisfies Record<CallResult, HistoryEvent>

/** Tries since the reporter was last reached. */
const triesOf = (calls: Complaint['dossier']['calls']): number =>
  calls.length - 1 - calls.findLastIndex(({ result }) => result !== 'no_contact')

export const recordCallAct: ActSteps<WrittenCall> = {
  words: ({ text }) => [text],
  async prepare(request, ports, staff) {
    const { settings } = await ports.tenants.get(staff.tenant)
    const office = await unitNowOf(ports, staff.tenant, settings)
    return (complaint, by, moment) => {
      if (!mayCall(staff, complaint, office)) throw new Refusal('conflict', 'call/not-offered')
      return recordCall(complaint, request, by, moment)
    }
  },
}

const system: Actor = { kind: 'system' }

/**
 * Notifies the reporter that a date has passed, or reminds them to complete, once for each date. several dates
 * after an outage share one notice. A pause by staff ends first, at its limit, so that the dates after it count.
 */
export function notifyReporter(complaint: Complaint, moment: Moment): Complaint {
  const due = nextNoticeAt(complaint)
  if (complaint.destroyed || due === null || due >= moment.at) return complaint
  const paused = pausedUntil(complaint.clocks)
  if (paused !== null && paused < moment.at) return notifyReporter(endPause(complaint, paused, moment), moment)
  const late = unnotifiedClocks(complaint.clocks, moment.at)
  if (late.length > 0) {
    const markNotified = (clock: (typeof late)[number]) => ({ ...clock, toldPassed: dateOf(clock) })
    const clocks = complaint.clocks.map((clock) => (late.includes(clock) ? markNotified(clock) : clock))
    return applyDecision(complaint, moment, { clocks }, { event: 'late', by: system, notice: 'late' })
  }
  const completion = completionClock(complaint)
  if (!completion) return complaint
  const reminders = reminderMoments(completion).filter((reminder) => reminder < moment.at).length
  const clocks = complaint.clocks.map((clock) => (clock === completion ? { ...clock, reminders } : clock))
  return applyDecision(
    complaint,
    moment,
    { clocks },
    { event: 'completion_reminder', by: system, notice: 'completion_reminder' },
  )
}

export async function notifyDueReporters(ports: Office): Promise<number> {
  const due = await ports.complaints.toTell(ports.now(), 500)
  for (const { tenant, number } of due) {
    const moment = await momentOf(ports, tenant)
    await skipUnreadable(ports.complaints.change(tenant, number, (complaint) => notifyReporter(complaint, moment)))
  }
  return due.length
}

/** People with one of these permissions see that a reporter gets their notices. */
export const carers = ['cases.handle', 'cases.verify', 'cases.enter'] as const

/** Lists cases with notices that no channel delivered, oldest first. */
export async function listUndelivered(
  { complaints, record }: Office,
  staff: StaffMember,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Complaint>> {
  requirePermission(staff, 'cases.read')
  await record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'undelivered' })
  return readVisiblePage(staff, paging, (page) =>
    complaints.list(staff.tenant, { ...waitingFor('undeliveredSince'), order: 'ascending', ...page }),
  )
}

const MOST_COUNTED = 100

/** Counts, up to a hundred, the visible cases that wait in a channel's queue. */
export async function countWaiting({ complaints }: Office, staff: StaffMember, line: string): Promise<number> {
  const { items } = await pageWithoutHoles(
    { limit: MOST_COUNTED },
    (page) => complaints.waitingIn(staff.tenant, line, page),
    (one) => sees(staff, one),
  )
  return items.length
}

/** Retries all undelivered notices of a case from the first channel on, or leaves them to the reporter's page. */
export async function settleUndelivered(
  ports: Office,
  staff: StaffMember,
  { number, how }: { readonly number: string; readonly how: 'retry' | 'set-aside' },
): Promise<Complaint> {
  const at = ports.now()
  const settle = (notice: Notice) => (how === 'retry' ? retryUndelivered(notice, at) : leaveUndeliveredToPage(notice))
  return changeCaseFor(ports, staff, carers, number, async (found) => {
    if (undeliveredSince(found.notices) === null) return found
    await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: number, detail: `${how}-notices` })
    return { ...found, notices: found.notices.map(settle) }
  })
}
