import { html } from 'lit'
import type { Route } from './route.ts'

/** Pages that wait for the decision of a few. */
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
