import type { askForReset, changeStaff, inviteStaff, SessionView, staffList } from '../../service/contract/account.ts'
import type { bookReading } from '../../service/contract/arrivals.ts'
import type { draftEvaluation, finishEvaluation } from '../../service/contract/figures.ts'
import type { dataAnswer, guardRequest } from '../../service/contract/identity.ts'
import type {
  closeTenant,
  keyList,
  openedTenant,
  openTenant,
  tenantList,
  widgetVersionList,
} from '../../service/contract/installation.ts'
import type {
  askForApproval,
  authorityNotified,
  breachNotice,
  concludeIncident,
  correctIncident,
  decideApproval,
  holdCase,
  IncidentView,
  LogView,
  pickCase,
  recordIncident,
  tellAffected,
} from '../../service/contract/keeping.ts'
import type {
  AlertList,
  AlertPreferencesView,
  alertPreferences,
  alertReading,
} from '../../service/contract/messages.ts'
import type {
  CasePapers,
  editLetter,
  editPaper,
  LetterLine,
  LetterView,
  PaperView,
  PaperWordsView,
} from '../../service/contract/papers.ts'
import type { bulkRequest } from '../../service/contract/series.ts'
import type { WithFixedLists } from '../../service/contract/shown.ts'
import type { setAbsences } from '../../service/contract/staff.ts'
import type { prepareEntry } from '../../service/contract/transfers.ts'
import type { changeWording, makeSealingKey, setNoticeLevel, tryWording } from '../../service/contract/unit.ts'

/** Names for the contract's types as this application speaks of them. Types only: no schema reaches the browser. */

import type {
  actBodies,
  carriedOut,
  decideIdentity,
  lookUpReporter,
  redactFile,
  renewCode,
  revealIdentity,
  StaffAct,
  takeOriginal,
} from '../../service/contract/acts.ts'
import type { CaseLine, CaseView } from '../../service/contract/case-view.ts'
import type { IntakeRequestInput } from '../../service/contract/complaint-request.ts'
import type { addTemplate, OfferedTemplates } from '../../service/contract/templates.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { RescheduleTimed } from '../../service/contract/timed.ts'
import type { PlatformAct } from '../../service/offices/act-vocabulary.ts'

export type Status = CaseLine['status']
export type ComplaintClass = CaseLine['class']
export type PrivacyChoice = CaseLine['privacy']
export type IntakeChannel = CaseLine['channel']
export type OfficeChannel = IntakeRequestInput['channel']
export type Signing = NonNullable<IntakeRequestInput['signing']>
export type UnsignedReason = Extract<Signing, { kind: 'witnessed' }>['because']
export type NoticeStanding = CaseView['notices'][number]['standing']
export type NoticeChannel = NonNullable<CaseView['notices'][number]['channel']>
export type NoticeView = CaseView['notices'][number]
export type TemplateWords = Written<typeof addTemplate>
export type TemplateKind = OfferedTemplates['items'][number]['kind']
export type OfferedTemplate = OfferedTemplates['items'][number]
export type Outcome = NonNullable<CaseView['answer']>['outcome']
export type DeclineReason = NonNullable<CaseView['declined']>['reason']
export type CompletionItem = NonNullable<CaseView['completion']>['items'][number]

export type DispatchInstruction = CaseView['dispositions'][number]['assignments'][number]['instructions'][number]
export type { PaperLine, PaperView } from '../../service/contract/papers.ts'
export type PaperWords = PaperWordsView
export type MinutesWords = Extract<PaperWords, { readonly kind: 'minutes' }>
export type ReportWords = Extract<PaperWords, { readonly kind: 'report' }>
export type PaperKind = PaperWords['kind']
export type PaperState = CasePapers['items'][number]['state']
export type PaperAct = PaperView['acts'][number]
export type HeardAs = MinutesWords['heard'][number]['as']
export type EditPaper = Written<typeof editPaper>
export type CarriedOut = Written<typeof carriedOut>

export type IdentityRequest = CaseView['identity']['requests'][number]
export type LogLine = LogView['items'][number]
export type LogHead = NonNullable<LogView['head']>
export type LoggedAct = LogLine['act']
export type UnitAct = Exclude<LoggedAct, PlatformAct>
/** What the service finds of a reporter's identity in a text. */
export type LeakKind = 'name' | 'phone' | 'address' | 'email' | 'nik'

