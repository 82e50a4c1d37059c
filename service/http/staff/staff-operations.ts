import type { WireOf } from '../operation.ts'
import { accountLinkOperations, accountOperations, sessionOperations } from './account-operations.ts'
import { alertOperations, announcementOperations, noticeOperations } from './alert-operations.ts'
import { caseFileOperations, inboundOperations, intakeOperations, mailboxOperations } from './arrival-operations.ts'
import * as caseTables from './case-operations.ts'
import { factorOperations, pushOperations } from './factor-operations.ts'
import { approvalOperations, dataRequestOperations, identityOperations } from './identity-operations.ts'
import { apiKeyOperations, channelAccountOperations, staffWebhookOperations } from './integration-operations.ts'
import { destructionOperations, incidentOperations, retentionOperations } from './keeping-operations.ts'
import { letterOperations, letterSettingsOperations, wordingOperations } from './letter-operations.ts'
import { logOperations } from './log-operations.ts'
import { dutyOperations, memberOperations, roleOperations } from './member-operations.ts'
import { oldBookFileOperations, oldBookOperations } from './old-book-operations.ts'
import { dispositionOperations, paperOperations } from './paper-operations.ts'
import { evaluationOperations, lateOperations, reportOperations, statisticsOperations } from './report-operations.ts'
import { bulkOperations, ruleOperations, seriesOperations, templateOperations } from './series-operations.ts'
import { embedOperations, sealingOperations, settingsOperations } from './settings-operations.ts'
import { presenceOperations, reminderOperations, todayOperations, viewOperations } from './today-operations.ts'
import { laporOperations, transferOperations } from './transfer-operations.ts'
import { unsentOperations } from './unsent-operations.ts'

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
  caseTables.guardOperations,
  dispositionOperations,
  caseTables.timedOperations,
  caseTables.caseOperations,
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
  caseTables.stepOperations,
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
export type UnitOperations = Omit<
  WireOf<typeof unitTables>,
  keyof (caseTables.ActOperations & caseTables.TimedOperations)
> &
  caseTables.ActOperations &
  caseTables.TimedOperations &
  WireOf<typeof largeTables>

export type AccountOperations = WireOf<typeof accountTables>
