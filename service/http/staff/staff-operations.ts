import type { WireOf } from '../operation.ts'
import { accountLinkOperations } from './account-link-routes.ts'
import { accountOperations } from './account-routes.ts'
import { alertOperations } from './alert-routes.ts'
import { announcementOperations } from './announcement-routes.ts'
import { apiKeyOperations } from './api-key-routes.ts'
import { approvalOperations } from './approval-routes.ts'
import { bulkOperations } from './bulk-routes.ts'
import { type ActOperations, caseOperations } from './case-routes.ts'
import { channelAccountOperations } from './channel-account-routes.ts'
import { dataRequestOperations } from './data-request-routes.ts'
import { destructionOperations } from './destruction-routes.ts'
import { dispositionOperations } from './disposition-routes.ts'
import { dutyOperations } from './duty-routes.ts'
import { embedOperations } from './embed-routes.ts'
import { evaluationOperations } from './evaluation-routes.ts'
import { factorOperations } from './factor-routes.ts'
import { caseFileOperations } from './file-routes.ts'
import { guardOperations } from './guard-routes.ts'
import { identityOperations } from './identity-routes.ts'
import { inboundOperations } from './inbound-routes.ts'
import { incidentOperations } from './incident-routes.ts'
import { intakeOperations } from './intake-routes.ts'
import { laporOperations } from './lapor-routes.ts'
import { lateOperations } from './late-routes.ts'
import { letterOperations } from './letter-routes.ts'
import { letterSettingsOperations } from './letter-settings-routes.ts'
import { logOperations } from './log-routes.ts'
import { mailboxOperations } from './mailbox-routes.ts'
import { memberOperations } from './member-routes.ts'
import { noticeOperations } from './notice-routes.ts'
import { oldBookFileOperations, oldBookOperations } from './old-book-routes.ts'
import { paperOperations } from './paper-routes.ts'
import { presenceOperations } from './presence-routes.ts'
import { pushOperations } from './push-routes.ts'
import { reminderOperations } from './reminder-routes.ts'
import { reportOperations } from './report-routes.ts'
import { retentionOperations } from './retention-routes.ts'
import { roleOperations } from './role-routes.ts'
import { ruleOperations } from './rule-routes.ts'
import { sealingOperations } from './sealing-routes.ts'
import { seriesOperations } from './series-routes.ts'
import { sessionOperations } from './session-routes.ts'
import { settingsOperations } from './settings-routes.ts'
import { statisticsOperations } from './statistics-routes.ts'
import { stepOperations } from './step-routes.ts'
import { templateOperations } from './template-routes.ts'
import { type TimedOperations, timedOperations } from './timed-routes.ts'
import { todayOperations } from './today-routes.ts'
import { transferOperations } from './transfer-routes.ts'
import { unsentOperations } from './unsent-routes.ts'
import { viewOperations } from './view-routes.ts'
import { staffWebhookOperations } from './webhook-routes.ts'
import { wordingOperations } from './wording-routes.ts'

/** What anybody with an account asks, whatever the unit. */
export const accountTables = [
  sessionOperations,
  accountOperations,
  accountLinkOperations,
  factorOperations,
  pushOperations,
  announcementOperations,
] as const

/** What the staff of a unit ask, in the order in which a path is looked up; each path stands within the unit’s. */
export const unitTables = [
  intakeOperations,
  caseFileOperations,
  guardOperations,
  dispositionOperations,
  timedOperations,
  caseOperations,
  statisticsOperations,
  identityOperations,
  approvalOperations,
  bulkOperations,
  oldBookOperations,
  evaluationOperations,
  reportOperations,
  presenceOperations,
  dataRequestOperations,
  incidentOperations,
  inboundOperations,
  retentionOperations,
  destructionOperations,
  noticeOperations,
  lateOperations,
  alertOperations,
  letterOperations,
  transferOperations,
  laporOperations,
  paperOperations,
  wordingOperations,
  templateOperations,
  ruleOperations,
  seriesOperations,
  viewOperations,
  unsentOperations,
  todayOperations,
  reminderOperations,
  stepOperations,
  apiKeyOperations,
  staffWebhookOperations,
  channelAccountOperations,
  sealingOperations,
  letterSettingsOperations,
  settingsOperations,
  embedOperations,
  logOperations,
  mailboxOperations,
  roleOperations,
  memberOperations,
  dutyOperations,
] as const

/** A file of an old register is larger than any other body, so it comes by a way of its own. */
export const largeTables = [oldBookFileOperations] as const

/** The operations of a unit by their names, with what each takes and gives. */
export type UnitOperations = Omit<WireOf<typeof unitTables>, keyof (ActOperations & TimedOperations)> &
  ActOperations &
  TimedOperations &
  WireOf<typeof largeTables>

export type AccountOperations = WireOf<typeof accountTables>
