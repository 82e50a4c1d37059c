import type { Instant } from '../shared/instant.ts'

export const noticeChannels = ['email', 'whatsapp', 'sms', 'letter'] as const

export type NoticeChannel = (typeof noticeChannels)[number]

export const checkableChannels = ['email', 'whatsapp', 'sms'] as const satisfies readonly NoticeChannel[]

export type CheckableChannel = (typeof checkableChannels)[number]

export const inboundChannels = ['email', 'whatsapp', 'sms'] as const satisfies readonly NoticeChannel[]

export type InboundChannel = (typeof inboundChannels)[number]

/** `draft` waits for an officer. The other states tell apart what an officer did and what the service itself did. */
export const arrivalStates = ['waiting', 'draft', 'on_case', 'ignored', 'completed', 'attached', 'discarded'] as const

export type ArrivalState = (typeof arrivalStates)[number]

export const ignoreReasons = ['loop', 'bounce', 'auto_reply', 'bulk', 'duplicate', 'too_many', 'empty'] as const

export type IgnoreReason = (typeof ignoreReasons)[number]

/** A notice carries the event, the number and the link; never the category or the story. */
export const noticeEvents = [
  'received',
  'in_progress',
  'completion_asked',
  'completion_reminder',
  'message',
  'late',
  'delay_explained',
  'extended',
  'paused',
  'forwarded',
  'answered',
  'declined',
  'objection_received',
  'objection_decided',
  'closed',
  'withdrawn',
  'merged',
  'unmerged',
  'data_breach',
  'contact_code',
  'code_replaced',
] as const

export type NoticeEvent = (typeof noticeEvents)[number]

/** Each level lets a notice carry what the level before does, and more. */
export const disclosureLevels = ['number_and_link', 'with_status', 'with_content'] as const
export type DisclosureLevel = (typeof disclosureLevels)[number]

export const noticePlaces = [
  'office',
  'officeShort',
  'number',
  'link',
  'name',
  'status',
  'dueDate',
  'daysLeft',
  'newDate',
  'outcome',
  'asked',
  'message',
  'reason',
  'elsewhere',
  'destination',
  'answer',
  'decision',
  'nextSteps',
  'code',
] as const

export type NoticePlace = (typeof noticePlaces)[number]

/** An alert carries its kind, the number and the link; nothing of the case. */
export const alertKinds = [
  'new_case',
  'dispatched_to_me',
  'no_room',
  'mentioned',
  'not_sent',
  'rule',
  'reporter_answered',
  'approval_waits',
  'case_opened',
  'clock_near',
  'clock_over',
  'clock_escalated',
  'channel_dead',
  'message_arrived',
  'transfer_news',
  'who_is_meant',
  'webhook_off',
  'role_granted',
  'role_taken',
  'member_changed',
  'sealing_end_asked',
  'sealing_ended',
] as const

export type AlertKind = (typeof alertKinds)[number]

export const alertWays = ['immediately', 'digest', 'off'] as const

export type AlertWay = (typeof alertWays)[number]

export const noticeStates = [
  'pending',
  'printing',
  'kept',
  'sent',
  'delivered',
  'read',
  'failed',
  'unreachable',
] as const

export type NoticeState = (typeof noticeStates)[number]

/**
 * What people read of a notice. It tells apart what the office did (`drafted`, `handed_over`), what others did with it
 * (`taken`, `delivered`, `read`), and what came of it otherwise. `kept` lies in the built-in mailbox, and `page_only`
 * had no address to go to.
 */
export const noticeStandings = [
  'drafted',
  'to_print',
  'kept',
  'handed_over',
  'taken',
  'delivered',
  'read',
  'failed',
  'overtaken',
  'page_only',
] as const

export type NoticeStanding = (typeof noticeStandings)[number]

/**
 * The reporter's page shows these. `unconfirmed` means that the notice went, or will go, to an unconfirmed contact.
 * Saying which of the two would reveal how many messages that contact got, about anybody's cases, and whether they were
 * read.
 */
export const shownNoticeStates = [...noticeStates, 'unconfirmed'] as const

export const letterKinds = [
  'receipt',
  'completeness',
  'progress',
  'message',
  'decision',
  'declined',
  'forwarding',
  'late',
  'objection',
  'closing',
  'withdrawal',
  'data_breach',
] as const

export type LetterKind = (typeof letterKinds)[number]

export const letterStates = [
  'draft',
  'awaiting_approval',
  'approved',
  'printed',
  'posted',
  'arrived',
  'returned',
  'withdrawn',
] as const

export type LetterState = (typeof letterStates)[number]

export const letterNatures = ['ordinary', 'important', 'confidential'] as const

export type LetterNature = (typeof letterNatures)[number]

export const returnReasons = ['address_incomplete', 'moved', 'unknown', 'refused', 'unclaimed', 'other'] as const

export type ReturnReason = (typeof returnReasons)[number]

export const breachNoticeStates = ['not_told', 'pending', 'sent', 'failed', 'page_only', 'destroyed'] as const

export type BreachNoticeState = (typeof breachNoticeStates)[number]

export const caseEvents = [
  'complaint.received',
  'complaint.status_changed',
  'complaint.overdue',
  'complaint.closed',
] as const

export type CaseEvent = (typeof caseEvents)[number]

export type AttemptReason = (typeof attemptReasons)[number]

/** People read a sentence for it; `not_set_up` is the operator's to mend, and `no_provider` the admin's too. */
export const attemptReasons = [
  'no_answer',
  'not_reached',
  'asked_to_wait',
  'provider_trouble',
  'not_set_up',
  'no_provider',
  'recipient_busy',
  'address_refused',
  'message_refused',
  'needs_template',
  'template_refused',
  'not_delivered',
  'letter_withdrawn',
  'letter_returned',
  'sent_in_stages',
  'overtaken',
  // These concern an account of the unit's own, and its admin mends them.
  'host_unknown',
  'host_inside',
  'tls_failed',
  'account_refused',
] as const

/** `overdue` means that no report came within the tenant's hours, and the reporter's next channel began. */
export interface DeliveryReport {
  readonly at: Instant
  readonly state: 'delivered' | 'read' | 'failed' | 'overdue'
  readonly reason: AttemptReason | null
  readonly answer: string
}
