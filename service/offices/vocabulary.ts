/** These closed sets of codes describe a complaint; the `wording` folders have the text for each. */

import type { Instant } from '../shared/instant.ts'

export const statuses = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'answered',
  'objected',
  'closed',
  'declined',
  'forwarded',
  'merged',
  'withdrawn',
] as const

export type Status = (typeof statuses)[number]

export const outcomes = [
  'substantiated',
  'partly_substantiated',
  'unsubstantiated',
  'insufficient_evidence',
  'clarified',
  'referred',
] as const

export type Outcome = (typeof outcomes)[number]

export const timelinesses = ['in_time', 'late'] as const

export type Timeliness = (typeof timelinesses)[number]

/** A case ends by its answer or without one; retention schedules tell these apart. */
export const endings = [...outcomes, 'declined', 'forwarded', 'merged', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

/** After its time a record is destroyed (`destroy`, musnah) or kept (`keep`, permanen). */
export const fates = ['destroy', 'keep'] as const
export type Fate = (typeof fates)[number]

export const complaintClasses = ['non_oversight', 'oversight'] as const

export type ComplaintClass = (typeof complaintClasses)[number]

export const privacyChoices = ['named', 'confidential', 'anonymous'] as const

export type PrivacyChoice = (typeof privacyChoices)[number]

export const intakeChannels = [
  'web_widget',
  'walk_in_oral',
  'walk_in_written',
  'telephone',
  'fax',
  'email',
  'whatsapp',
  'letter',
] as const

export type IntakeChannel = (typeof intakeChannels)[number]

export const noticeChannels = ['email', 'whatsapp', 'sms', 'letter'] as const

export type NoticeChannel = (typeof noticeChannels)[number]

export const checkableChannels = ['email', 'whatsapp', 'sms'] as const satisfies readonly NoticeChannel[]

export type CheckableChannel = (typeof checkableChannels)[number]

export const inboundChannels = ['email', 'whatsapp'] as const satisfies readonly NoticeChannel[]

export type InboundChannel = (typeof inboundChannels)[number]

/** `draft` waits for an officer. The other states tell apart what an officer did and what the service itself did. */
export const arrivalStates = ['waiting', 'draft', 'on_case', 'ignored', 'completed', 'attached', 'discarded'] as const

export type ArrivalState = (typeof arrivalStates)[number]

export const ignoreReasons = ['loop', 'bounce', 'auto_reply', 'bulk', 'duplicate', 'too_many', 'empty'] as const

export type IgnoreReason = (typeof ignoreReasons)[number]

export const fileRefusals = [
  'too_large',
  'type_not_allowed',
  'empty',
  'encrypted',
  'too_many',
  'not_fetched',
  'unreadable',
] as const

export type FileRefusal = (typeof fileRefusals)[number]

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
  'code',
] as const

export type NoticePlace = (typeof noticePlaces)[number]

