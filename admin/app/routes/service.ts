import { html } from 'lit'
import type { Route } from './route.ts'

/** Pages of the people who run the service. */
export const serviceRoutes: readonly Route[] = [
  {
    pattern: '/admin/operator',
    needs: 'operator',
    icon: 'building',
    group: 'service',
    title: (wording) => wording.app.operator,
    load: () => import('../../offices/units/operator-page.ts'),
    render: () => html`<operator-page></operator-page>`,
  },
  {
    pattern: '/admin/keys',
    needs: 'operator',
    icon: 'key',
    group: 'service',
    title: (wording) => wording.app.keys,
    load: () => import('../../keeping/keys/keys-page.ts'),
    render: () => html`<keys-page></keys-page>`,
  },
  {
    pattern: '/admin/widget-versions',
    needs: 'operator',
    icon: 'copy',
    group: 'service',
    title: (wording) => wording.app.widgetVersions,
    load: () => import('../../offices/widgets/widget-versions-page.ts'),
    render: () => html`<widget-versions-page></widget-versions-page>`,
  },
  {
    pattern: '/admin/announcements',
    needs: 'operator',
    icon: 'bell',
    group: 'service',
    title: (wording) => wording.app.announcements,
    load: () => import('../../telling/announcements/announcements-page.ts'),
    render: () => html`<announcements-page></announcements-page>`,
  },
  {
    pattern: '/admin/tasks',
    needs: 'operator',
    icon: 'settings',
    group: 'service',
    title: (wording) => wording.app.tasks,
    load: () => import('../../register/operations/tasks-page.ts'),
    render: () => html`<tasks-page></tasks-page>`,
  },
  {
    pattern: '/admin/operators',
    needs: 'operator',
    icon: 'people',
    group: 'service',
    title: (wording) => wording.app.operators,
    load: () => import('../../offices/operators/operators-page.ts'),
    render: () => html`<operators-page></operators-page>`,
  },
  {
    pattern: '/admin/operator-log',
    needs: 'operator',
    icon: 'history',
    group: 'service',
    title: (wording) => wording.app.operatorLog,
    load: () => import('../../keeping/access-log/operator-log-page.ts'),
    render: () => html`<operator-log-page></operator-log-page>`,
  },
]
