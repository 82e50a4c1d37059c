import { clockNamed } from '../complaints/case-clocks.ts'
import type { Complaint } from '../complaints/complaint.ts'
import type { CompletionItem, DeclineReason, Language, NoticeEvent, Outcome, Status } from '../complaints/vocabulary.ts'
import type { ClockName } from '../deadlines/rule-pack.ts'
import type { PlaceValues } from '../notices/wording/places.ts'
import { DAY, type Instant } from '../shared/instant.ts'
import { sayDay } from '../shared/time-in-words.ts'
import type { TenantSettings } from '../tenants/tenant.ts'

/** The domain's words that a letter needs, in each language. */
export type LetterLabels = Readonly<
  Record<
    Language,
    {
      readonly status: Readonly<Record<Status, string>>
      readonly outcome: Readonly<Record<Outcome, string>>
      readonly declineReason: Readonly<Record<DeclineReason, string>>
      readonly completionItem: Readonly<Record<CompletionItem, string>>
    }
  >
>

/** By which clock a reporter hears more, after each event. */
const clocksOf: Partial<Readonly<Record<NoticeEvent, readonly ClockName[]>>> = {
  received: ['verification'],
  in_progress: ['handling_non_oversight', 'handling_oversight'],
  completion_asked: ['completion'],
  completion_reminder: ['completion'],
  answered: ['objection_window'],
  objection_received: ['objection_decision'],
  late: ['handling_non_oversight', 'handling_oversight'],
}

interface Written {
  readonly labels: LetterLabels
  readonly link: string
  readonly now: Instant
}

/** What the office told the reporter at this event, for a letter that is closed. Never who the reporter is. */
export function valuesFor(
  complaint: Complaint,
  event: NoticeEvent,
  { name, shortName, calendar }: Pick<TenantSettings, 'name' | 'shortName' | 'calendar'>,
  { labels: labelsIn, link, now }: Written,
): PlaceValues {
  const { language, dossier, status, clocks } = complaint
  const labels = labelsIn[language]
  const { completion, answer, declined, messages, breachNotices } = dossier
  const dueAt = clocksOf[event]?.flatMap((clock) => clockNamed(clocks, clock)?.dueAt ?? [])[0]
  const due = dueAt ? sayDay(dueAt, calendar.timeZone, language) : null
  const told = dossier.history.findLast((line) => line.event === event && line.public)?.text ?? null
  const reason = declined && `${labels.declineReason[declined.reason]}\n${declined.text}`
  return {
    office: name,
    officeShort: shortName,
    number: complaint.id,
    link,
    status: labels.status[status],
    dueDate: due,
    daysLeft: dueAt ? String(Math.max(0, Math.ceil((Date.parse(dueAt) - Date.parse(now)) / DAY))) : null,
    newDate: due,
    outcome: answer && labels.outcome[answer.outcome],
    asked:
      completion && [...completion.items.map((item) => `- ${labels.completionItem[item]}`), completion.text].join('\n'),
    message:
      event === 'data_breach'
        ? (breachNotices.at(-1)?.texts[language] ?? null)
        : (messages.findLast(({ by }) => by.kind === 'staff')?.text ?? null),
    reason: event === 'declined' ? reason : told,
    elsewhere: declined?.elsewhere ?? null,
    destination: told,
    answer: answer?.text ?? null,
    decision: told,
  }
}
