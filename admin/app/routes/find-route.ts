import type { SessionView } from '../../../service/contract/session.ts'
import type { Membership } from '../../api/wire.ts'
import { ACCOUNT } from '../../page/addresses.ts'
import { caseRoutes } from './cases.ts'
import { decisionRoutes } from './decisions.ts'
import { officeRoutes } from './office.ts'
import { ownRoutes } from './own.ts'
import { type Entry, entries, type Place, type Route, SERVICE, UNIT, UNITS } from './route.ts'
import { serviceRoutes } from './service.ts'

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

/** Pages that a person can choose while in a unit. */
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