export type BookReading = Written<typeof bookReading>
export type BulkOrder = Written<typeof bulkRequest>['order']
export type Membership = SessionView['tenants'][number]
export type Role = Membership['roles'][number]
export type Need = TenantSettingsView['identityFields']['name']
export type IdentityPolicy = TenantSettingsView['identityPolicy']
export type CategorySettings = TenantSettingsView['categories'][number]
export type QuestionSettings = NonNullable<CategorySettings['questions']>[number]
export type RetentionSchedule = TenantSettingsView['retention']
export type NoticeSettings = TenantSettingsView['notices']
export type WhatsAppTemplate = NoticeSettings['whatsappTemplates'][number]
export type RetentionException = RetentionSchedule['exceptions'][number]
export type Translated = TenantSettingsView['procedure']['title']
export type HolidayYear = TenantSettingsView['calendar']['holidayYears'][number]
export type Holiday = HolidayYear['days'][number]
export type PackRules = TenantSettingsView['rules']
export type ClockRule = PackRules['clocks']['verification']
export type CategoryRule = PackRules['categories'][number]
export type RulePackView = NonNullable<TenantSettingsView['rulePacks']>[number]
export type Weekday = keyof TenantSettingsView['calendar']['week']

type Written<Schema extends { _zod: { input: unknown } }> = WithFixedLists<Schema['_zod']['input']>

/** The body of an act without the revision that the person looked at. */
export type ActBody<Act extends StaffAct> = WithoutRevision<Written<(typeof actBodies)[Act]>>
/** Works on each member of a union by itself. */
type WithoutRevision<Body> = Body extends unknown ? Omit<Body, 'revision'> : never
/** The ground on which somebody opens an identity, and their reason. */
export type OpeningReason = Written<typeof revealIdentity>
export type RenewalReason = Written<typeof renewCode>
export type ReporterLookUp = Written<typeof lookUpReporter>
export type OriginalReason = Written<typeof takeOriginal>
export type FileRedacting = Written<typeof redactFile>
export type Area = FileRedacting['areas'][number]
export type OpeningGround = NonNullable<OpeningReason['ground']>
export type PrepareEntry = Written<typeof prepareEntry>
export type DataAnswer = Written<typeof dataAnswer>
export type GuardRequest = Written<typeof guardRequest>
export type IncidentFacts = Written<typeof recordIncident>
export interface IncidentChange {
  readonly facts: Written<typeof correctIncident>
  readonly case: Written<typeof pickCase>
  readonly notice: Written<typeof breachNotice>
  readonly sending: Written<typeof tellAffected>
  readonly authority: Written<typeof authorityNotified>
  readonly closing: Written<typeof concludeIncident>
}
export type BreachedData = IncidentView['data'][number]['kind']
export type BreachNoticeState = IncidentView['cases'][number]['state']
export type CustodianDecision = Written<typeof decideIdentity>
export type AskForReset = Written<typeof askForReset>
export type InviteStaff = Written<typeof inviteStaff>
export type ChangeStaff = Written<typeof changeStaff>
export type SetAbsences = Written<typeof setAbsences>
export type StaffList = Written<typeof staffList>
export type OpenTenant = Written<typeof openTenant>
export type CloseTenant = Written<typeof closeTenant>
export type TenantList = Written<typeof tenantList>

export type WrappedUnitKey = Written<typeof makeSealingKey>['wrapped']

export type KeyList = Written<typeof keyList>
export type UnitKeys = KeyList['units'][number]
export type WidgetVersionList = Written<typeof widgetVersionList>
export type WidgetVersion = WidgetVersionList['items'][number]
export type OpenedTenant = Written<typeof openedTenant>

export type AlertView = AlertList['items'][number]
export type AlertPreferences = Written<typeof alertPreferences>
export type OwnAlertPreferences = AlertPreferencesView
export type AlertReading = Written<typeof alertReading>
/** A part of the settings that a unit sets itself; the service tells the others. */
export type SettingPart = Exclude<
  keyof TenantSettingsView,
  'revision' | 'malwareScanner' | 'rulePacks' | 'decreedYears'
>
export type LetterSettings = TenantSettingsView['letters']
export type Signatory = LetterSettings['signatories'][number]
export type LetterState = LetterLine['state']
export type LetterKind = LetterLine['kind']
export type LetterAct = LetterLine['acts'][number]
export type LetterNature = LetterView['nature']
export type ReturnReason = NonNullable<LetterLine['returned']>
export type EditLetter = Written<typeof editLetter>

export type DraftEvaluation = Written<typeof draftEvaluation>
export type FinishEvaluation = Written<typeof finishEvaluation>
export type AskForApproval = Written<typeof askForApproval>
export type ApprovalDecision = Written<typeof decideApproval>
export type WrittenWording = Written<typeof tryWording>
export type WordingChange = Written<typeof changeWording>
export type NoticeLevel = Written<typeof setNoticeLevel>
export type HoldCase = Written<typeof holdCase>

/** Day and time of day as the office's clock shows them. */
export type OfficeTime = RescheduleTimed['on']
