import type { SessionView } from '../../../service/contract/session.ts'
import type { Membership } from '../../api/wire.ts'
import { caseRoutes } from './cases.ts'
import { decisionRoutes } from './decisions.ts'
import { officeRoutes } from './office.ts'
import { ownRoutes } from './own.ts'
import { type Place, type Route, WORK } from './route.ts'
import { serviceRoutes } from './service.ts'

/** Every page of the application. Those of a group stand under it in the navigation, in this order. */
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
    return { route, place: { path, query, tenant: decodePart(tenant), number: decodePart(number) } }
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
  routes.filter((route) => route.group !== null && isPermitted(route, session, membership))

/** Returns the first page of a person. `null` means that they must choose a unit, or that no page is open to them. */
export function homeOf(session: SessionView): string | null {
  const [first, ...others] = session.tenants
  if (others.length > 0) return null
  const pages = pagesFor(session, first)
  // A handler begins with their own cases, a verifier with all cases.
  const handles = first?.permissions.includes('cases.handle') && !first.permissions.includes('cases.verify')
  const own = pages.find(({ pattern }) => handles && pattern === WORK)
  // Decisions are rare, so a page of decisions is the first one only where there is no other.
  const page = own ?? pages.find(({ group }) => group !== 'decisions') ?? pages[0]
  return page ? addressOf(page, first?.tenant ?? '') : null
}
