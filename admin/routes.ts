import { html, type TemplateResult } from 'lit'
import type { SessionView } from '../service/contract/session.ts'
import type { Membership } from './api/wire.ts'
import type { Words } from './messages/words.ts'
import type { IconName } from './ui/icons.ts'

/** Where the person is: what the address says. */
export interface Place {
  readonly path: string
  readonly tenant: string | null
  readonly number: string | null
  readonly query: URLSearchParams
}

/** Headings of the navigation, in this order. */
export const groups = ['cases', 'decisions', 'reports', 'unit', 'service'] as const
export type Group = (typeof groups)[number]

export interface Route {
  readonly pattern: string
  /** Permission in the unit of the address, or one of several; `operator` for who runs the service, `session` for everybody. */
  readonly needs: string | readonly string[]
  readonly icon: IconName
  /** Under which heading of the navigation the page stands; `null` where other pages lead to it. */
  readonly group: Group | null
  /** Fills the screen: whoever stands before it sees nothing of other pages. */
  readonly isAlone?: true
  title(words: Words, place: Place): string
  load(): Promise<unknown>
  /** The page that most go to from here: it is fetched while nothing else is done. */
  fetchNext?(): Promise<unknown>
  render(place: Place): TemplateResult
}

/** Where everybody looks after their own account. */
export const ACCOUNT = '/admin/account'

const WORK = '/admin/{tenant}/work'

const fetchCase = () => import('./case/case-page.ts')

