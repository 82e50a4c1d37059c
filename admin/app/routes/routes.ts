import { html } from 'lit'
import type { SessionView } from '../../../service/contract/account.ts'
import type { Membership } from '../../api/wire.ts'
import { ACCOUNT } from '../../page/addresses.ts'
import { officeRoutes } from './office.ts'
import {
  decisionRoutes,
  type Entry,
  entries,
  ownRoutes,
  type Place,
  type Route,
  SERVICE,
  serviceRoutes,
  TODAY,
  UNIT,
  UNITS,
} from './route.ts'

const fetchCase = () => import('../../case/case-page.ts')

export const caseRoutes: readonly Route[] = [
  {
    pattern: TODAY,
    needs: ['cases.read', 'staff.manage', 'tenant.configure'],
    icon: 'check',
    entry: 'today',
    title: (wording) => wording.today.heading,
    load: () => import('../../register/today/today-page.ts'),
    fetchNext: fetchCase,
    render: ({ query }) => html`<today-page kind=${query.get('kind') ?? ''}></today-page>`,
  },
  {
    // Bookmarks from when there was a page of one's own cases lead here.
    pattern: '/admin/{tenant}/work',
    needs: 'cases.read',
    icon: 'check',
    entry: null,
    title: (wording) => wording.today.heading,
    load: () => import('../../register/today/today-page.ts'),
    render: () => html`<today-page></today-page>`,
  },
  {
    pattern: '/admin/{tenant}/cases',
    needs: 'cases.read',
    icon: 'list',
    entry: 'cases',
    title: (wording) => wording.app.register,
    load: () => import('../../register/register-page.ts'),
    fetchNext: fetchCase,
    render: ({ query }) => html`<register-page .query=${query.toString()}></register-page>`,
  },
  {
    pattern: '/admin/{tenant}/cases/{number}',
    needs: 'cases.read',
    icon: 'file',
    entry: null,
    title: (_words, { number }) => number ?? '',
    load: fetchCase,
    render: ({ number, query }) => html`<case-page number=${number ?? ''} begin=${query.get('act') ?? ''}></case-page>`,
  },
  {
    pattern: '/admin/{tenant}/cases/{number}/merge',
    needs: ['cases.verify', 'cases.dispatch'],
    icon: 'copy',
    entry: null,
    title: (wording, { number }) => `${wording.acts.merge} ${number ?? ''}`,
    load: () => import('../../desk/merge/merge-page.ts'),
    render: ({ number, query }) =>
      html`<merge-page number=${number ?? ''} other=${query.get('with') ?? ''}></merge-page>`,
  },
  {
    pattern: '/admin/{tenant}/intake',
    needs: 'cases.enter',
    icon: 'add',
    entry: 'intake',
    title: (wording) => wording.app.intake,
    load: () => import('../../filing/intake/intake-page.ts'),
    isAlone: ({ query }) => query.get('at') === 'counter',
    render: ({ query }) => html`<intake-page ?there=${query.get('at') === 'counter'}></intake-page>`,
  },
  {
    pattern: '/admin/{tenant}/inbound',
    needs: 'cases.enter',
    icon: 'mail',
    entry: 'intake',
    title: (wording) => wording.app.inbound,
    load: () => import('../../filing/inbound/inbound-page.ts'),
    render: ({ query }) => html`<inbound-page state=${query.get('state') ?? 'draft'}></inbound-page>`,
  },
  {
    pattern: '/admin/{tenant}/transfers',
    needs: 'cases.verify',
    icon: 'send',
    entry: 'cases',
    title: (wording) => wording.app.transfers,
    load: () => import('../../desk/transfers/transfers-page.ts'),
    render: () => html`<transfers-page></transfers-page>`,
  },
  {
    pattern: '/admin/{tenant}/inbound/{number}',
    needs: 'cases.enter',
    icon: 'mail',
    entry: null,
    title: (wording) => wording.app.inboundSource,
    load: () => import('../../filing/inbound/message-page.ts'),
    render: ({ number }) => html`<message-page message=${number ?? ''}></message-page>`,
  },
  {
    pattern: '/admin/{tenant}/late',
    needs: 'cases.read',
    icon: 'alert',
    entry: 'cases',
    title: (wording) => wording.register.late,
    load: () => import('../../register/late/late-page.ts'),
    render: () => html`<late-page></late-page>`,
  },
  {
    pattern: '/admin/{tenant}/undelivered',
    needs: 'cases.read',
    icon: 'returned',
    entry: 'cases',
    title: (wording) => wording.notices.heading,
    load: () => import('../../telling/notices/undelivered-page.ts'),
    render: () => html`<undelivered-page></undelivered-page>`,
  },
  {
    pattern: '/admin/{tenant}/letters',
    needs: 'cases.read',
    icon: 'mail',
    entry: 'cases',
    title: (wording) => wording.letters.heading,
    load: () => import('../../desk/letters/letters-page.ts'),
    render: ({ query }) => html`<letters-page state=${query.get('state') ?? 'approved'}></letters-page>`,
  },
  {
    pattern: '/admin/{tenant}/papers/{number}',
    needs: 'cases.read',
    icon: 'file',
    entry: null,
    title: (wording) => wording.app.papers,
    load: () => import('../../desk/papers/paper-page.ts'),
    render: ({ number }) => html`<paper-page paper=${number ?? ''}></paper-page>`,
  },
]

