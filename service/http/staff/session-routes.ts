import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import {
  acceptInvitation as acceptSchema,
  type SessionView,
  sessionRequest,
  sessionView,
} from '../../contract/session.ts'
import { acceptInvitation, type InviteStaffPorts } from '../../staff/invite-staff.ts'
import { permissionsFor } from '../../staff/permissions.ts'
import { SESSION_LASTS, type SignedIn, signIn, signOut } from '../../staff/sign-in.ts'
import type { TenantDirectory } from '../../tenants/tenant-directory.ts'
import type { AddressOf } from '../address.ts'
import type { AppEnv } from '../app-env.ts'
import { identifyStaff, SESSION_COOKIE } from '../identify-staff.ts'
import type { Limits } from '../limits.ts'
import { answers, cookie, jsonBody, newApi, refusals } from '../openapi.ts'

export interface SessionPorts extends InviteStaffPorts {
  readonly tenants: TenantDirectory
  readonly limits: Limits
  readonly addressOf: AddressOf
  /** True where pages are served over TLS: the cookie then travels only there. */
  readonly secureCookies: boolean
}

const open = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Sign in',
  request: jsonBody(sessionRequest),
  responses: answers(200, sessionView, 'Signed in; the cookie is set'),
})
const show = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  security: cookie,
  responses: answers(200, sessionView, 'The session'),
})
const end = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  security: cookie,
  responses: { 204: { description: 'Signed out' }, ...refusals },
})
const accept = createRoute({
  method: 'post',
  path: '/invitations/acceptance',
  summary: 'Accept an invitation with a password of one’s own',
  request: jsonBody(acceptSchema),
  responses: answers(200, sessionView, 'Signed in; the invitation is used up'),
})

export function sessionRoutes(ports: SessionPorts) {
  const { limits, addressOf } = ports

  // A wrong guess is counted against the address alone, so nobody can lock anybody else out.
  async function guessing<T>(c: Context<AppEnv>, guess: () => Promise<T>): Promise<T> {
    const address = addressOf(c)
    limits.beforeGuess(address)
    try {
      return await guess()
    } catch (cause) {
      limits.wrongGuess(address)
      throw cause
    }
  }

  function giveCookie(c: Context<AppEnv>, token: string): void {
    setCookie(c, SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure: ports.secureCookies,
      maxAge: SESSION_LASTS / 1_000,
    })
    c.header('Cache-Control', 'no-store')
  }

  const api = newApi()
  api.use(show.path, (c, next) => (c.req.method === 'POST' ? next() : identifyStaff(ports)(c, next)))
  api.openapi(open, async (c) => {
    const signedIn = await guessing(c, () => signIn(ports, c.req.valid('json')))
    giveCookie(c, signedIn.token)
    return c.json(await viewOf(ports, signedIn), 200)
  })
  api.openapi(accept, async (c) => {
    const signedIn = await guessing(c, () => acceptInvitation(ports, c.req.valid('json')))
    giveCookie(c, signedIn.token)
    return c.json(await viewOf(ports, signedIn), 200)
  })
  api.openapi(show, async (c) => c.json(await viewOf(ports, c.get('signedIn')), 200))
  api.openapi(end, async (c) => {
    await signOut(ports, c.get('signedIn').session)
    deleteCookie(c, SESSION_COOKIE, { path: '/' })
    return c.body(null, 204)
  })
  return api
}

async function viewOf({ staff, tenants }: SessionPorts, { account, session }: SignedIn): Promise<SessionView> {
  const memberships = await staff.membershipsOf(account.id)
  const units = await Promise.all(
    memberships.map(async ({ tenant: slug, roles }) => {
      const tenant = await tenants.find(slug)
      if (!tenant) return []
      const { name, shortName } = tenant.settings
      return [{ tenant: slug, name, shortName, roles: [...roles], permissions: [...permissionsFor(roles)] }]
    }),
  )
  const { id, name, email, operator } = account
  return { staff: { id, name, email, operator }, tenants: units.flat(), csrf: session.csrf }
}