/** Every page of the application. Those of a group stand under it in the navigation, in this order. */
export const routes: readonly Route[] = [
  {
    pattern: '/admin/{tenant}/cases',
    needs: 'cases.read',
    icon: 'list',
    group: 'cases',
    title: (words) => words.app.register,
    load: () => import('./register/register-page.ts'),
    fetchNext: fetchCase,
    render: ({ query }) => html`<register-page .query=${query.toString()}></register-page>`,
  },
  {
    pattern: '/admin/{tenant}/cases/{number}',
    needs: 'cases.read',
    icon: 'file',
    group: null,
    title: (_words, { number }) => number ?? '',
    load: fetchCase,
    render: ({ number }) => html`<case-page number=${number ?? ''}></case-page>`,
  },
  {
    pattern: '/admin/{tenant}/cases/{number}/merge',
    needs: ['cases.verify', 'cases.dispatch'],
    icon: 'copy',
    group: null,
    title: (words, { number }) => `${words.acts.byAct.merge.name} ${number ?? ''}`,
    load: () => import('./merge/merge-page.ts'),
    render: ({ number, query }) =>
      html`<merge-page number=${number ?? ''} other=${query.get('with') ?? ''}></merge-page>`,
  },
  {
    pattern: WORK,
    needs: 'cases.read',
    icon: 'check',
    group: 'cases',
    title: (words) => words.work.heading,
    load: () => import('./work/work-page.ts'),
    fetchNext: fetchCase,
    render: () => html`<work-page></work-page>`,
  },
  {
    pattern: '/admin/{tenant}/intake',
    needs: 'cases.enter',
    icon: 'add',
    group: 'cases',
    title: (words) => words.app.intake,
    load: () => import('./intake/intake-page.ts'),
    render: () => html`<intake-page></intake-page>`,
  },
  {
    pattern: '/admin/{tenant}/counter',
    needs: 'cases.enter',
    icon: 'chat',
    group: 'cases',
    isAlone: true,
    title: (words) => words.counter.heading,
    load: () => import('./counter/counter-page.ts'),
    render: () => html`<counter-page></counter-page>`,
  },
  {
    pattern: '/admin/{tenant}/inbound',
    needs: 'cases.enter',
    icon: 'mail',
    group: 'cases',
    title: (words) => words.inbound.heading,
    load: () => import('./inbound/inbound-page.ts'),
    render: ({ query }) => html`<inbound-page state=${query.get('state') ?? 'draft'}></inbound-page>`,
  },
  {
    pattern: '/admin/{tenant}/transfers',
    needs: 'cases.verify',
    icon: 'send',
    group: 'cases',
    title: (words) => words.app.transfers,
    load: () => import('./transfers/transfers-page.ts'),
    render: () => html`<transfers-page></transfers-page>`,
  },
  {
    pattern: '/admin/{tenant}/inbound/{number}',
    needs: 'cases.enter',
    icon: 'mail',
    group: null,
    title: (words) => words.inbound.source,
    load: () => import('./inbound/message-page.ts'),
    render: ({ number }) => html`<message-page message=${number ?? ''}></message-page>`,
  },
  {
    pattern: '/admin/{tenant}/identity-requests',
    needs: 'identity.open_confidential',
    icon: 'key',
    group: 'decisions',
    title: (words) => words.identityRequests.heading,
    load: () => import('./identity-requests/identity-requests-page.ts'),
    render: () => html`<identity-requests-page></identity-requests-page>`,
  },
  {
    pattern: '/admin/{tenant}/data-requests',
    needs: 'rights.answer',
    icon: 'shield',
    group: 'decisions',
    title: (words) => words.dataRequests.heading,
    load: () => import('./data-requests/data-requests-page.ts'),
    render: () => html`<data-requests-page></data-requests-page>`,
  },
  {
    pattern: '/admin/{tenant}/late',
    needs: 'cases.read',
    icon: 'alert',
    group: 'cases',
    title: (words) => words.late.heading,
    load: () => import('./late/late-page.ts'),
    render: () => html`<late-page></late-page>`,
  },
  {
    pattern: '/admin/{tenant}/undelivered',
    needs: 'cases.read',
    icon: 'returned',
    group: 'cases',
    title: (words) => words.notices.heading,
    load: () => import('./notices/undelivered-page.ts'),
    render: () => html`<undelivered-page></undelivered-page>`,
  },
  {
    pattern: '/admin/{tenant}/letters',
    needs: 'cases.read',
    icon: 'mail',
    group: 'cases',
    title: (words) => words.letters.heading,
    load: () => import('./letters/letters-page.ts'),
    render: ({ query }) => html`<letters-page state=${query.get('state') ?? 'draft'}></letters-page>`,
  },
  {
    pattern: '/admin/{tenant}/papers/{number}',
    needs: 'cases.read',
    icon: 'file',
    group: null,
    title: (words) => words.papers.heading,
    load: () => import('./papers/paper-page.ts'),
    render: ({ number }) => html`<paper-page paper=${number ?? ''}></paper-page>`,
  },
  {
    pattern: '/admin/{tenant}/incidents',
    needs: 'incidents.handle',
    icon: 'flag',
    group: 'decisions',
    title: (words) => words.app.incidents,
    load: () => import('./incidents/incidents-page.ts'),
    render: () => html`<incidents-page></incidents-page>`,
  },
  {
    pattern: '/admin/{tenant}/incidents/{number}',
    needs: 'incidents.handle',
    icon: 'flag',
    group: null,
    title: (words) => words.app.incidents,
    load: () => import('./incidents/incident-page.ts'),
    render: ({ number }) => html`<incident-page incident=${number ?? ''}></incident-page>`,
  },
  {
    pattern: '/admin/{tenant}/approvals',
    needs: [
      'approvals.decide',
      'identity.open_confidential',
      'register.export',
      'identity.erase',
      'retention.manage',
      'staff.manage',
    ],
    icon: 'check',
    group: 'decisions',
    title: (words) => words.approvals.heading,
    load: () => import('./approvals/approvals-page.ts'),
    render: ({ query }) => html`<approvals-page .query=${query.toString()}></approvals-page>`,
  },
  {
    pattern: '/admin/{tenant}/retention',
    needs: 'retention.manage',
    icon: 'clock',
    group: 'decisions',
    title: (words) => words.retention.heading,
    load: () => import('./retention/retention-page.ts'),
    render: () => html`<retention-page></retention-page>`,
  },
  {
    pattern: '/admin/{tenant}/statistics',
    needs: 'reports.read',
    icon: 'chart',
    group: 'reports',
    title: (words) => words.app.statistics,
    load: () => import('./statistics/statistics-page.ts'),
    render: ({ query }) => html`<statistics-page .query=${query.toString()}></statistics-page>`,
  },
  {
    pattern: '/admin/{tenant}/evaluations',
    // Who takes cases out reads the report on all of them; an observer does neither.
    needs: 'register.export',
    icon: 'file',
    group: 'reports',
    title: (words) => words.app.evaluations,
    load: () => import('./evaluations/evaluations-page.ts'),
    render: () => html`<evaluations-page></evaluations-page>`,
  },
  {
    pattern: '/admin/{tenant}/evaluations/{number}',
    needs: 'register.export',
    icon: 'file',
    group: null,
    title: (words) => words.app.evaluations,
    load: () => import('./evaluations/evaluation-page.ts'),
    render: ({ number }) => html`<evaluation-page evaluation=${number ?? ''}></evaluation-page>`,
  },
  {
    pattern: '/admin/{tenant}/lapor',
    needs: 'cases.read',
    icon: 'copy',
    group: 'reports',
    title: (words) => words.app.lapor,
    load: () => import('./lapor/lapor-page.ts'),
    render: () => html`<lapor-page></lapor-page>`,
  },
  {
    pattern: '/admin/{tenant}/mailbox',
    needs: 'mailbox.read',
    icon: 'mail',
    group: 'unit',
    title: (words) => words.app.mailbox,
    load: () => import('./mailbox/mailbox-page.ts'),
    render: () => html`<mailbox-page></mailbox-page>`,
  },
  {
    pattern: '/admin/{tenant}/staff',
    needs: 'staff.manage',
    icon: 'people',
    group: 'unit',
    title: (words) => words.app.staff,
    load: () => import('./staff/staff-page.ts'),
    render: () => html`<staff-page></staff-page>`,
  },
  {
    pattern: '/admin/{tenant}/log',
    needs: 'log.read',
    icon: 'history',
    group: 'reports',
    title: (words) => words.app.accessLog,
    load: () => import('./access-log/access-log-page.ts'),
    render: () => html`<access-log-page></access-log-page>`,
  },
  {
    pattern: '/admin/{tenant}/wording',
    needs: 'tenant.configure',
    icon: 'chat',
    group: 'unit',
    title: (words) => words.wording.nav,
    load: () => import('./wording/wording-page.ts'),
    render: ({ query }) => html`<wording-page language=${query.get('lang') ?? 'id'}></wording-page>`,
  },
  {
    pattern: '/admin/{tenant}/wording/{number}',
    needs: 'tenant.configure',
    icon: 'chat',
    group: null,
    title: (words) => words.wording.nav,
    load: () => import('./wording/wording-editor.ts'),
    render: ({ number }) => html`<wording-editor wording=${number ?? ''}></wording-editor>`,
  },
  {
    pattern: '/admin/{tenant}/templates',
    needs: 'templates.manage',
    icon: 'file',
    group: 'unit',
    title: (words) => words.templates.heading,
    load: () => import('./templates/templates-page.ts'),
    render: () => html`<templates-page></templates-page>`,
  },
  {
    pattern: '/admin/{tenant}/integrations',
    needs: 'integrations.manage',
    icon: 'key',
    group: 'unit',
    title: (words) => words.app.integrations,
    load: () => import('./integrations/integrations-page.ts'),
    render: () => html`<integrations-page></integrations-page>`,
  },
  {
    pattern: '/admin/{tenant}/sealing',
    needs: ['identity.open_confidential', 'tenant.configure'],
    icon: 'lock',
    group: 'unit',
    title: (words) => words.app.sealing,
    load: () => import('./sealing/sealing-page.ts'),
    render: () => html`<sealing-page></sealing-page>`,
  },
  {
    pattern: '/admin/{tenant}/old-books',
    needs: 'register.import',
    icon: 'history',
    group: 'unit',
    title: (words) => words.app.oldBooks,
    load: () => import('./old-books/old-books-page.ts'),
    render: () => html`<old-books-page></old-books-page>`,
  },
  {
    pattern: '/admin/{tenant}/old-books/{number}',
    needs: 'register.import',
    icon: 'history',
    group: null,
    title: (words) => words.app.oldBooks,
    load: () => import('./old-books/old-book-page.ts'),
    render: ({ number }) => html`<old-book-page book=${number ?? ''}></old-book-page>`,
  },
  {
    pattern: '/admin/{tenant}/settings',
    needs: 'tenant.configure',
    icon: 'settings',
    group: 'unit',
    title: (words) => words.app.settings,
    load: () => import('./settings/settings-page.ts'),
    render: ({ query }) => html`<settings-page page=${query.get('page') ?? ''}></settings-page>`,
  },
  {
    pattern: '/admin/{tenant}/embed',
    needs: 'tenant.configure',
    icon: 'settings',
    group: null,
    title: (words) => words.settings.site.check,
    load: () => import('./embed/embed-page.ts'),
    render: () => html`<embed-page></embed-page>`,
  },
  {
    pattern: '/admin/operator',
    needs: 'operator',
    icon: 'building',
    group: 'service',
    title: (words) => words.app.operator,
    load: () => import('./operator/operator-page.ts'),
    render: () => html`<operator-page></operator-page>`,
  },
  {
    pattern: '/admin/keys',
    needs: 'operator',
    icon: 'key',
    group: 'service',
    title: (words) => words.app.keys,
    load: () => import('./operator/keys-page.ts'),
    render: () => html`<keys-page></keys-page>`,
  },
  {
    pattern: '/admin/widget-versions',
    needs: 'operator',
    icon: 'copy',
    group: 'service',
    title: (words) => words.app.widgetVersions,
    load: () => import('./operator/widget-versions-page.ts'),
    render: () => html`<widget-versions-page></widget-versions-page>`,
  },
  {
    pattern: '/admin/announcements',
    needs: 'operator',
    icon: 'bell',
    group: 'service',
    title: (words) => words.app.announcements,
    load: () => import('./operator/announcements-page.ts'),
    render: () => html`<announcements-page></announcements-page>`,
  },
  {
    pattern: '/admin/tasks',
    needs: 'operator',
    icon: 'settings',
    group: 'service',
    title: (words) => words.app.tasks,
    load: () => import('./operator/tasks-page.ts'),
    render: () => html`<tasks-page></tasks-page>`,
  },
  {
    pattern: '/admin/operators',
    needs: 'operator',
    icon: 'people',
    group: 'service',
    title: (words) => words.app.operators,
    load: () => import('./operator/operators-page.ts'),
    render: () => html`<operators-page></operators-page>`,
  },
  {
    pattern: '/admin/operator-log',
    needs: 'operator',
    icon: 'history',
    group: 'service',
    title: (words) => words.app.operatorLog,
    load: () => import('./operator/operator-log-page.ts'),
    render: () => html`<operator-log-page></operator-log-page>`,
  },
  {
    pattern: '/admin/{tenant}/alerts',
    needs: 'session',
    icon: 'bell',
    group: null,
    title: (words) => words.alerts.settings.heading,
    load: () => import('./alerts/alert-settings-page.ts'),
    render: () => html`<alert-settings-page></alert-settings-page>`,
  },
  {
    pattern: ACCOUNT,
    needs: 'session',
    icon: 'person',
    group: null,
    title: (words) => words.account.heading,
    load: () => import('./account/account-page.ts'),
    render: () => html`<account-page></account-page>`,
  },
]

