/** These closed sets of codes name what staff do, and on what grounds. */

export const openingGrounds = [
  'contact_reporter',
  'check_identity',
  'protect_reporter',
  'legal_duty',
  'send_letter',
  'other',
] as const

export type OpeningGround = (typeof openingGrounds)[number]

/** By what a reporter can be looked up: all of a name, a telephone number, or an e-mail address. */
export const reporterKeys = ['name', 'phone', 'email'] as const

export type ReporterKey = (typeof reporterKeys)[number]

/** Why somebody's cases are looked up by who they are. */
export const lookUpReasons = ['at_counter', 'on_phone', 'in_writing'] as const

export type LookUpReason = (typeof lookUpReasons)[number]

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

export const bulkActs = ['dispatch', 'note', 'message', 'explain-delay', 'set-label', 'series'] as const

export type BulkAct = (typeof bulkActs)[number]

export const bulkStates = ['waiting', 'running', 'done', 'undone'] as const

export type BulkState = (typeof bulkStates)[number]

export const approvalStates = ['waiting', 'granted', 'refused', 'used', 'lapsed'] as const

export type ApprovalState = (typeof approvalStates)[number]

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
  'case.opened',
  'transfer.listed',
  'transfer.accepted',
  'transfer.returned',
  'lapor.prepared',
  'identity.asked',
  'identity.decided',
  'identity.opened',
  'reporter.looked_up',
  'code.renewed',
  'code.confirmed',
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
  'evidence.redacted',
  'receipt.read',
  'receipt.lost',
  'paper.read',
  'register.read',
  'statistics.read',
  'evaluation.read',
  'evaluation.changed',
  'evaluation.finished',
  'register.exported',
  'register.rows_exported',
  'log.read',
  'log.exported',
  'log.verified',
  'keys.rotated',
  'keys.destroyed',
  'keys.master_rotated',
  'backup.taken',
  'backup.restored',
  'numbers.left_out',
  'unit.exported',
  'unit.imported',
  'unit.closed',
  'unit.kept_open',
  'unit.left',
  'unit.deletion_allowed',
  'unit.deleted',
  'sealing.changed',
  'unit.vouched',
  'unit.not_vouched',
  'settings.changed',
  'wording.changed',
  'wording.level_changed',
  'template.changed',
  'rules.changed',
  'series.changed',
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
  'role.changed',
  'staff.absences',
  'staff.absence_agreed',
  'staff.vouched',
  'staff.removed',
  'session.started',
  'sign-in.failed',
  ...platformActs,
] as const

export type LoggedAct = (typeof loggedActs)[number]

/**
 * These acts are done at once. The person who does one undoes it with the same act, and meanwhile nothing left the house and
 * nobody was alerted. All others wait ten seconds and can be taken back.
 */
export const instantActs = ['set-label', 'transcribe', 'redact', 'name-improvement'] as const
export type InstantAct = (typeof instantActs)[number]

/** What is typed for an act that is done at once, and the line that tells in the history that it was done. */
export const instantLines = {
  transcribe: 'transcribed',
  redact: 'redacted',
  'name-improvement': 'improvement_named',
} as const satisfies Partial<Record<InstantAct, string>>

/** These acts may stand in a series of acts, in this order: what leaves the house comes last. */
export const seriesActs = ['verify', 'dispatch', 'set-label', 'note', 'message'] as const
export type SeriesAct = (typeof seriesActs)[number]

/** What was done to a series, and what one names that the unit no longer has. */
export const seriesChanges = ['added', 'changed', 'removed', 'moved'] as const
export type SeriesChangeKind = (typeof seriesChanges)[number]
export const seriesLacks = ['staff', 'label', 'template'] as const
export type SeriesLack = (typeof seriesLacks)[number]

/** Why such an act was not done at its time, as the history calls it. */
export const undoneReasons = [
  'not_sent_case_moved_on',
  'not_sent_reporter_wrote',
  'not_sent_no_right',
  'not_sent_refused',
] as const
export type UndoneReason = (typeof undoneReasons)[number]
