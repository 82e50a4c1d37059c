import { Hono } from 'hono'
import type { Deliverer } from '../case/notices/deliverer.ts'
import type { MailboxReader } from '../case/notices/mailbox.ts'
import type { MessageCounts } from '../case/notices/message-counts.ts'
import type { NoticeAllowance } from '../case/notices/notice-allowance.ts'
import type { WhatsAppSent } from '../case/notices/whatsapp-sent.ts'
import type { BulkPorts } from '../desk/bulk/order-bulk.ts'
import type { GiveEvidencePorts } from '../desk/give-evidence.ts'
import type { PaperPorts } from '../desk/letters/approve-letter.ts'
import type { DraftPorts } from '../desk/letters/draft-letter.ts'
import type { PresencePorts } from '../desk/presence/be-present.ts'
import type { SettlePorts } from '../filing/inbound/settle-arrivals.ts'
import type { OldBookPorts } from '../filing/old-books/take-book.ts'
import type { CodeAllowance } from '../following/rights/code-allowance.ts'
import type { AppEnv } from '../http/app-env.ts'
import { describeApi } from '../http/describe-api.ts'
import { identifyProgram } from '../http/identify-program.ts'
import { identifyReporter } from '../http/identify-reporter.ts'
import { identifyMember, identifyOperator, identifyStaff } from '../http/identify-staff.ts'
import { allowOrigins, identifyTenant } from '../http/identify-tenant.ts'
import { chooseLanguage } from '../http/language.ts'
import { noteElement } from '../http/note-sighting.ts'
import { newApi, smallBody } from '../http/openapi.ts'
import { operatorAnnouncementRoutes } from '../http/operator/announcement-routes.ts'
import { type HealthPorts, healthRoutes } from '../http/operator/health-routes.ts'
import { keyRoutes } from '../http/operator/key-routes.ts'
import { operatorLogRoutes } from '../http/operator/log-routes.ts'
import { operatorRoutes } from '../http/operator/operator-routes.ts'
import { operatorRequestRoutes } from '../http/operator/request-routes.ts'
import { type TaskPorts, taskRoutes } from '../http/operator/task-routes.ts'
import { operatorTenantRoutes } from '../http/operator/tenant-routes.ts'
import { widgetVersionRoutes } from '../http/operator/widget-version-routes.ts'
import { type FollowPagePorts, followPageRoutes } from '../http/pages/follow-routes.ts'
import { type FormPorts, formRoutes } from '../http/pages/form-routes.ts'
import { type PagePorts, pageRoutes } from '../http/pages/page-routes.ts'
import { problemPages } from '../http/pages/problem-page.ts'
import { answerProblems } from '../http/problem.ts'
import { programRoutes } from '../http/programs/program-routes.ts'
import { webhookRoutes } from '../http/providers/webhook-routes.ts'
import { evidenceRoutes } from '../http/public/evidence-routes.ts'
import { filingRoutes } from '../http/public/filing-routes.ts'
import { open311Routes } from '../http/public/open311-routes.ts'
import { similarRoutes } from '../http/public/similar-routes.ts'
import { publicStatisticsRoutes } from '../http/public/statistics-routes.ts'
import { type TenantRoutePorts, tenantRoutes } from '../http/public/tenant-routes.ts'
import { troubleRoutes } from '../http/public/trouble-routes.ts'
import { trustRoutes } from '../http/public/trust-routes.ts'
import { type UploadRoutePorts, uploadRoutes } from '../http/public/upload-routes.ts'
import { reporterFileRoutes } from '../http/reporter/file-routes.ts'
import { followRoutes } from '../http/reporter/follow-routes.ts'
import { rightsRoutes } from '../http/reporter/rights-routes.ts'
import { requestTrace, type TracePorts } from '../http/request-trace.ts'
import { deskPolicy, securityHeaders } from '../http/security-headers.ts'
import { accountLinkRoutes } from '../http/staff/account-link-routes.ts'
import { accountRoutes } from '../http/staff/account-routes.ts'
import { alertRoutes } from '../http/staff/alert-routes.ts'
import { announcementRoutes } from '../http/staff/announcement-routes.ts'
import { apiKeyRoutes } from '../http/staff/api-key-routes.ts'
import { approvalRoutes, type ExportRoutePorts } from '../http/staff/approval-routes.ts'
import { bulkRoutes } from '../http/staff/bulk-routes.ts'
import { type CaseRoutePorts, caseRoutes } from '../http/staff/case-routes.ts'
import { channelAccountRoutes } from '../http/staff/channel-account-routes.ts'
import { dataRequestRoutes } from '../http/staff/data-request-routes.ts'
import { type DestructionRoutePorts, destructionRoutes } from '../http/staff/destruction-routes.ts'
import { type DispositionRoutePorts, dispositionRoutes } from '../http/staff/disposition-routes.ts'
import { type EmbedRoutePorts, embedRoutes } from '../http/staff/embed-routes.ts'
import { type EvaluationRoutePorts, evaluationRoutes } from '../http/staff/evaluation-routes.ts'
import { type FactorPorts, factorRoutes } from '../http/staff/factor-routes.ts'
import { caseFileRoutes } from '../http/staff/file-routes.ts'
import { guardRoutes } from '../http/staff/guard-routes.ts'
import { identityRoutes } from '../http/staff/identity-routes.ts'
import { inboundRoutes } from '../http/staff/inbound-routes.ts'
import { incidentRoutes } from '../http/staff/incident-routes.ts'
import { intakeRoutes } from '../http/staff/intake-routes.ts'
import { laporRoutes } from '../http/staff/lapor-routes.ts'
import { lateRoutes } from '../http/staff/late-routes.ts'
import { letterRoutes } from '../http/staff/letter-routes.ts'
import { letterSettingsRoutes } from '../http/staff/letter-settings-routes.ts'
import { type LogRoutePorts, logRoutes } from '../http/staff/log-routes.ts'
import { mailboxRoutes } from '../http/staff/mailbox-routes.ts'
import { type MemberPorts, memberRoutes } from '../http/staff/member-routes.ts'
import { noticeRoutes } from '../http/staff/notice-routes.ts'
import { oldBookFileRoutes, oldBookRoutes } from '../http/staff/old-book-routes.ts'
import { type PaperRoutePorts, paperRoutes } from '../http/staff/paper-routes.ts'
import { presenceRoutes } from '../http/staff/presence-routes.ts'
import { providerRoutes } from '../http/staff/provider-routes.ts'
import { retentionRoutes } from '../http/staff/retention-routes.ts'
import { roleRoutes } from '../http/staff/role-routes.ts'
import { sealingRoutes } from '../http/staff/sealing-routes.ts'
import { type SessionPorts, sessionRoutes } from '../http/staff/session-routes.ts'
import { type SettingsRoutePorts, settingsRoutes } from '../http/staff/settings-routes.ts'
import { statisticsRoutes } from '../http/staff/statistics-routes.ts'
import type { AlertRoutePorts } from '../http/staff/stream-alerts.ts'
import { templateRoutes } from '../http/staff/template-routes.ts'
import { transferRoutes } from '../http/staff/transfer-routes.ts'
import { viewRoutes } from '../http/staff/view-routes.ts'
import { staffWebhookRoutes } from '../http/staff/webhook-routes.ts'
import { wordingRoutes } from '../http/staff/wording-routes.ts'
import { type StaticFiles, servePage, staticFiles } from '../http/static-files.ts'
import type { ApprovalPorts } from '../keeping/approvals/ask-for-approval.ts'
import type { MasterRotationPorts } from '../keeping/identity/rotate-master-key.ts'
import type { RotationPorts } from '../keeping/identity/rotate-tenant-keys.ts'
import type { TransitSecrets } from '../keeping/identity/tenant-secrets-in-transit.ts'
import type { KeyPorts } from '../keeping/identity/tend-keys.ts'
import type { IncidentPorts } from '../keeping/incidents/incident-access.ts'
import type { ErasureFile } from '../keeping/retention/erasure-list.ts'
import type { AnnouncePorts } from '../offices/announcements/announce.ts'
import type { ApiKeyPorts } from '../offices/api-keys/manage-api-keys.ts'
import type { VerifyLogPorts } from '../offices/log/verify-log.ts'
import type { OpenTenantPorts } from '../offices/managing/open-tenant.ts'
import type { ProviderPorts } from '../offices/staff/identity-provider.ts'
import type { TemplateStore } from '../offices/templates/template-store.ts'
import type { WidgetVersionPorts } from '../offices/widgets/withdraw-version.ts'
import type { WordingStore } from '../offices/wording/wording-store.ts'
import type { PublicStatisticsPorts } from '../register/reports/public-statistics.ts'
import type { SavedViewStore } from '../register/saved-view.ts'
import type { MalwareScanner } from '../shared/malware-scan.ts'
import { once } from '../shared/once.ts'
import { Refusal } from '../shared/refusal.ts'
import type { AccountPorts } from '../telling/notices/configure-accounts.ts'
import type { HearPorts } from '../telling/notices/hear-from-provider.ts'
import type { WhatsAppWindows } from '../telling/notices/whatsapp-windows.ts'
import type { WebhookPorts } from '../telling/webhooks/manage-webhooks.ts'