const expressions = new Map(
  routes.map((route) => [route, new RegExp(`^${route.pattern.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`)]),
)

/** The route of an address with its place; `route` is null where no page lives. */
export function routeOf(path: string, search: string): { readonly route: Route | null; readonly place: Place } {
  const query = new URLSearchParams(search)
  for (const [route, expression] of expressions) {
    const found = expression.exec(path)
    if (!found) continue
    const { tenant, number } = found.groups ?? {}
    return { route, place: { path, query, tenant: decoded(tenant), number: decoded(number) } }
  }
  return { route: null, place: { path, query, tenant: null, number: null } }
}

const decoded = (part: string | undefined) => (part === undefined ? null : decodeURIComponent(part))

export const addressOf = (route: Route, tenant: string): string =>
  route.pattern.replace('{tenant}', encodeURIComponent(tenant))

export const casesAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/cases`

export const caseAddress = (tenant: string, number: string): string =>
  `${casesAddress(tenant)}/${encodeURIComponent(number)}`

/** @param other the number of the case to compare with; left out: it is to be chosen */
export const mergeAddress = (tenant: string, number: string, other?: string): string =>
  `${caseAddress(tenant, number)}/merge${other ? `?with=${encodeURIComponent(other)}` : ''}`

export const alertSettingsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/alerts`

