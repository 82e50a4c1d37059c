import type { Context, MiddlewareHandler } from 'hono'
import { tryDecode } from 'hono/utils/url'
import { type Room, readRoom, signInServiceTester, staysWithUnit } from '../offices/practice/practice.ts'
import { findSession } from '../offices/staff/sessions.ts'
import type { AppEnv } from './app-env.ts'
import type { ApiOffice } from './office.ts'
import { readCookie } from './session-cookie.ts'

const PASS = 'x-practice-pass'

/** What counts cases for somebody outside, or as a paper: of practice there is none, under the unit's name neither. */
const figures = /\/(?:reports|statistics|public-statistics|open311|evaluations|lapor|transfers)(?:\/|$)/

/**
 * Stands before all that takes a unit from its path: opens the unit's rooms to its staff, and to the command that tries
 * the service. To everybody else a room is not there.
 */
export const practiceDoor =
  (ports: ApiOffice): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const slug = /\/(?:t|tenants|practice)\/([^/]+)/.exec(c.req.path)?.[1] ?? ''
    // The router reads the path so too, and leaves alone what is no encoding.
    const room = readRoom(tryDecode(slug, decodeURIComponent))
    if (room && (await mayEnter(ports, c, room))) {
      if (figures.test(c.req.path)) throw staysWithUnit()
      c.set('room', slug)
    }
    await next()
  }

async function mayEnter(ports: ApiOffice, c: Context<AppEnv>, { unit, kind }: Room): Promise<boolean> {
  if (kind === 'uji') {
    if (!(await ports.admitsTry(unit, c.req.header(PASS) ?? ''))) return false
    c.set('signedIn', signInServiceTester(ports.now))
    return true
  }
  const token = readCookie(c, ports, 'session')
  const signedIn = token ? await findSession(ports, token, false).catch(() => null) : null
  if (!signedIn || signedIn.session.owesSecondFactor) return false
  const places = await ports.staff.membershipsOf(signedIn.account.id)
  return places.some(({ tenant }) => tenant === unit)
}
