import { openStatuses } from '../../case/store/complaint-tallies.ts'
import type { CaseInWork } from '../../case/store/first-notices.ts'
import type { Alert } from '../../offices/inbox/inbox.ts'
import type { AlertKind } from '../../offices/notice-vocabulary.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { isOneOf } from '../../shared/records.ts'

type Test = (one: CaseInWork, alert: Pick<Alert, 'at'>, staff: Pick<StaffMember, 'id' | 'standsInFor'>) => boolean

const isOpen = ({ status }: CaseInWork): boolean => isOneOf(openStatuses, status)

/** The office answered, or decided, after the alert: whatever was asked of it before is done. */
const isDecidedSince: Test = ({ decidedAt, status }, { at }) =>
  decidedAt !== null && decidedAt >= at && status !== 'objected'

const isPressedByNoDate: Test = ({ isPressing }) => !isPressing

/** Kinds that are not named stay until somebody has read them. */
const settled: Readonly<Partial<Record<AlertKind, Test>>> = {
  new_case: ({ status }) => status !== 'received',
  dispatched_to_me: (one, _, { id, standsInFor = [] }) =>
    !isOpen(one) || one.handler === null || ![id, ...standsInFor].includes(one.handler),
  no_room: (one) => one.handler !== null || !isOpen(one),
  reporter_answered: (one, ...asked) => !one.unanswered && !one.dataRequested && isDecidedSince(one, ...asked),
  approval_waits: isDecidedSince,
  clock_near: isPressedByNoDate,
  clock_over: isPressedByNoDate,
  clock_escalated: isPressedByNoDate,
}

/** Whether the work of which somebody was alerted is done, by whichever colleague. */
export const isSettled = (
  alert: Pick<Alert, 'kind' | 'at'>,
  one: CaseInWork,
  staff: Pick<StaffMember, 'id' | 'standsInFor'>,
): boolean => settled[alert.kind]?.(one, alert, staff) ?? false
