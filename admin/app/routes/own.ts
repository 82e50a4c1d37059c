import { html } from 'lit'
import { ACCOUNT } from '../../page/addresses.ts'
import type { Route } from './route.ts'

/** Pages that every person has for themselves. */
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
