/** These closed sets of codes describe a complaint; the `wording` folders have the text for each. */

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

/** What went wrong where a complaint was proven. */
export const failureCauses = [
  'procedure_missing',
  'procedure_not_followed',
  'information',
  'conduct',
  'levy',
  'staffing',
  'facility',
  'outside',
  'other',
] as const

export type FailureCause = (typeof failureCauses)[number]

/** How a call to the reporter of a closed case ended. */
export const callResults = ['solved', 'unsolved', 'no_contact'] as const
export type CallResult = (typeof callResults)[number]

export const timelinesses = ['in_time', 'late'] as const

export type Timeliness = (typeof timelinesses)[number]

/** A case ends by its answer or without one; retention schedules tell these apart. */
export const endings = [...outcomes, 'declined', 'forwarded', 'merged', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

/** After its time a record is destroyed (`destroy`, musnah) or kept (`keep`, permanen). */
export const fates = ['destroy', 'keep'] as const
export type Fate = (typeof fates)[number]

/**
 * By what somebody reads a case: it came to them first, they handle it, assist, were mentioned in a note, have it in
 * place of whom it concerns, owe its improvement, did something on it, or opened it with a reason.
 */
export const readerDuties = [
  ...(['first', 'handler', 'assistant', 'mentioned'] as const),
  ...(['steward', 'improver', 'acted', 'opened'] as const),
] as const
export type ReaderDuty = (typeof readerDuties)[number]

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
  'sms',
  'letter',
] as const

export type IntakeChannel = (typeof intakeChannels)[number]

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

/** What somebody who leaves can hold, and a successor takes: each kind has a row in `service/desk/succession.ts`. */
export const heldKinds = [
  'case',
  'assistance',
  'improvement',
  'identity_request',
  'approval',
  'paper',
  'deputy',
] as const

export type HeldKind = (typeof heldKinds)[number]

export const paperStates = ['draft', 'awaiting_approval', 'finished', 'set_aside'] as const

export type PaperState = (typeof paperStates)[number]

export const heardAs = ['reporter', 'reported_person', 'witness', 'official', 'other'] as const

export type HeardAs = (typeof heardAs)[number]

/** A person of the office must decide on these requests of reporters about their own data. */
export const dataRequestKinds = ['access', 'correction', 'erasure', 'objection', 'other'] as const
export type DataRequestKind = (typeof dataRequestKinds)[number]

export const breachedData = ['name', 'contact', 'address', 'story', 'evidence', 'messages', 'reported_person'] as const

export type BreachedData = (typeof breachedData)[number]

export const languages = ['id', 'en'] as const

export type Language = (typeof languages)[number]

/** The form and its refusals exist in one more language; tenants write, and notices go out, in `languages`. */
export const formLanguages = [...languages, 'jv'] as const
export type FormLanguage = (typeof formLanguages)[number]

export const scanStates = ['unscanned', 'waiting', 'clean', 'infected', 'failed'] as const

export type ScanState = (typeof scanStates)[number]

/** How a file leaves the unit: drawn anew, as it came, or not at all. */
export const fileLeavings = ['redrawn', 'whole', 'withheld'] as const

export type FileLeaving = (typeof fileLeavings)[number]

export const roles = [
  'intake_officer',
  'verifier',
  'case_handler',
  'unit_head',
  'identity_custodian',
  'internal_auditor',
  'parent_head',
  'observer',
  'tenant_admin',
] as const

export type Role = (typeof roles)[number]

/** What can become of a role of the unit's own. */
export const roleChanges = ['made', 'changed', 'removed'] as const
export type RoleChangeKind = (typeof roleChanges)[number]

/** What breaks the separation of duties in a role of the unit's own, or makes it useless. */
export const roleMixes = [
  'staff_and_cases',
  'identities_and_work',
  'objections_and_answers',
  'addresses_and_work',
  'without_reading',
] as const
export type RoleMix = (typeof roleMixes)[number]