export interface Ports
  extends FormPorts,
    FollowPagePorts,
    Omit<PagePorts, 'links'>,
    CaseRoutePorts,
    DispositionRoutePorts,
    PaperRoutePorts,
    ApprovalPorts,
    ExportRoutePorts,
    BulkPorts,
    OldBookPorts,
    EvaluationRoutePorts,
    EmbedRoutePorts,
    PresencePorts,
    ApiKeyPorts,
    WebhookPorts,
    PublicStatisticsPorts,
    AlertRoutePorts,
    Pick<LogRoutePorts, 'cursorSeal'>,
    Omit<DestructionRoutePorts, 'links'>,
    IncidentPorts,
    Omit<PaperPorts, 'links' | 'deliverer'>,
    Pick<DraftPorts, 'letterLabels'>,
    MemberPorts,
    SessionPorts,
    ProviderPorts,
    FactorPorts,
    OpenTenantPorts,
    GiveEvidencePorts,
    UploadRoutePorts,
    VerifyLogPorts,
    RotationPorts,
    MasterRotationPorts,
    Pick<KeyPorts, 'sealFaults'>,
    TenantRoutePorts,
    WidgetVersionPorts,
    Omit<SettingsRoutePorts, 'complaints'>,
    HealthPorts,
    TracePorts,
    TaskPorts,
    AnnouncePorts,
    Omit<AccountPorts, 'deliverer' | 'links'>,
    Omit<SettlePorts, 'deliverer' | 'whatsAppSent'>,
    Omit<HearPorts, 'whatsAppWindows' | 'complaints' | 'tenants' | 'deliverer'> {
  readonly files: StaticFiles
  readonly mailbox: MailboxReader
  readonly wordings: WordingStore
  readonly templates: TemplateStore
  readonly savedViews: SavedViewStore
  readonly messageCounts: MessageCounts
  readonly codeAllowance: CodeAllowance
  readonly noticeAllowance: NoticeAllowance
  readonly whatsAppWindows: WhatsAppWindows
  readonly whatsAppSent: WhatsAppSent
  readonly deliverer: Deliverer
  /** It is `null` if nothing is scanned. */
  readonly malwareScanner: MalwareScanner | null
  readonly erasureFile: ErasureFile
  readonly transitSecrets: TransitSecrets
}