export const evaluationsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/evaluations`

export const evaluationAddress = (tenant: string, id: string): string =>
  `${evaluationsAddress(tenant)}/${encodeURIComponent(id)}`

export const transfersAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/transfers`

export const approvalsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/approvals`

export const oldBooksAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/old-books`

export const oldBookAddress = (tenant: string, id: string): string =>
  `${oldBooksAddress(tenant)}/${encodeURIComponent(id)}`

export const inboundAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/inbound`

export const messageAddress = (tenant: string, id: string): string =>
  `${inboundAddress(tenant)}/${encodeURIComponent(id)}`

export const paperAddress = (tenant: string, id: string): string =>
  `/admin/${encodeURIComponent(tenant)}/papers/${encodeURIComponent(id)}`

export const incidentsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/incidents`

export const incidentAddress = (tenant: string, id: string): string =>
  `${incidentsAddress(tenant)}/${encodeURIComponent(id)}`

export const wordingsAddress = (tenant: string, language: string): string =>
  `/admin/${encodeURIComponent(tenant)}/wording?lang=${language}`

export const wordingAddress = (tenant: string, id: string): string =>
  `/admin/${encodeURIComponent(tenant)}/wording/${encodeURIComponent(id)}`

export function isPermitted(route: Route, session: SessionView, membership: Membership | undefined): boolean {
  if (route.needs === 'operator') return session.staff.operator
  if (route.needs === 'session') return true
  const needed = [route.needs].flat()
  return membership?.permissions.some((permission) => needed.includes(permission)) ?? false
}

/** Pages that a person can choose while in a unit. */
export const pagesFor = (session: SessionView, membership: Membership | undefined): readonly Route[] =>
  routes.filter((route) => route.group !== null && isPermitted(route, session, membership))

/** Where a person begins; `null` where they must choose a unit, or have no page. */
export function homeOf(session: SessionView): string | null {
  const [first, ...others] = session.tenants
  if (others.length > 0) return null
  const pages = pagesFor(session, first)
  // Who handles cases begins with their own; who deals them out, with all.
  const handles = first?.permissions.includes('cases.handle') && !first.permissions.includes('cases.verify')
  const own = pages.find(({ pattern }) => handles && pattern === WORK)
  // What waits for a decision now and then is nobody’s first page.
  const page = own ?? pages.find(({ group }) => group !== 'decisions') ?? pages[0]
  return page ? addressOf(page, first?.tenant ?? '') : null
}