/** An alert carries its kind, the number and the link; nothing of the case. */
export const alertKinds = [
  'new_case',
  'dispatched_to_me',
  'mentioned',
  'reporter_answered',
  'approval_waits',
  'clock_near',
  'clock_over',
  'clock_escalated',
  'channel_dead',
  'message_arrived',
  'transfer_news',
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

export const noticeStates = ['pending', 'printing', 'sent', 'delivered', 'read', 'failed', 'unreachable'] as const

export type NoticeState = (typeof noticeStates)[number]

/**
 * The reporter's page shows these. `unconfirmed` means that the notice went, or will go, to an unconfirmed contact.
 * Saying which of the two would reveal how many messages that contact got, about anybody's cases, and whether they were
 * read.
 */
export const shownNoticeStates = [...noticeStates, 'unconfirmed'] as const

export type ShownNoticeState = (typeof shownNoticeStates)[number]

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

export const declineReasons = [
  'not_our_authority',
  'before_court',
  'already_answered',
  'no_identity_not_grounded',
  'not_a_complaint',
  'not_completed',
] as const

export type DeclineReason = (typeof declineReasons)[number]

/** A verifier chooses from this list, so that no request is vague. */
export const completionItems = [
  'what_happened',
  'when_it_happened',
  'where_it_happened',
  'who_was_involved',
  'evidence',
  'identity',
  'contact',
  'other',
] as const

export type CompletionItem = (typeof completionItems)[number]

/** A disposition slip has a box to tick for each of these. */
export const dispatchInstructions = [
  'follow_up',
  'study',
  'clarify',
  'gather_evidence',
  'coordinate',
  'draft_answer',
  'report_back',
  'for_information',
] as const

export type DispatchInstruction = (typeof dispatchInstructions)[number]

/** `minutes` is the berita acara klarifikasi, `report` the laporan hasil pemeriksaan pengaduan. */
export const paperKinds = ['minutes', 'report'] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperStates = ['draft', 'awaiting_approval', 'finished', 'set_aside'] as const

export type PaperState = (typeof paperStates)[number]

export const heardAs = ['reporter', 'reported_person', 'witness', 'official', 'other'] as const

export type HeardAs = (typeof heardAs)[number]

export const openingGrounds = [
  'contact_reporter',
  'check_identity',
  'protect_reporter',
  'legal_duty',
  'send_letter',
  'other',
] as const

export type OpeningGround = (typeof openingGrounds)[number]

export const sendingGrounds = ['reporter_agrees', 'legal_duty'] as const

export type SendingGround = (typeof sendingGrounds)[number]

export const caseActs = [
  'export-register',
  'open-identities',
  'erase-identity',
  'erase-identities',
  'destroy-cases',
] as const

export const personActs = ['grant-custody', 'reset-account'] as const

export type PersonAct = (typeof personActs)[number]

export const dangerousActs = [...caseActs, ...personActs] as const

export type CaseAct = (typeof caseActs)[number]

export type DangerousAct = (typeof dangerousActs)[number]

/** An export never contains the identity of a confidential reporter. */
export const exportProfiles = ['without_identity', 'with_named_identity', 'statistics_only'] as const
export type ExportProfile = (typeof exportProfiles)[number]

export const exportFormats = ['xlsx', 'csv', 'pdf'] as const

export type ExportFormat = (typeof exportFormats)[number]

export const bulkActs = ['dispatch', 'note', 'message', 'explain-delay'] as const

export type BulkAct = (typeof bulkActs)[number]

export const bulkStates = ['waiting', 'running', 'done', 'undone'] as const

export type BulkState = (typeof bulkStates)[number]

export const bookFields = [
  'receivedOn',
  'oldNumber',
  'category',
  'channel',
  'subject',
  'story',
  'place',
  'reportedPerson',
  'name',
  'address',
  'contact',
  'phone',
  'email',
  'status',
  'answer',
  'closedOn',
  'laporId',
] as const

export type BookField = (typeof bookFields)[number]

/** A case of an old register stands in one of these; only the old register knows its steps. */
export const bookStatuses = [
  'received',
  'in_progress',
  'closed',
  'declined',
  'forwarded',
  'withdrawn',
] as const satisfies readonly Status[]

export type BookStatus = (typeof bookStatuses)[number]

export const rowRefusals = [
  'no-date',
  'date-unreadable',
  'date-in-future',
  'date-too-old',
  'no-words',
  'cell-too-long',
  'twice-in-file',
  'already-there',
] as const

export type RowRefusal = (typeof rowRefusals)[number]

export const rowWarnings = [
  'no-number',
  'category-unknown',
  'status-unknown',
  'channel-unknown',
  'closed-unreadable',
  'closed-before-received',
  'contact-unclear',
  'lapor-unreadable',
  'subject-shortened',
  'names-reporter',
] as const

export type RowWarning = (typeof rowWarnings)[number]

/** `reading` imports the file; `open` waits until its columns are named; `ended` brought nothing. */
export const bookStates = ['reading', 'open', 'running', 'done', 'undoing', 'undone', 'ended'] as const
export type BookState = (typeof bookStates)[number]

export const approvalStates = ['waiting', 'granted', 'refused', 'used', 'lapsed'] as const

export type ApprovalState = (typeof approvalStates)[number]

/** A person of the office must decide on these requests of reporters about their own data. */
export const dataRequestKinds = ['access', 'correction', 'erasure', 'objection', 'other'] as const
export type DataRequestKind = (typeof dataRequestKinds)[number]

export const breachedData = ['name', 'contact', 'address', 'story', 'evidence', 'messages', 'reported_person'] as const

export type BreachedData = (typeof breachedData)[number]

export const breachNoticeStates = ['not_told', 'pending', 'sent', 'failed', 'page_only', 'destroyed'] as const

export type BreachNoticeState = (typeof breachNoticeStates)[number]

export const languages = ['id', 'en'] as const

export type Language = (typeof languages)[number]

/** The form and its refusals exist in one more language; tenants write, and notices go out, in `languages`. */
export const formLanguages = [...languages, 'jv'] as const
export type FormLanguage = (typeof formLanguages)[number]

export const scanStates = ['unscanned', 'waiting', 'clean', 'infected', 'failed'] as const

export type ScanState = (typeof scanStates)[number]

export const platformActs = [
  'unit.opened',
  'operator.added',
  'operator.removed',
  'widget.withdrawn',
  'widget.allowed',
  'quota.changed',
  'announcement.made',
  'announcement.ended',
] as const

export type PlatformAct = (typeof platformActs)[number]

/** The log keeps only these codes, so its readers learn nothing about a reporter. */
export const loggedActs = [
  'case.read',
  'case.acted',
  'case.entered',
  'transfer.listed',
  'transfer.accepted',
  'transfer.returned',
  'lapor.prepared',
  'identity.asked',
  'identity.decided',
  'identity.opened',
  'identity.erased',
  'bulk.ordered',
  'bulk.undone',
  'bulk.done',
  'approval.asked',
  'approval.decided',
  'approval.used',
  'rights.answered',
  'inbound.listed',
  'inbound.read',
  'inbound.settled',
  'incident.recorded',
  'incident.read',
  'incident.changed',
  'incident.told',
  'incident.closed',
  'leak.warned',
  'hold.set',
  'hold.lifted',
  'retention.read',
  'case.destroyed',
  'destruction.read',
  'guard.set',
  'guard.lifted',
  'old_book.taken_in',
  'old_book.started',
  'old_book.done',
  'old_book.undone',
  'evidence.read',
  'evidence.infected',
  'evidence.downloaded',
  'evidence.original',
  'receipt.read',
  'paper.read',
  'register.read',
  'statistics.read',
  'evaluation.read',
  'evaluation.changed',
  'evaluation.finished',
  'register.exported',
  'register.rows_exported',
  'log.read',
  'keys.rotated',
  'keys.destroyed',
  'keys.master_rotated',
  'backup.taken',
  'backup.restored',
  'unit.exported',
  'unit.imported',
  'unit.closed',
  'unit.kept_open',
  'sealing.changed',
  'unit.vouched',
  'unit.not_vouched',
  'settings.changed',
  'wording.changed',
  'wording.level_changed',
  'template.changed',
  'api_key.created',
  'api_key.revoked',
  'webhook.changed',
  'staff.invited',
  'staff.accepted',
  'staff.declined',
  'staff.link_made',
  'account.reset_asked',
  'account.password_reset',
  'account.factor_reset',
  'staff.changed',
  'staff.renamed',
  'staff.removed',
  'session.started',
  'sign-in.failed',
  ...platformActs,
] as const

export type LoggedAct = (typeof loggedActs)[number]

export const roles = [
  'intake_officer',
  'verifier',
  'case_handler',
  'unit_head',
  'identity_custodian',
  'internal_auditor',
  'observer',
  'tenant_admin',
] as const

export type Role = (typeof roles)[number]

export const unsignedReasons = ['cannot_write', 'unwell', 'declined'] as const

export type UnsignedReason = (typeof unsignedReasons)[number]

export const templateKinds = ['message', 'note', 'completion', 'answer', 'decline'] as const

export type TemplateKind = (typeof templateKinds)[number]

export const templatePlaces = ['number', 'office', 'dueDate', 'receivedOn', 'officer'] as const

export type TemplatePlace = (typeof templatePlaces)[number]

/** The case waits for anybody who may act, not for its handler. */
export const waitings = ['verification', 'dispatch', 'approval', 'objection'] as const
export type Waiting = (typeof waitings)[number]

export const apiScopes = ['cases:read', 'cases:file', 'statistics:read'] as const

export type ApiScope = (typeof apiScopes)[number]

export const caseEvents = [
  'complaint.received',
  'complaint.status_changed',
  'complaint.overdue',
  'complaint.closed',
] as const

export type CaseEvent = (typeof caseEvents)[number]

export type AttemptReason = (typeof attemptReasons)[number]

/** People read a sentence for it; `not_set_up` is the operator's to mend. */
export const attemptReasons = [
  'no_answer',
  'not_reached',
  'asked_to_wait',
  'provider_trouble',
  'not_set_up',
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
] as const

/** `overdue` means that no report came within the tenant's hours, and the reporter's next channel began. */
export interface DeliveryReport {
  readonly at: Instant
  readonly state: 'delivered' | 'read' | 'failed' | 'overdue'
  readonly reason: AttemptReason | null
  readonly answer: string
}
