import { html, type TemplateResult } from 'lit'
import { ACCOUNT } from '../../page/addresses.ts'
import type { IconName } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

export const decisionRoutes: readonly Route[] = [
  {
    pattern: '/admin/{tenant}/identity-requests',
    needs: 'identity.open_confidential',
    icon: 'key',
    entry: 'decisions',
    title: (wording) => wording.identityRequests.heading,
    load: () => import('../../following/identity-requests/identity-requests-page.ts'),
    render: () => html`<identity-requests-page></identity-requests-page>`,
  },
  {
    pattern: '/admin/{tenant}/data-requests',
    needs: 'rights.answer',
    icon: 'shield',
    entry: 'decisions',
    title: (wording) => wording.dataRequests.heading,
    load: () => import('../../following/data-requests/data-requests-page.ts'),
    render: () => html`<data-requests-page></data-requests-page>`,
  },
  {
    pattern: '/admin/{tenant}/incidents',
    needs: 'incidents.handle',
    icon: 'flag',
    entry: 'unit',
    section: 'keeping',
    title: (wording) => wording.app.incidents,
    load: () => import('../../keeping/incidents/incidents-page.ts'),
    render: () => html`<incidents-page></incidents-page>`,
  },
  {
    pattern: '/admin/{tenant}/incidents/{number}',
    needs: 'incidents.handle',
    icon: 'flag',
    entry: null,
    title: (wording) => wording.app.incidents,
    load: () => import('../../keeping/incidents/incident-page.ts'),
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
    entry: 'decisions',
    title: (wording) => wording.app.approvals,
    load: () => import('../../keeping/approvals/approvals-page.ts'),
    render: ({ query }) => html`<approvals-page .query=${query.toString()}></approvals-page>`,
  },
  {
    pattern: '/admin/{tenant}/retention',
    needs: 'retention.manage',
    icon: 'clock',
    entry: 'unit',
    section: 'keeping',
    title: (wording) => wording.retention.heading,
    load: () => import('../../keeping/retention/retention-page.ts'),
    render: () => html`<retention-page></retention-page>`,
  },
]

export const ownRoutes: readonly Route[] = [
  {
    pattern: '/admin/{tenant}/alerts',
    needs: 'session',
    icon: 'bell',
    entry: null,
    title: (wording) => wording.alerts.settings.heading,
    load: () => import('../../telling/alerts/alert-settings-page.ts'),
    render: () => html`<alert-settings-page></alert-settings-page>`,
  },
  {
    pattern: ACCOUNT,
    needs: 'session',
    icon: 'person',
    entry: null,
    title: (wording) => wording.account.heading,
    load: () => import('../../account/account-page.ts'),
    render: () => html`<account-page></account-page>`,
  },
]

export interface Place {
  readonly path: string
  readonly tenant: string | null
  readonly number: string | null
  readonly query: URLSearchParams
}

/** What stands in the navigation, in this order. `unit` is a page that leads to everything an office sets for itself. */
export const entries = ['today', 'cases', 'intake', 'decisions', 'reports', 'unit'] as const
export type Entry = (typeof entries)[number]

export const sections = ['people', 'wording', 'sites', 'keeping', 'settings', 'service'] as const
export type Section = (typeof sections)[number]

export interface Route {
  readonly pattern: string
  /** Permission in the unit of the address, or one of several; `operator` for who runs the service, `session` for everybody. */
  readonly needs: string | readonly string[]
  readonly icon: IconName
  /** The page stands under this entry of the navigation; `null` where other pages lead to it. */
  readonly entry: Entry | null
  /** On the page of the entry `unit` it stands under this heading. */
  readonly section?: Section
  /** Fills the screen, so that people before it see nothing of other pages. */
  readonly isAlone?: (place: Place) => boolean
  /** Leads to all pages of its entry, so the application itself brings it. */
  readonly isOverview?: true
  title(wording: Wording, place: Place): string
  load(): Promise<unknown>
  /** The page that most go to from here: it is fetched while nothing else is done. */
  fetchNext?(): Promise<unknown>
  render(place: Place): TemplateResult
}

export const TODAY = '/admin/{tenant}/today'
export const UNIT = '/admin/{tenant}/unit'
export const SERVICE = '/admin/service'
export const UNITS = '/admin/operator'

export const serviceRoutes: readonly Route[] = [
  {
    pattern: SERVICE,
    needs: 'operator',
    icon: 'building',
    entry: null,
    title: (wording) => wording.app.entries.service,
    isOverview: true,
    load: async () => undefined,
    render: () => html``,
  },
  {
    pattern: UNITS,
    needs: 'operator',
    icon: 'building',
    entry: 'unit',
    section: 'service',
    title: (wording) => wording.app.operator,
    load: () => import('../../offices/units/operator-page.ts'),
    render: () => html`<operator-page></operator-page>`,
  },
  {
    pattern: '/admin/keys',
    needs: 'operator',
    icon: 'key',
    entry: 'unit',
    section: 'service',
    title: (wording) => wording.app.keys,
    load: () => import('../../keeping/keys/keys-page.ts'),
    render: () => html`<keys-page></keys-page>`,
  },
  {
    pattern: '/admin/widget-versions',
    needs: 'operator',
    icon: 'copy',
    entry: 'unit',
    section: 'service',
    title: (wording) => wording.app.widgetVersions,
    load: () => import('../../offices/widgets/widget-versions-page.ts'),
    render: () => html`<widget-versions-page></widget-versions-page>`,
  },
  {
    pattern: '/admin/announcements',
    needs: 'operator',
    icon: 'bell',
    entry: 'unit',
    section: 'service',
    title: (wording) => wording.app.announcements,
    load: () => import('../../telling/announcements/announcements-page.ts'),
    render: () => html`<announcements-page></announcements-page>`,
  },
  {
    pattern: '/admin/tasks',
    needs: 'operator',
    icon: 'settings',
    entry: 'unit',
    section: 'service',
    title: (wording) => wording.app.tasks,
    load: () => import('../../register/operations/tasks-page.ts'),
    render: () => html`<tasks-page></tasks-page>`,
  },
  {
    pattern: '/admin/operators',
    needs: 'operator',
    icon: 'people',
    entry: 'unit',
    section: 'service',
    title: (wording) => wording.app.operators,
    load: () => import('../../offices/operators/operators-page.ts'),
    render: () => html`<operators-page></operators-page>`,
  },
  {
    pattern: '/admin/operator-log',
    needs: 'operator',
    icon: 'history',
    entry: 'unit',
    section: 'service',
    title: (wording) => wording.app.operatorLog,
    load: () => import('../../keeping/access-log/operator-log-page.ts'),
    render: () => html`<operator-log-page></operator-log-page>`,
  },
]
