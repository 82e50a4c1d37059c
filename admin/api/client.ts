import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import type { StaffAct } from '../../service/contract/acts.ts'
import type { CaseRegister, CaseView, OlderCaseView } from '../../service/contract/case-view.ts'
import type { IntakeRequestInput } from '../../service/contract/complaint-request.ts'
import type { ClockDaysView, ReceiptView } from '../../service/contract/complaint-view.ts'
import type { EmbedCheckView, WidgetSightingsView } from '../../service/contract/embed.ts'
import type { IdentityRequestList, OpenedIdentityView } from '../../service/contract/identity-view.ts'
import type { LateList } from '../../service/contract/late.ts'
import type { LogView } from '../../service/contract/log-view.ts'
import type { PublicStatisticsView } from '../../service/contract/public-statistics.ts'
import type { RolesView } from '../../service/contract/roles-view.ts'
import type {
  ChangedStaffView,
  ColleagueList,
  InvitedStaffView,
  SessionView,
  ShownLinkView,
  SignInWays,
} from '../../service/contract/session.ts'
import type { StatisticsView } from '../../service/contract/statistics-view.ts'
import type {
  CalendarPreview,
  MailboxView,
  ReadHolidaysView,
  TenantSettingsView,
} from '../../service/contract/tenant-settings.ts'
import type { HeldEvidenceView, WholeTenantView } from '../../service/contract/tenant-view.ts'
import { type AccountClient, createAccountClient } from './account-client.ts'
import { type AlertsClient, createAlertsClient } from './alerts-client.ts'
import { type BulkClient, createBulkClient } from './bulk-client.ts'
import { createEvaluationsClient, type EvaluationsClient } from './evaluations-client.ts'
import { createEvidenceClient, type EvidenceClient } from './evidence-client.ts'
import { createGuardClient, type GuardClient } from './guard-client.ts'
import { createInboundClient, type InboundClient } from './inbound-client.ts'
import { createIncidentsClient, type IncidentsClient } from './incidents-client.ts'
import { createIntegrationsClient, type IntegrationsClient } from './integrations-client.ts'
import { createLaporClient, type LaporClient } from './lapor-client.ts'
import { createLettersClient, type LettersClient } from './letters-client.ts'
import { createLiveClient, type LiveClient } from './live-client.ts'
import { createMergeClient, type MergeClient } from './merge-client.ts'
import { createNoticesClient, type NoticesClient } from './notices-client.ts'
import { createOldBooksClient, type OldBooksClient } from './old-books-client.ts'
import { createPapersClient, type PapersClient } from './papers-client.ts'
import type { PasskeyAnswer } from './passkeys.ts'
import { ServiceProblem } from './problems.ts'
import { createRetentionClient, type RetentionClient } from './retention-client.ts'
import { createRightsClient, type RightsClient } from './rights-client.ts'
import { createSealingClient, type SealingClient } from './sealing-client.ts'
import { createTemplatesClient, type TemplatesClient } from './templates-client.ts'
import { createTransfersClient, type TransfersClient } from './transfers-client.ts'
import { createTransport, type Transport, type TransportSettings } from './transport.ts'
import { type Upload, uploadEvidence } from './upload.ts'
import { createViewsClient, type ViewsClient } from './views-client.ts'
import { createWidgetClient, type WidgetClient } from './widget-client.ts'
import type {
  ActBody,
  AskForReset,
  ChangeStaff,
  CloseTenant,
  CustodianDecision,
  InviteStaff,
  KeyList,
  OpenedTenant,
  OpeningReason,
  OpenTenant,
  StaffList,
  TenantList,
  UnitKeys,
  WidgetVersionList,
} from './wire.ts'
import { createWordingClient, type WordingClient } from './wording-client.ts'

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly totp?: string | undefined
}

/** A change to one case, by somebody who looked at `revision`. */
export interface ActCall<Act extends StaffAct> {
  readonly act: Act
  readonly revision: number
  readonly body: ActBody<Act>
}

