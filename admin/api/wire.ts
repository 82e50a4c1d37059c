import type { changeStaff, SessionView, staffList } from '../../service/contract/account.ts'
import type {
  actBodies,
  decideIdentity,
  lookUpReporter,
  redactFile,
  revealIdentity,
  StaffAct,
} from '../../service/contract/acts.ts'
import type { bookReading } from '../../service/contract/arrivals.ts'
import type { CaseLine, CaseView } from '../../service/contract/case-view.ts'
import type { IntakeRequestInput } from '../../service/contract/complaint-request.ts'
import type { finishEvaluation } from '../../service/contract/figures.ts'
import type { keyList, tenantList, widgetVersionList } from '../../service/contract/installation.ts'
import type {
  askForApproval,
  authorityNotified,
  breachNotice,
  concludeIncident,
  correctIncident,
  IncidentView,
  LogView,
  pickCase,
  recordIncident,
  tellAffected,
} from '../../service/contract/keeping.ts'
import type { AlertList, AlertPreferencesView, alertPreferences } from '../../service/contract/messages.ts'
import type { editLetter, LetterLine, LetterView, PaperView, PaperWordsView } from '../../service/contract/papers.ts'
import type { bulkRequest } from '../../service/contract/series.ts'
import type { WithFixedLists } from '../../service/contract/shown.ts'
import type { addTemplate, OfferedTemplates } from '../../service/contract/templates.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { RescheduleTimed } from '../../service/contract/timed.ts'
import type { makeSealingKey, tryWording } from '../../service/contract/unit.ts'
import type { PlatformAct } from '../../service/offices/act-vocabulary.ts'

export type Status = CaseLine['status']
export type ComplaintClass = CaseLine['class']
export type PrivacyChoice = CaseLine['privacy']
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
export type PaperAct = PaperView['acts'][number]
export type HeardAs = MinutesWords['heard'][number]['as']

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
export type OpeningReason = Written<typeof revealIdentity>
export type ReporterLookUp = Written<typeof lookUpReporter>
export type FileRedacting = Written<typeof redactFile>
export type Area = FileRedacting['areas'][number]
export type IncidentFacts = Written<typeof recordIncident>
export interface IncidentChange {
  readonly facts: Written<typeof correctIncident>
  readonly case: Written<typeof pickCase>
  readonly notice: Written<typeof breachNotice>
  readonly sending: Written<typeof tellAffected>
  readonly authority: Written<typeof authorityNotified>
  readonly closing: Written<typeof concludeIncident>
}
export type BreachNoticeState = IncidentView['cases'][number]['state']
export type CustodianDecision = Written<typeof decideIdentity>
export type ChangeStaff = Written<typeof changeStaff>
export type StaffList = Written<typeof staffList>
export type TenantList = Written<typeof tenantList>

export type WrappedUnitKey = Written<typeof makeSealingKey>['wrapped']

export type KeyList = Written<typeof keyList>
export type UnitKeys = KeyList['units'][number]
export type WidgetVersionList = Written<typeof widgetVersionList>
export type WidgetVersion = WidgetVersionList['items'][number]

export type AlertView = AlertList['items'][number]
export type AlertPreferences = Written<typeof alertPreferences>
export type OwnAlertPreferences = AlertPreferencesView
/** A part of the settings that a unit sets itself; the service tells the others. */
export type SettingPart = Exclude<
  keyof TenantSettingsView,
  'revision' | 'malwareScanner' | 'rulePacks' | 'decreedYears'
>
export type LetterSettings = TenantSettingsView['letters']
export type Signatory = LetterSettings['signatories'][number]
export type LetterState = LetterLine['state']
export type LetterAct = LetterLine['acts'][number]
export type LetterNature = LetterView['nature']
export type ReturnReason = NonNullable<LetterLine['returned']>
export type EditLetter = Written<typeof editLetter>

export type FinishEvaluation = Written<typeof finishEvaluation>
export type AskForApproval = Written<typeof askForApproval>
export type WrittenWording = Written<typeof tryWording>

/** Day and time of day as the office's clock shows them. */
export type OfficeTime = RescheduleTimed['on']