/** Every page of the application. Those of an entry stand under it in this order. */
const routes: readonly Route[] = [...caseRoutes, ...decisionRoutes, ...officeRoutes, ...serviceRoutes, ...ownRoutes]

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
    try {
      return { route, place: { path, query, tenant: decodePart(tenant), number: decodePart(number) } }
    } catch {
      // A badly encoded address is that of no page.
      break
    }
  }
  return { route: null, place: { path, query, tenant: null, number: null } }
}

const decodePart = (part: string | undefined) => (part === undefined ? null : decodeURIComponent(part))

export const addressOf = (route: Route, tenant: string): string =>
  route.pattern.replace('{tenant}', encodeURIComponent(tenant))

export function isPermitted(route: Route, session: SessionView, membership: Membership | undefined): boolean {
  if (route.needs === 'operator') return session.staff.operator
  if (route.needs === 'session') return true
  const needed = [route.needs].flat()
  return membership?.permissions.some((permission) => needed.includes(permission)) ?? false
}

export const pagesFor = (session: SessionView, membership: Membership | undefined): readonly Route[] =>
  routes.filter((route) => route.entry !== null && isPermitted(route, session, membership))

/** One entry of the navigation: its first page, and all pages under it. */
export interface OpenEntry {
  readonly entry: Entry
  readonly address: string
  readonly pages: readonly Route[]
}

/**
 * Returns the entries that have something in them for a person. A person who only runs the service begins with its
 * units.
 */
export function entriesFor(session: SessionView, membership: Membership | undefined): readonly OpenEntry[] {
  const tenant = membership?.tenant ?? ''
  // A practice room, whose name has a dot, counts nothing.
  const open = pagesFor(session, membership).filter(({ entry }) => entry !== 'reports' || !tenant.includes('.'))
  return entries.flatMap((entry): OpenEntry[] => {
    const pages = open.filter((route) => route.entry === entry)
    const [first] = pages
    if (first && entry !== 'unit') return [{ entry, pages, address: addressOf(first, tenant) }]
    if (first)
      return [{ entry, pages, address: membership ? UNIT.replace('{tenant}', encodeURIComponent(tenant)) : SERVICE }]
    return entry === 'today' && session.staff.operator ? [{ entry, pages, address: UNITS }] : []
  })
}

/** The entry under which an address lies; `undefined` for one's own account and the like. */
export function entryAt(open: readonly OpenEntry[], path: string, tenant: string): OpenEntry | undefined {
  const lies = (address: string) => path === address || path.startsWith(`${address}/`)
  return (
    open.find(({ address, pages }) => lies(address) || pages.some((page) => lies(addressOf(page, tenant)))) ??
    (path.includes('/papers/') ? open.find(({ entry }) => entry === 'cases') : undefined)
  )
}

/**
 * Returns the first page of a person: where they set up the second factor without which their unit stays closed.
 * `null` means that they must choose a unit, or that no page is open to them.
 */
export function homeOf(session: SessionView): string | null {
  const [only, ...others] = session.tenants
  if (others.length > 0) return null
  if (only?.secondFactorNeeded) return ACCOUNT
  return entriesFor(session, only)[0]?.address ?? null
}
