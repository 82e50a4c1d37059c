import { waitForMatch } from '../case/access/staff-matching.ts'
import type { Api } from '../http/app-env.ts'
import { identifyMember, identifyOperator, identifyStaff } from '../http/identify-staff.ts'
import { identifyTenant } from '../http/identify-tenant.ts'
import { newApi, smallBody } from '../http/openapi.ts'
import { operatorAnnouncementRoutes } from '../http/operator/announcement-routes.ts'
import { departureRoutes } from '../http/operator/departure-routes.ts'
import { keyRoutes } from '../http/operator/key-routes.ts'
import { operatorLogRoutes } from '../http/operator/log-routes.ts'
import { materialsRoutes } from '../http/operator/materials-routes.ts'
import { operatorRoutes } from '../http/operator/operator-routes.ts'
import { operatorRequestRoutes } from '../http/operator/request-routes.ts'
import { taskRoutes } from '../http/operator/task-routes.ts'
import { operatorTenantRoutes } from '../http/operator/tenant-routes.ts'
import { widgetVersionRoutes } from '../http/operator/widget-version-routes.ts'
import { accountLinkRoutes } from '../http/staff/account-link-routes.ts'
import { accountRoutes } from '../http/staff/account-routes.ts'
import { alertRoutes } from '../http/staff/alert-routes.ts'
import { announcementRoutes } from '../http/staff/announcement-routes.ts'
import { apiKeyRoutes } from '../http/staff/api-key-routes.ts'
import { approvalRoutes } from '../http/staff/approval-routes.ts'
import { bulkRoutes } from '../http/staff/bulk-routes.ts'
import { caseRoutes } from '../http/staff/case-routes.ts'
import { channelAccountRoutes } from '../http/staff/channel-account-routes.ts'
import { dataRequestRoutes } from '../http/staff/data-request-routes.ts'
import { destructionRoutes } from '../http/staff/destruction-routes.ts'
import { dispositionRoutes } from '../http/staff/disposition-routes.ts'
import { dropSent } from '../http/staff/drop-sent.ts'
import { dutyRoutes } from '../http/staff/duty-routes.ts'
import { embedRoutes } from '../http/staff/embed-routes.ts'
import { evaluationRoutes } from '../http/staff/evaluation-routes.ts'
import { factorRoutes } from '../http/staff/factor-routes.ts'
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
import { logRoutes } from '../http/staff/log-routes.ts'
import { mailboxRoutes } from '../http/staff/mailbox-routes.ts'
import { memberRoutes } from '../http/staff/member-routes.ts'
import { noticeRoutes } from '../http/staff/notice-routes.ts'
import { oldBookFileRoutes, oldBookRoutes } from '../http/staff/old-book-routes.ts'
import { paperRoutes } from '../http/staff/paper-routes.ts'
import { presenceRoutes } from '../http/staff/presence-routes.ts'
import { pushRoutes } from '../http/staff/push-routes.ts'
import { reminderRoutes } from '../http/staff/reminder-routes.ts'
import { reportRoutes } from '../http/staff/report-routes.ts'
import { retentionRoutes } from '../http/staff/retention-routes.ts'
import { roleRoutes } from '../http/staff/role-routes.ts'
import { ruleRoutes } from '../http/staff/rule-routes.ts'
import { sealingRoutes } from '../http/staff/sealing-routes.ts'
import { seriesRoutes } from '../http/staff/series-routes.ts'
import { sessionRoutes } from '../http/staff/session-routes.ts'
import { settingsRoutes } from '../http/staff/settings-routes.ts'
import { statisticsRoutes } from '../http/staff/statistics-routes.ts'
import { stepRoutes } from '../http/staff/step-routes.ts'
import { templateRoutes } from '../http/staff/template-routes.ts'
import { timedRoutes } from '../http/staff/timed-routes.ts'
import { todayRoutes } from '../http/staff/today-routes.ts'
import { transferRoutes } from '../http/staff/transfer-routes.ts'
import { unsentRoutes } from '../http/staff/unsent-routes.ts'
import { viewRoutes } from '../http/staff/view-routes.ts'
import { staffWebhookRoutes } from '../http/staff/webhook-routes.ts'
import { wordingRoutes } from '../http/staff/wording-routes.ts'
import type { Ports } from './ports.ts'

/** What people with an account ask. */
export function staffRouter(ports: Ports): Api {
  const router = newApi()
  // An old register comes as a file, which is larger than any other body.
  router.route('/tenants/:tenant', oldBookRouter(ports))
  router.use(smallBody)
  router.route('/', accountRouter(ports))
  router.use('/operator/*', identifyStaff(ports), identifyOperator)
  router.route('/operator', operatorRouter(ports))
  router.route('/tenants/:tenant', memberRouter(ports))
  return router
}

