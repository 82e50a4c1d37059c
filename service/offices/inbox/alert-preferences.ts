import type { Instant } from '../../shared/instant.ts'
import type { FieldProblem } from '../../shared/refusal.ts'
import type { OfficeCalendar } from '../calendar/office-calendar.ts'
import { localDayOf, localTimeOf, momentAt, nextOnWorkingDay, nextOpening } from '../calendar/working-days.ts'
import { type AlertKind, type AlertWay, alertKinds } from '../notice-vocabulary.ts'
import type { Permission, StaffMember } from '../staff/permissions.ts'
import type { Language } from '../vocabulary.ts'

/** Local times without e-mail; the range spans midnight where the second is the earlier. */
interface QuietTime {
  readonly from: string
  readonly to: string
}

export interface AlertPreferences {
  readonly language: Language
  readonly ways: Readonly<Record<AlertKind, AlertWay>>
  /** The digest leaves at this local time on working days: `07:30`. */
  readonly digestAt: string
  /** Mail waits for the next opening, or for the end of that time. */
  readonly quiet: 'outside_office_hours' | QuietTime
}

export const standardPreferences: AlertPreferences = {
  language: 'id',
  ways: {
    new_case: 'digest',
    dispatched_to_me: 'immediately',
    no_room: 'digest',
    mentioned: 'immediately',
    not_sent: 'immediately',
    rule: 'immediately',
    reporter_answered: 'digest',
    approval_waits: 'digest',
    case_opened: 'immediately',
    clock_near: 'digest',
    clock_over: 'immediately',
    clock_escalated: 'immediately',
    channel_dead: 'digest',
    message_arrived: 'digest',
    transfer_news: 'digest',
    who_is_meant: 'immediately',
    webhook_off: 'digest',
    role_granted: 'immediately',
    role_taken: 'immediately',
    member_changed: 'immediately',
    sealing_end_asked: 'immediately',
    sealing_ended: 'immediately',
  },
  digestAt: '07:30',
  quiet: 'outside_office_hours',
}

/** `null` means that it is not mailed. */
export function mailDueAt(
  kind: AlertKind,
  { ways, digestAt, quiet }: AlertPreferences,
  calendar: OfficeCalendar,
  now: Instant,
): Instant | null {
  switch (ways[kind]) {
    case 'off':
      return null
    case 'digest':
      return nextOnWorkingDay(now, digestAt, calendar)
    case 'immediately':
      return quiet === 'outside_office_hours' ? nextOpening(now, calendar) : afterQuiet(now, quiet, calendar)
  }
}

function afterQuiet(now: Instant, { from, to }: QuietTime, calendar: OfficeCalendar): Instant {
  const time = localTimeOf(now, calendar)
  const isOverMidnight = to < from
  const isQuiet = isOverMidnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return now
  const isTomorrow = isOverMidnight && time >= from
  return momentAt(localDayOf(now, calendar) + (isTomorrow ? 1 : 0), to, calendar)
}

/** Permissions of which one is needed to be alerted. A steward of a guarded case is alerted whatever their roles. */
const mayBeAlerted: Readonly<Record<AlertKind, readonly Permission[]>> = {
  new_case: ['cases.verify'],
  dispatched_to_me: ['cases.handle'],
  no_room: ['cases.verify', 'cases.approve'],
  mentioned: ['cases.read'],
  not_sent: ['cases.verify', 'cases.handle', 'cases.approve'],
  // A rule alerts readers of a case, and admins when it cannot act any more.
  rule: ['cases.read', 'tenant.configure'],
  reporter_answered: ['cases.verify', 'cases.handle', 'cases.approve', 'rights.answer'],
  approval_waits: ['cases.approve', 'identity.open_confidential', 'approvals.decide'],
  case_opened: ['cases.approve'],
  clock_near: ['cases.verify', 'cases.handle', 'cases.approve', 'rights.answer'],
  // They are heads, and those above them.
  clock_escalated: ['cases.approve', 'log.read'],
  clock_over: ['cases.verify', 'cases.handle', 'cases.approve', 'rights.answer'],
  channel_dead: ['tenant.configure'],
  message_arrived: ['cases.enter'],
  transfer_news: ['cases.verify'],
  // Those who get such a case because nobody else may are the Inspektorat and the head of the parent unit.
  who_is_meant: ['cases.verify', 'objections.decide'],
  webhook_off: ['integrations.manage'],
  // They are custodians, heads and the Inspektorat.
  role_granted: ['identity.open_confidential', 'cases.approve', 'approvals.decide'],
  role_taken: ['identity.open_confidential', 'cases.approve', 'approvals.decide'],
  member_changed: ['identity.open_confidential', 'cases.approve', 'approvals.decide'],
  // Admins are added, because they can be the second person.
  sealing_end_asked: ['identity.open_confidential', 'cases.approve', 'approvals.decide', 'tenant.configure'],
  sealing_ended: ['identity.open_confidential', 'cases.approve', 'approvals.decide', 'tenant.configure'],
}

export const kindsFor = ({ permissions }: Pick<StaffMember, 'permissions'>): readonly AlertKind[] =>
  alertKinds.filter((kind) => mayBeAlerted[kind].some((permission) => permissions.has(permission)))

/** These kinds cannot be switched off: an admin must act on them, or they tell who opens identities or decides. */
const unavoidable: readonly AlertKind[] = [
  'channel_dead',
  'case_opened',
  'role_granted',
  'role_taken',
  'member_changed',
  'sealing_end_asked',
  'sealing_ended',
]

export const isMandatory = (staff: Pick<StaffMember, 'permissions'>): readonly AlertKind[] =>
  kindsFor(staff).filter((kind) => unavoidable.includes(kind))

export const preferenceProblems = (
  staff: Pick<StaffMember, 'permissions'>,
  { ways }: AlertPreferences,
): FieldProblem[] =>
  isMandatory(staff)
    .filter((kind) => ways[kind] === 'off')
    .map((kind) => ({ path: `ways.${kind}`, code: 'cannot-be-off' }))