/** The staff API as this application uses it; refusals are thrown as `ServiceProblem`. */
export interface ServiceClient {
  /** One's own account, whatever the unit. */
  readonly account: AccountClient
  readonly rights: RightsClient
  readonly notices: NoticesClient
  readonly alerts: AlertsClient
  readonly letters: LettersClient
  readonly papers: PapersClient
  readonly inbound: InboundClient
  readonly evaluations: EvaluationsClient
  readonly incidents: IncidentsClient
  readonly evidence: EvidenceClient
  readonly guard: GuardClient
  readonly live: LiveClient
  readonly merging: MergeClient
  readonly bulk: BulkClient
  readonly retention: RetentionClient
  readonly widget: WidgetClient
  readonly wording: WordingClient
  readonly sealing: SealingClient
  readonly templates: TemplatesClient
  readonly transfers: TransfersClient
  readonly views: ViewsClient
  readonly lapor: LaporClient
  readonly oldBooks: OldBooksClient
  readonly integrations: IntegrationsClient
  /** Does the work that a door under attack asks for, then knocks again. */
  signIn(request: SignIn): Promise<SessionView>
  askForPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON>
  signInWithPasskey(passkey: PasskeyAnswer): Promise<SessionView>
  acceptInvitation(request: { token: string; password: string }): Promise<SessionView>
  showLink(token: string): Promise<ShownLinkView>
  forgetPassword(email: string): Promise<void>
  resetPassword(request: { token: string; password: string }): Promise<void>
  resetSecondFactor(request: { token: string; password: string }): Promise<void>
  acceptMembership(unit: string, token?: string): Promise<SessionView>
  declineMembership(unit: string): Promise<SessionView>
  readSignInWays(): Promise<SignInWays>
  readSession(): Promise<SessionView>
  signOut(): Promise<void>
  readUnit(tenant: string, signal?: AbortSignal): Promise<WholeTenantView>
  listCases(tenant: string, query: URLSearchParams, signal: AbortSignal): Promise<CaseRegister>
  readCase(tenant: string, number: string, signal?: AbortSignal): Promise<CaseView>
  /** Returns the entries before those that a case shows. @param page as the case or the page after it names it */
  readOlder(tenant: string, number: string, page: string): Promise<OlderCaseView>
  act<Act extends StaffAct>(tenant: string, number: string, call: ActCall<Act>): Promise<CaseView>
  openIdentity(tenant: string, number: string, reason: OpeningReason): Promise<OpenedIdentityView>
  askForIdentity(tenant: string, number: string, reason: OpeningReason): Promise<CaseView>
  decideIdentity(tenant: string, number: string, request: string, decision: CustodianDecision): Promise<CaseView>
  listIdentityRequests(tenant: string, signal?: AbortSignal): Promise<IdentityRequestList>
  readLog(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<LogView>
  listHandlers(tenant: string, signal?: AbortSignal): Promise<StaffList>
  /** Lists the staff who can lead or assist in that case. Staff from whom it is kept are missing. */
  listHandlersOf(tenant: string, number: string, part: 'lead' | 'assist', signal?: AbortSignal): Promise<StaffList>
  /** Lists the staff of the unit whom a complaint can be about. */
  listColleagues(tenant: string, signal?: AbortSignal): Promise<ColleagueList>
  enterCase(tenant: string, idempotencyKey: string, request: IntakeRequestInput): Promise<ReceiptView>
  upload(tenant: string, upload: Upload): Promise<HeldEvidenceView>
  receiptAddress(tenant: string, number: string): string
  readSettings(tenant: string, signal?: AbortSignal): Promise<TenantSettingsView>
  listLate(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<LateList>
  readClockDays(tenant: string, number: string): Promise<ClockDaysView>
  writeSettings(tenant: string, settings: TenantSettingsView): Promise<TenantSettingsView>
  previewCalendar(tenant: string, calendar: Pick<TenantSettingsView, 'timeZone' | 'calendar'>): Promise<CalendarPreview>
  readHolidays(tenant: string, file: { readonly text: string }): Promise<ReadHolidaysView>
  listStaff(tenant: string, signal?: AbortSignal): Promise<StaffList>
  readRoles(tenant: string, signal?: AbortSignal): Promise<RolesView>
  inviteStaff(tenant: string, request: InviteStaff): Promise<InvitedStaffView>
  inviteStaffAgain(tenant: string, id: string): Promise<InvitedStaffView>
  askForReset(tenant: string, id: string, request: AskForReset): Promise<void>
  takeResetLink(tenant: string, approval: string): Promise<{ resetUrl: string | null }>
  changeStaff(tenant: string, id: string, request: ChangeStaff): Promise<ChangedStaffView>
  removeStaff(tenant: string, id: string): Promise<void>
  previewPublicStatistics(tenant: string, signal?: AbortSignal): Promise<PublicStatisticsView>
  readStatistics(tenant: string, query: URLSearchParams, signal?: AbortSignal): Promise<StatisticsView>
  readMailbox(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<MailboxView>
  listUnits(signal?: AbortSignal): Promise<TenantList>
  openUnit(request: OpenTenant): Promise<OpenedTenant>
  closeUnit(tenant: string, request: CloseTenant): Promise<TenantList>
  keepUnitOpen(tenant: string): Promise<TenantList>
  listKeys(signal?: AbortSignal): Promise<KeyList>
  rotateUnitKey(tenant: string): Promise<UnitKeys>
  rotateMasterKey(): Promise<KeyList['master']>
  /** Says that a unit is the office that it says it is; `null` takes that back. */
  vouchFor(tenant: string, word: { readonly by: string; readonly basis: string } | null): Promise<TenantList>
  /** Lets the service check a page of the office's site. */
  checkEmbed(tenant: string, url: string): Promise<EmbedCheckView>
  listSightings(tenant: string, signal?: AbortSignal): Promise<WidgetSightingsView>
  /** For calls of pages that are loaded later. */
  readonly call: Transport['json']
  listWidgetVersions(signal?: AbortSignal): Promise<WidgetVersionList>
  withdrawWidgetVersion(version: string, reason: string): Promise<WidgetVersionList>
  allowWidgetVersion(version: string): Promise<WidgetVersionList>
}

const after = (cursor: string | null) => (cursor ? `?cursor=${encodeURIComponent(cursor)}` : '')
const withSignal = (signal: AbortSignal | undefined) => (signal ? { signal } : {})

export function createServiceClient(settings: TransportSettings): ServiceClient {
  const transport = createTransport(settings)
  const { json, send, address } = transport

  async function session(answer: Promise<SessionView>): Promise<SessionView> {
    const view = await answer
    transport.keepCsrf(view.csrf)
    return view
  }

  async function withProof<Answer>(knock: (proof?: string) => Promise<Answer>): Promise<Answer> {
    try {
      return await knock()
    } catch (cause) {
      if (!(cause instanceof ServiceProblem) || cause.problem.code !== 'limit/proof-needed') throw cause
      const { solveProof } = await import('./solve-proof.ts')
      const proof = await solveProof(cause.challenge)
      if (!proof) throw cause
      return knock(proof)
    }
  }

  const unit = (tenant: string) => `/tenants/${encodeURIComponent(tenant)}`
  const casePath = (tenant: string, number: string) => `${unit(tenant)}/cases/${encodeURIComponent(number)}`

  return {
    account: createAccountClient(transport),
    rights: createRightsClient(transport),
    notices: createNoticesClient(transport),
    alerts: createAlertsClient(transport),
    letters: createLettersClient(transport),
    papers: createPapersClient(transport),
    inbound: createInboundClient(transport),
    evaluations: createEvaluationsClient(transport),
    incidents: createIncidentsClient(transport),
    evidence: createEvidenceClient(transport),
    guard: createGuardClient(transport),
    live: createLiveClient(transport),
    merging: createMergeClient(transport),
    bulk: createBulkClient(transport),
    retention: createRetentionClient(transport),
    widget: createWidgetClient(settings),
    wording: createWordingClient(transport),
    sealing: createSealingClient(transport),
    templates: createTemplatesClient(transport),
    transfers: createTransfersClient(transport),
    views: createViewsClient(transport),
    lapor: createLaporClient(transport),
    oldBooks: createOldBooksClient(transport),
    integrations: createIntegrationsClient(transport),
    signIn: (request) =>
      withProof((proof) => session(json('POST', '/session', { body: { ...request, proof }, withoutSession: true }))),
    askForPasskey: () =>
      withProof((proof) => json('POST', '/session/passkey/options', { body: { proof }, withoutSession: true })),
    signInWithPasskey: (passkey) =>
      session(json('POST', '/session/passkey', { body: { passkey }, withoutSession: true })),
    acceptInvitation: (body) => session(json('POST', '/invitations/acceptance', { body, withoutSession: true })),
    showLink: (token) => json('POST', '/account-links/inspection', { body: { token }, withoutSession: true }),
    forgetPassword: (email) => send('POST', '/session/forgotten-password', { body: { email }, withoutSession: true }),
    resetPassword: (body) => send('POST', '/account-links/password', { body, withoutSession: true }),
    resetSecondFactor: (body) => send('POST', '/account-links/second-factor', { body, withoutSession: true }),
    acceptMembership: (one, token) =>
      session(json('POST', `/account/invitations/${one}/acceptance`, { body: token ? { token } : {} })),
    declineMembership: (one) => session(json('POST', `/account/invitations/${one}/refusal`)),
    readSignInWays: () => json('GET', '/session/ways', { withoutSession: true }),
    readSession: () => session(json('GET', '/session', { withoutSession: true })),
    signOut: () => send('DELETE', '/session', { withoutSession: true }),
    readUnit: (tenant, signal) => json('GET', unit(tenant), withSignal(signal)),
    listCases: (tenant, query, signal) => json('GET', `${unit(tenant)}/cases?${query}`, { signal }),
    readCase: (tenant, number, signal) => json('GET', casePath(tenant, number), withSignal(signal)),
    readOlder: (tenant, number, page) => json('GET', `${casePath(tenant, number)}/older/${page}`),
    act: (tenant, number, { act, revision, body }) =>
      json('POST', `${casePath(tenant, number)}/${act}`, { body: { revision, ...body } }),
    openIdentity: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/identity/reveal`, { body }),
    askForIdentity: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/identity/requests`, { body }),
    decideIdentity: (tenant, number, request, body) =>
      json('POST', `${casePath(tenant, number)}/identity/requests/${request}/decision`, { body }),
    listIdentityRequests: (tenant, signal) => json('GET', `${unit(tenant)}/identity-requests`, withSignal(signal)),
    readLog: (tenant, cursor, signal) => json('GET', `${unit(tenant)}/log${after(cursor)}`, withSignal(signal)),
    listHandlers: (tenant, signal) => json('GET', `${unit(tenant)}/handlers`, withSignal(signal)),
    listHandlersOf: (tenant, number, part, signal) =>
      json('GET', `${unit(tenant)}/handlers?case=${encodeURIComponent(number)}&part=${part}`, withSignal(signal)),
    listColleagues: (tenant, signal) => json('GET', `${unit(tenant)}/colleagues`, withSignal(signal)),
    enterCase: (tenant, key, body) =>
      json('POST', `${unit(tenant)}/cases`, { body, headers: { 'Idempotency-Key': key } }),
    upload: (tenant, upload) => uploadEvidence(transport, tenant, upload),
    receiptAddress: (tenant, number) => address(`${casePath(tenant, number)}/receipt.pdf`),
    readSettings: (tenant, signal) => json('GET', `${unit(tenant)}/settings`, withSignal(signal)),
    writeSettings: (tenant, body) => json('PUT', `${unit(tenant)}/settings`, { body }),
    listLate: (tenant, cursor, signal) => json('GET', `${unit(tenant)}/late${after(cursor)}`, withSignal(signal)),
    readClockDays: (tenant, number) => json('GET', `${casePath(tenant, number)}/clocks`),
    previewCalendar: (tenant, body) => json('POST', `${unit(tenant)}/settings/calendar/preview`, { body }),
    readHolidays: (tenant, body) => json('POST', `${unit(tenant)}/settings/calendar/holidays`, { body }),
    listStaff: (tenant, signal) => json('GET', `${unit(tenant)}/staff`, withSignal(signal)),
    readRoles: (tenant, signal) => json('GET', `${unit(tenant)}/staff/roles`, withSignal(signal)),
    inviteStaff: (tenant, body) => json('POST', `${unit(tenant)}/staff`, { body }),
    inviteStaffAgain: (tenant, id) => json('POST', `${unit(tenant)}/staff/${id}/invitation`),
    askForReset: (tenant, id, body) => send('POST', `${unit(tenant)}/staff/${id}/reset`, { body }),
    takeResetLink: (tenant, id) => json('POST', `${unit(tenant)}/approvals/${id}/reset-link`),
    changeStaff: (tenant, id, body) => json('PATCH', `${unit(tenant)}/staff/${id}`, { body }),
    removeStaff: (tenant, id) => send('DELETE', `${unit(tenant)}/staff/${id}`),
    previewPublicStatistics: (tenant, signal) => json('GET', `${unit(tenant)}/statistics/preview`, withSignal(signal)),
    readStatistics: (tenant, query, signal) => json('GET', `${unit(tenant)}/statistics?${query}`, withSignal(signal)),
    readMailbox: (tenant, cursor, signal) => json('GET', `${unit(tenant)}/mailbox${after(cursor)}`, withSignal(signal)),
    listUnits: (signal) => json('GET', '/operator/tenants', withSignal(signal)),
    openUnit: (body) => json('POST', '/operator/tenants', { body }),
    closeUnit: (tenant, body) => json('POST', `/operator/tenants/${encodeURIComponent(tenant)}/closing`, { body }),
    keepUnitOpen: (tenant) => json('DELETE', `/operator/tenants/${encodeURIComponent(tenant)}/closing`),
    listKeys: (signal) => json('GET', '/operator/keys', withSignal(signal)),
    rotateUnitKey: (tenant) => json('POST', `/operator/keys/units/${encodeURIComponent(tenant)}/rotation`),
    rotateMasterKey: () => json('POST', '/operator/keys/master/rotation'),
    vouchFor: (tenant, word) =>
      json('PUT', `/operator/tenants/${encodeURIComponent(tenant)}/vouching`, { body: { word } }),
    checkEmbed: (tenant, url) => json('POST', `${unit(tenant)}/embed/check`, { body: { url } }),
    listSightings: (tenant, signal) => json('GET', `${unit(tenant)}/embed/sightings`, withSignal(signal)),
    call: json,
    listWidgetVersions: (signal) => json('GET', '/operator/widget-versions', withSignal(signal)),
    withdrawWidgetVersion: (version, reason) =>
      json('POST', `/operator/widget-versions/${version}/withdrawal`, { body: { reason } }),
    allowWidgetVersion: (version) => json('POST', `/operator/widget-versions/${version}/return`),
  }
}
