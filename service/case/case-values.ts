import type { TimeZone } from '../offices/calendar/office-calendar.ts'
import type { ClockName } from '../offices/calendar/rule-pack.ts'
import { localDayOf } from '../offices/calendar/working-days.ts'
import type { NoticeEvent, NoticePlace } from '../offices/notice-vocabulary.ts'
import type { CompletionItem, DeclineReason, Language, Outcome, Status } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { sayDay } from '../shared/time-in-words.ts'
import type { Forwarded } from './shape/case-ties.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { HistoryEvent } from './shape/history.ts'

export const destinationOf = ({ to, reference }: Forwarded): string =>
  [to.name, to.address, reference?.text].filter(Boolean).join('\n')

export interface CaseWords {
  readonly status: Readonly<Record<Status, string>>
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly declineReason: Readonly<Record<DeclineReason, string>>
  readonly completionItem: Readonly<Record<CompletionItem, string>>
}

/** What a notice can reveal of a case besides its number. `dossier` is `null` if it was not opened. */
export interface TellableCase extends Pick<Complaint, 'status' | 'clocks'> {
  readonly dossier: Dossier | null
}

export interface Telling {
  readonly language: Language
  readonly timeZone: TimeZone
  readonly now: Instant
  readonly words: CaseWords
}

/** The clock whose date a notice contains. */
const clocksOf: Readonly<Partial<Record<NoticeEvent, readonly ClockName[]>>> = {
  received: ['verification'],
  in_progress: ['handling_non_oversight', 'handling_oversight'],
  completion_asked: ['completion'],
  completion_reminder: ['completion'],
  extended: ['handling_non_oversight', 'handling_oversight'],
  answered: ['objection_window'],
  declined: ['objection_window'],
  objection_received: ['objection_decision'],
}

/** Returns the values of the places as the case fills them now. */
export function caseValues(
  event: NoticeEvent,
  madeAt: Instant,
  { status, clocks, dossier }: TellableCase,
  telling: Telling,
): Partial<Record<NoticePlace, string | null>> {
  const { language, timeZone, now, words } = telling
  const running = clocks.filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null)
  const named = running.find(({ clock }) => clocksOf[event]?.includes(clock))?.dueAt
  const due = (event === 'late' ? latest(clocks.flatMap(({ toldPassed }) => toldPassed ?? [])) : named) ?? null
  const pauseEnd = event === 'paused' ? latest(clocks.flatMap(({ pauseEndsAt }) => pauseEndsAt ?? [])) : undefined
  const renewed =
    pauseEnd ?? (event === 'extended' ? named : latest(running.flatMap(({ promisedAt }) => promisedAt ?? [])))
  return {
    status: words.status[status],
    dueDate: due && sayDay(due, timeZone, language),
    newDate: renewed ? sayDay(renewed, timeZone, language) : null,
    daysLeft: due && String(Math.max(0, localDayOf(due, { timeZone }) - localDayOf(now, { timeZone }))),
    ...(dossier && contentOf(event, madeAt, dossier, telling)),
  }
}

const latest = (dates: readonly Instant[]): Instant | undefined => [...dates].sort().at(-1)

/** The history has had this name for it since before there was a notice. */
const lineOf = (event: NoticeEvent): HistoryEvent => (event === 'paused' ? 'clocks_paused' : event)

function contentOf(event: NoticeEvent, madeAt: Instant, dossier: Dossier, { language, words }: Telling) {
  const { completion, answer, declined, forwarded, messages, breachNotices, history } = dossier
  const written =
    history.findLast((line) => line.event === lineOf(event) && line.public && line.at === madeAt)?.text ?? null
  const message = messages.find(({ at, by }) => at === madeAt && by.kind === 'staff')?.text
  const breach = breachNotices.find(({ at }) => at === madeAt)?.texts?.[language] ?? written
  return {
    asked:
      completion && [...completion.items.map((item) => `- ${words.completionItem[item]}`), completion.text].join('\n'),
    message: (event === 'data_breach' ? breach : message) ?? null,
    reason: event === 'declined' ? declined && `${words.declineReason[declined.reason]}\n${declined.text}` : written,
    elsewhere: declined?.elsewhere ?? null,
    destination: forwarded && destinationOf(forwarded),
    outcome: answer && words.outcome[answer.outcome],
    answer: answer?.text ?? null,
    decision: event === 'objection_decided' ? written : null,
  }
}
