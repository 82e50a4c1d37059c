/** The closed sets of words that a complaint is told in. What people read for them stands in the messages. */

import type { attemptReasons } from '../notices/notice.ts'

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

/** How an answer came, measured by the target for handling. */
export const timelinesses = ['in_time', 'late'] as const
export type Timeliness = (typeof timelinesses)[number]

/** How a case ended: by its answer, or without one. A schedule of retention tells them apart. */
export const endings = [...outcomes, 'declined', 'forwarded', 'merged', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

/** What becomes of a record when its time is over: `destroy`, musnah; `keep`, permanen. */
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

/** Channels on which a code can show that a contact reaches the reporter. */
export const checkableChannels = ['email', 'whatsapp', 'sms'] as const satisfies readonly NoticeChannel[]
export type CheckableChannel = (typeof checkableChannels)[number]

/** Channels on which messages come in. */
export const inboundChannels = ['email', 'whatsapp'] as const satisfies readonly NoticeChannel[]
export type InboundChannel = (typeof inboundChannels)[number]

/**
 * What became of a message from outside. `draft` waits for an officer; who made a complaint of it, put it to a case or
 * set it aside is told apart from what the service itself did.
 */
export const arrivalStates = ['waiting', 'draft', 'on_case', 'ignored', 'completed', 'attached', 'discarded'] as const

export type ArrivalState = (typeof arrivalStates)[number]

/** Why no person has to look at a message. It is kept for a while all the same. */
export const ignoreReasons = ['loop', 'bounce', 'auto_reply', 'bulk', 'duplicate', 'too_many', 'empty'] as const
export type IgnoreReason = (typeof ignoreReasons)[number]

/** Why something that was attached was not taken. */
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

/** What a reporter is told about. A notice carries the event, the number and the link; never the category or the story. */
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

/** How much of a case a notice may carry on a channel, each level with what the one before has. */
export const disclosureLevels = ['number_and_link', 'with_status', 'with_content'] as const
export type DisclosureLevel = (typeof disclosureLevels)[number]

/** What the office's own words for a notice can be filled with. */
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

/** What staff are alerted of. An alert carries its kind, the number and the link; nothing of the case. */
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

/** How an alert comes by e-mail. The bell has it in any case. */
export const alertWays = ['immediately', 'digest', 'off'] as const
export type AlertWay = (typeof alertWays)[number]

/** Where a notice stands on its way to the reporter. */
export const noticeStates = ['pending', 'printing', 'sent', 'delivered', 'read', 'failed', 'unreachable'] as const
export type NoticeState = (typeof noticeStates)[number]

/**
 * What a reporter's own page says of a notice. `unconfirmed`: it went, or will go, to a contact that nobody confirmed. To
 * tell which of the two would tell how many messages that contact had, about whomever's cases, and whether they were read.
 */
export const toldNoticeStates = [...noticeStates, 'unconfirmed'] as const

export type ToldNoticeState = (typeof toldNoticeStates)[number]

/** What a letter (surat) to a reporter is about. */
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

/** Where a letter stands between its first words and the reporter's hands. */
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

/** How a letter is to be treated (sifat surat). */
export const letterNatures = ['ordinary', 'important', 'confidential'] as const
export type LetterNature = (typeof letterNatures)[number]

/** Why the post brought a letter back. */
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

/** What a verifier can ask a reporter to add, so that nothing vague is asked. */
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

/** What a disposition slip can ask of somebody, each with a box to tick. */
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

/** Papers of the procedure: `minutes`, berita acara klarifikasi; `report`, laporan hasil pemeriksaan pengaduan. */
export const paperKinds = ['minutes', 'report'] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperStates = ['draft', 'awaiting_approval', 'finished', 'set_aside'] as const

export type PaperState = (typeof paperStates)[number]

/** In what part somebody was heard. */
export const heardAs = ['reporter', 'reported_person', 'witness', 'official', 'other'] as const
export type HeardAs = (typeof heardAs)[number]

/** Why an identity is opened; words of the officer's own go with it. */
export const openingGrounds = [
  'contact_reporter',
  'check_identity',
  'protect_reporter',
  'legal_duty',
  'send_letter',
  'other',
] as const

export type OpeningGround = (typeof openingGrounds)[number]

/** Why the reporter's identity goes along to another unit. */
export const sendingGrounds = ['reporter_agrees', 'legal_duty'] as const
export type SendingGround = (typeof sendingGrounds)[number]

/** What takes the yes of a second person and is about cases. */
export const caseActs = [
  'export-register',
  'open-identities',
  'erase-identity',
  'erase-identities',
  'destroy-cases',
] as const

/** What takes the yes of a second person and is about a member of staff. */
export const personActs = ['grant-custody', 'reset-account'] as const
export type PersonAct = (typeof personActs)[number]

export const dangerousActs = [...caseActs, ...personActs] as const

export type CaseAct = (typeof caseActs)[number]

export type DangerousAct = (typeof dangerousActs)[number]

/** What of a register leaves the office: never the identity of a confidential reporter. */
export const exportProfiles = ['without_identity', 'with_named_identity', 'statistics_only'] as const
export type ExportProfile = (typeof exportProfiles)[number]

export const exportFormats = ['xlsx', 'csv', 'pdf'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** What one person can order for many cases at once. */
export const bulkActs = ['dispatch', 'note', 'message', 'explain-delay'] as const
export type BulkAct = (typeof bulkActs)[number]

export const bulkStates = ['waiting', 'running', 'done', 'undone'] as const

export type BulkState = (typeof bulkStates)[number]

/** What a column of an office's own old register can hold. */
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

/** Where a case of an old register can stand. What came between, only the old book knows. */
export const bookStatuses = [
  'received',
  'in_progress',
  'closed',
  'declined',
  'forwarded',
  'withdrawn',
] as const satisfies readonly Status[]

export type BookStatus = (typeof bookStatuses)[number]

/** Why a row of an old register is not taken. `twice-in-file` and `already-there` are skipped, the others refused. */
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

/** What is odd about a row that is taken all the same. */
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

/** `reading`: the file is being taken in; `open`: its columns are being named; `ended`: nothing came of it. */
export const bookStates = ['reading', 'open', 'running', 'done', 'undoing', 'undone', 'ended'] as const
export type BookState = (typeof bookStates)[number]

export const approvalStates = ['waiting', 'granted', 'refused', 'used', 'lapsed'] as const

export type ApprovalState = (typeof approvalStates)[number]

/** What a reporter can ask about their own data where a person of the office must decide. */
export const dataRequestKinds = ['access', 'correction', 'erasure', 'objection', 'other'] as const
export type DataRequestKind = (typeof dataRequestKinds)[number]

/** Kinds of personal data that an incident can bring to light. */
export const breachedData = ['name', 'contact', 'address', 'story', 'evidence', 'messages', 'reported_person'] as const
export type BreachedData = (typeof breachedData)[number]

/** Where the notice of a breach stands in one affected case. */
export const breachNoticeStates = ['not_told', 'pending', 'sent', 'failed', 'page_only', 'destroyed'] as const
export type BreachNoticeState = (typeof breachNoticeStates)[number]

export const languages = ['id', 'en'] as const

export type Language = (typeof languages)[number]

/** What the form and its refusals are read in besides; units write, and notices go out, in `languages`. */
export const formLanguages = [...languages, 'jv'] as const
export type FormLanguage = (typeof formLanguages)[number]

/** What the log remembers. Codes only: whoever reads the log learns nothing about a reporter. */
/** What is known of a file's malware scan. */
export const scanStates = ['unscanned', 'waiting', 'clean', 'infected', 'failed'] as const
export type ScanState = (typeof scanStates)[number]

/** What only who runs the service does; it stands in the operators' own log. */
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

/** Why somebody at the counter does not sign. */
export const unsignedReasons = ['cannot_write', 'unwell', 'declined'] as const
export type UnsignedReason = (typeof unsignedReasons)[number]

/** What a unit keeps words for: each is said by one of the acts on a case. */
export const templateKinds = ['message', 'note', 'completion', 'answer', 'decline'] as const
export type TemplateKind = (typeof templateKinds)[number]

/** What can stand in braces in a template. */
export const templatePlaces = ['number', 'office', 'dueDate', 'receivedOn', 'officer'] as const
export type TemplatePlace = (typeof templatePlaces)[number]

/** What waits for whoever may do something about it, whoever has the case. */
export const waitings = ['verification', 'dispatch', 'approval', 'objection'] as const
export type Waiting = (typeof waitings)[number]

/** What a program of others may be let do in a unit. */
export const apiScopes = ['cases:read', 'cases:file', 'statistics:read'] as const
export type ApiScope = (typeof apiScopes)[number]

/** What programs of others can be told of the life of a case. */
export const caseEvents = [
  'complaint.received',
  'complaint.status_changed',
  'complaint.overdue',
  'complaint.closed',
] as const

export type CaseEvent = (typeof caseEvents)[number]

export type AttemptReason = (typeof attemptReasons)[number]