/** It opens nothing and listens to nothing. */
export function createApp(ports: Ports): Hono<AppEnv> {
  const { tenants, links, log } = ports
  const origin = new URL(links.publicUrl).origin
  const unit = identifyTenant(tenants)
  const signedIn = identifyStaff(ports)
  const member = identifyMember(ports)

  const visitors = newApi()
  visitors.use('/tenants/:tenant', unit, noteElement(ports.sightings), allowOrigins(origin))
  visitors.route('/tenants/:tenant', tenantRoutes(ports))
  visitors.use('/tenants/:tenant/widget-troubles', unit, allowOrigins(origin))
  visitors.route('/tenants/:tenant/widget-troubles', troubleRoutes(ports))
  visitors.use('/tenants/:tenant/trust', unit, allowOrigins(origin))
  visitors.route('/tenants/:tenant/trust', trustRoutes(ports))
  visitors.use('/tenants/:tenant/public-statistics', unit, allowOrigins(origin))
  visitors.route('/tenants/:tenant/public-statistics', publicStatisticsRoutes(ports))
  visitors.use('/tenants/:tenant/categories/*', unit, allowOrigins(origin))
  visitors.route('/tenants/:tenant/categories', similarRoutes(ports))
  visitors.use('/tenants/:tenant/open311/*', unit)
  visitors.route('/tenants/:tenant/open311', open311Routes(ports))
  visitors.use('/tenants/:tenant/evidence', unit, allowOrigins(origin))
  visitors.route('/tenants/:tenant/evidence', evidenceRoutes(ports))
  visitors.use('/tenants/:tenant/evidence/uploads', unit, allowOrigins(origin), smallBody)
  visitors.use('/tenants/:tenant/evidence/uploads/:id', unit, allowOrigins(origin))
  visitors.route('/tenants/:tenant/evidence/uploads', uploadRoutes(ports))
  visitors.use('/tenants/:tenant/complaints/*', unit, allowOrigins(origin), smallBody)
  visitors.route('/tenants/:tenant/complaints', filingRoutes(ports))
  visitors.use('/tenants/:tenant/complaints/:number/*', identifyReporter(ports))
  visitors.route('/tenants/:tenant/complaints/:number', reporterFileRoutes(ports))
  visitors.route('/tenants/:tenant/complaints/:number', followRoutes(ports))
  visitors.route('/tenants/:tenant/complaints/:number', rightsRoutes(ports))

  const providers = newApi()
  providers.use('/webhooks/*', smallBody)
  providers.route('/webhooks', webhookRoutes(ports))

  const programs = newApi()
  programs.use('/tenants/:tenant/integration/*', unit, identifyProgram(ports), smallBody)
  programs.route('/tenants/:tenant/integration', programRoutes(ports))

  const files = newApi()
  files.on('POST', '/tenants/:tenant/old-books', signedIn, unit, member)
  files.route('/tenants/:tenant', oldBookFileRoutes(ports))

  const staff = newApi()
  staff.use(smallBody)
  staff.route('/', sessionRoutes(ports))
  // People show the second factor that their session owes here.
  staff.use(
    '/session/confirmation/*',
    identifyStaff(ports, () => true),
  )
  staff.use('/account/*', signedIn)
  staff.route('/', accountRoutes(ports))
  staff.route('/', accountLinkRoutes(ports))
  staff.route('/', factorRoutes(ports))
  staff.route('/', announcementRoutes(ports))
  for (const path of [
    'cases',
    'settings',
    'staff',
    'handlers',
    'colleagues',
    'mailbox',
    'old-books',
    'log',
    'identity-requests',
    'statistics',
    'approvals',
    'bulk-acts',
    'case-counts',
    'bulk-previews',
    'embed',
    'evaluations',
    'data-requests',
    'inbound',
    'incidents',
    'retention',
    'late',
    'undelivered-notices',
    'channels',
    'destructions',
    'alerts',
    'letters',
    'letter-prints',
    'papers',
    'wording',
    'channel-accounts',
    'sealing',
    'channel-trials',
    'wording-level',
    'transfers',
    'lapor',
    'other-units',
    'templates',
    'views',
    'work',
    'api-keys',
    'webhooks',
  ]) {
    staff.use(`/tenants/:tenant/${path}/*`, signedIn, unit, member)
  }
  staff.route('/tenants/:tenant/cases', intakeRoutes(ports))
  staff.route('/tenants/:tenant/cases', caseFileRoutes(ports))
  staff.route('/tenants/:tenant/cases', guardRoutes(ports))
  staff.route('/tenants/:tenant/cases', dispositionRoutes(ports))
  staff.route('/tenants/:tenant/cases', caseRoutes(ports))
  staff.route('/tenants/:tenant/statistics', statisticsRoutes(ports))
  staff.route('/tenants/:tenant', identityRoutes(ports))
  staff.route('/tenants/:tenant', approvalRoutes(ports))
  staff.route('/tenants/:tenant', bulkRoutes(ports))
  staff.route('/tenants/:tenant', oldBookRoutes(ports))
  staff.route('/tenants/:tenant', evaluationRoutes(ports))
  staff.route('/tenants/:tenant', presenceRoutes(ports))
  staff.route('/tenants/:tenant', dataRequestRoutes(ports))
  staff.route('/tenants/:tenant', incidentRoutes(ports))
  staff.route('/tenants/:tenant/inbound', inboundRoutes(ports))
  staff.route('/tenants/:tenant', retentionRoutes(ports))
  staff.route('/tenants/:tenant', destructionRoutes(ports))
  staff.route('/tenants/:tenant', noticeRoutes(ports))
  staff.route('/tenants/:tenant', lateRoutes(ports))
  staff.route('/tenants/:tenant', alertRoutes(ports))
  staff.route('/tenants/:tenant', letterRoutes(ports))
  staff.route('/tenants/:tenant', transferRoutes(ports))
  staff.route('/tenants/:tenant', laporRoutes(ports))
  staff.route('/tenants/:tenant', paperRoutes(ports))
  staff.route('/tenants/:tenant', wordingRoutes(ports))
  staff.route('/tenants/:tenant', templateRoutes(ports))
  staff.route('/tenants/:tenant', viewRoutes(ports))
  staff.route('/tenants/:tenant', apiKeyRoutes(ports))
  staff.route('/tenants/:tenant', staffWebhookRoutes(ports))
  staff.route('/tenants/:tenant', channelAccountRoutes(ports))
  staff.route('/tenants/:tenant', sealingRoutes(ports))
  staff.route('/tenants/:tenant/settings/letters', letterSettingsRoutes(ports))
  staff.route('/tenants/:tenant/settings', settingsRoutes(ports))
  staff.route('/tenants/:tenant/embed', embedRoutes(ports))
  staff.route('/tenants/:tenant/log', logRoutes(ports))
  staff.route('/tenants/:tenant/mailbox', mailboxRoutes(ports))
  staff.route('/tenants/:tenant/staff/roles', roleRoutes())
  staff.route('/tenants/:tenant', memberRoutes(ports))
  staff.use('/operator/*', signedIn, identifyOperator)
  staff.route('/operator/operators', operatorRoutes(ports))
  staff.route('/operator/tenants', operatorTenantRoutes(ports))
  staff.route('/operator/requests', operatorRequestRoutes(ports))
  staff.route('/operator/keys', keyRoutes(ports))
  staff.route('/operator/widget-versions', widgetVersionRoutes(ports))
  staff.route('/operator/tasks', taskRoutes(ports))
  staff.route('/operator/log', operatorLogRoutes(ports))
  staff.route('/operator/announcements', operatorAnnouncementRoutes(ports))

  const api = newApi()
  api.route('/api/v1', visitors)
  api.route('/api/v1', providers)
  api.route('/api/v1', programs)
  api.route('/api/v1', files)
  api.route('/api/v1', staff)

  const description = once(() => describeApi(api, links.publicUrl))
  const app = new Hono<AppEnv>()
    .use(requestTrace(ports))
    .use(securityHeaders(ports.secureCookies))
    .use(chooseLanguage)
    .onError(answerProblems((fault, requestId) => log.error('fault', fault, { requestId }), problemPages(ports.assets)))
    .notFound(() => {
      throw new Refusal('not-found', 'request/not-found')
    })
  app.route('/', healthRoutes(ports))
  app.route('/', api)
  app.get('/openapi.json', (c) => c.json(description()))
  app.route('/', pageRoutes(ports))
  app.use('/t/:tenant/form', allowOrigins(origin))
  app.route('/t/:tenant/form', formRoutes(ports))
  app.use('/t/:tenant/follow', smallBody)
  app.route('/t/:tenant/follow', followPageRoutes(ports))
  app.route('/', staticFiles(ports.files, ports.withdrawnVersions))
  app.route('/sign-in', providerRoutes(ports))
  app.get('/admin', (c) => c.redirect('/admin/'))
  app.use('/admin/*', async (c, next) => {
    c.header('Content-Security-Policy', deskPolicy)
    await next()
  })
  app.get('/admin/*', servePage(ports.files, '/admin/index.html'))
  return app
}