/** What a unit must be able to do. */
export const duties = [
  'read',
  'verify',
  'handle',
  'sign',
  'decide_objection',
  'keep_identities',
  'second_person',
  'answer_data_requests',
  'print_and_post',
] as const

export type Duty = (typeof duties)[number]

/** `plh` (pelaksana harian) stands in while somebody is away, `plt` (pelaksana tugas) while a post has nobody. */
export const deputyTitles = ['plh', 'plt'] as const

export type DeputyTitle = (typeof deputyTitles)[number]

export const unsignedReasons = ['cannot_write', 'unwell', 'declined'] as const

export type UnsignedReason = (typeof unsignedReasons)[number]

export const templateKinds = ['message', 'note', 'completion', 'answer', 'decline'] as const

export type TemplateKind = (typeof templateKinds)[number]

export const templatePlaces = ['number', 'office', 'dueDate', 'receivedOn', 'officer'] as const

export type TemplatePlace = (typeof templatePlaces)[number]

/** The case waits for anybody who may act, not for its handler. */
export const waitings = ['verification', 'dispatch', 'approval', 'objection'] as const
export type Waiting = (typeof waitings)[number]

/** What can wait for a member of staff: first what is about one case, in this order where a case waits for two things. */
export const caseTasks = [
  'reply',
  'approval',
  'objection',
  'verification',
  'dispatch',
  'transcript',
  'handling',
  'assistance',
  'identity',
  'data_request',
  'undelivered',
  'improvement_check',
  'improvement',
  'call',
] as const
export type CaseTask = (typeof caseTasks)[number]

/** What has a page of its own, of which only the number is shown among the tasks. */
export const pageTasks = [
  'late',
  'letter_draft',
  'letter_approval',
  'letter_print',
  'transfer',
  'inbound',
  'second_person',
  'broken_rule',
  'broken_series',
] as const
export type PageTask = (typeof pageTasks)[number]

export const apiScopes = ['cases:read', 'cases:file', 'statistics:read'] as const

export type ApiScope = (typeof apiScopes)[number]

/** What somebody declares when a complaint is filed: the reporter in the form, or the officer who takes it down. */
export const statementNames = ['truthful', 'procedureRead', 'privacyNotice', 'readBack', 'procedureExplained'] as const
export type StatementName = (typeof statementNames)[number]

/** What can make a rule of a unit act. A clock is near as many working days before its date as the unit set. */
export const ruleEvents = ['filed', 'verified', 'reporter_wrote', 'clock_near'] as const
export type RuleEvent = (typeof ruleEvents)[number]

/** What a rule can do. Nothing of it sends, opens or destroys. */
export const ruleEffects = ['assign', 'alert', 'note', 'template', 'deadline', 'label'] as const
export type RuleEffect = (typeof ruleEffects)[number]

/** What became of an effect: it was done, the person cannot have the case, is away, or has as many as the unit allows. */
export const ruleOutcomes = ['done', 'cannot', 'away', 'full'] as const
export type RuleOutcome = (typeof ruleOutcomes)[number]

/** What a rule names and the unit no longer has. */
export const ruleLacks = ['staff', 'category', 'template', 'label'] as const
export type RuleLack = (typeof ruleLacks)[number]

/** What was done to a rule. */
export const ruleChanges = ['added', 'changed', 'removed', 'on', 'off', 'moved'] as const
export type RuleChangeKind = (typeof ruleChanges)[number]

/** The desk has a dot for each, in its light and its dark scheme. None is the red of what destroys. */
export const labelColours = ['grey', 'blue', 'teal', 'green', 'olive', 'amber', 'rose', 'violet'] as const
export type LabelColour = (typeof labelColours)[number]

/** A unit keeps at most so many labels, archived ones among them. */
export const MOST_LABELS = 60

/** Clocks that a category may have of its own beside its handling. */
export const categoryClocks = [
  'verification',
  'first_response',
  'completion',
  'objection_window',
  'objection_decision',
] as const
export type CategoryClock = (typeof categoryClocks)[number]