function oldBookRouter(ports: Ports): Api {
  const router = newApi()
  router.on('POST', '/old-books', ...memberGate(ports))
  router.route('/', oldBookFileRoutes(ports))
  return router
}

function accountRouter(ports: Ports): Api {
  const router = newApi()
  router.route('/', sessionRoutes(ports))
  // People show the second factor that their session owes here.
  router.use(
    '/session/confirmation/*',
    identifyStaff(ports, () => true),
  )
  router.use('/account/*', identifyStaff(ports))
  router.route('/', accountRoutes(ports))
  router.route('/', accountLinkRoutes(ports))
  router.route('/', factorRoutes(ports))
  router.route('/', pushRoutes(ports))
  router.route('/', announcementRoutes(ports))
  return router
}

/** Small units are searched in this many milliseconds; larger ones are asked again. */
const MATCHED_WITHIN = 3_000

const memberGate = (ports: Ports) =>
  [
    identifyStaff(ports),
    identifyTenant(ports.tenants),
    identifyMember(ports, (tenant) => waitForMatch(ports, tenant, MATCHED_WITHIN)),
    dropSent(ports),
  ] as const

/** What only the staff of an office may ask. The gate stands once before all below each first word of a path. */
function memberRouter(ports: Ports): Api {
  const routes = memberRoutesOf(ports)
  const router = newApi()
  const firstWords = new Set(routes.routes.map(({ path }) => path.split('/')[1]))
  for (const word of firstWords) router.use(`/${word}/*`, ...memberGate(ports))
  router.route('/', routes)
  return router
}

function memberRoutesOf(ports: Ports): Api {
  const router = newApi()
  router.route('/cases', intakeRoutes(ports))
  router.route('/cases', caseFileRoutes(ports))
  router.route('/cases', guardRoutes(ports))
  router.route('/cases', dispositionRoutes(ports))
  router.route('/cases', timedRoutes(ports))
  router.route('/cases', caseRoutes(ports))
  router.route('/statistics', statisticsRoutes(ports))
  router.route('/', identityRoutes(ports))
  router.route('/', approvalRoutes(ports))
  router.route('/', bulkRoutes(ports))
  router.route('/', oldBookRoutes(ports))
  router.route('/', evaluationRoutes(ports))
  router.route('/', reportRoutes(ports))
  router.route('/', presenceRoutes(ports))
  router.route('/', dataRequestRoutes(ports))
  router.route('/', incidentRoutes(ports))
  router.route('/inbound', inboundRoutes(ports))
  router.route('/', retentionRoutes(ports))
  router.route('/', destructionRoutes(ports))
  router.route('/', noticeRoutes(ports))
  router.route('/', lateRoutes(ports))
  router.route('/', alertRoutes(ports))
  router.route('/', letterRoutes(ports))
  router.route('/', transferRoutes(ports))
  router.route('/', laporRoutes(ports))
  router.route('/', paperRoutes(ports))
  router.route('/', wordingRoutes(ports))
  router.route('/', templateRoutes(ports))
  router.route('/', ruleRoutes(ports))
  router.route('/', seriesRoutes(ports))
  router.route('/', viewRoutes(ports))
  router.route('/', unsentRoutes(ports))
  router.route('/', todayRoutes(ports))
  router.route('/', reminderRoutes(ports))
  router.route('/', stepRoutes(ports))
  router.route('/', apiKeyRoutes(ports))
  router.route('/', staffWebhookRoutes(ports))
  router.route('/', channelAccountRoutes(ports))
  router.route('/', sealingRoutes(ports))
  router.route('/settings/letters', letterSettingsRoutes(ports))
  router.route('/settings', settingsRoutes(ports))
  router.route('/embed', embedRoutes(ports))
  router.route('/log', logRoutes(ports))
  router.route('/mailbox', mailboxRoutes(ports))
  router.route('/', roleRoutes(ports))
  router.route('/', memberRoutes(ports))
  router.route('/', dutyRoutes(ports))
  return router
}

function operatorRouter(ports: Ports): Api {
  const router = newApi()
  router.route('/operators', operatorRoutes(ports))
  router.route('/tenants', operatorTenantRoutes(ports))
  router.route('/tenants', departureRoutes(ports))
  router.route('/requests', operatorRequestRoutes(ports))
  router.route('/keys', keyRoutes(ports))
  router.route('/widget-versions', widgetVersionRoutes(ports))
  router.route('/tasks', taskRoutes(ports))
  router.route('/materials', materialsRoutes(ports))
  router.route('/log', operatorLogRoutes(ports))
  router.route('/announcements', operatorAnnouncementRoutes(ports))
  return router
}
