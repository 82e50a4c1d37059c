import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { Refusal } from '../shared/refusal.ts'
import { findSession, type SignInPorts } from '../staff/sign-in.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { StaffId } from '../staff/staff-member.ts'
import { unknownTenant } from '../tenants/tenant-directory.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { AppEnv } from './app-env.ts'

export const SESSION_COOKIE = 'aduan_session'

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** @throws Refusal `session/required`; `session/csrf-wrong` for a change without the session's token */
export const identifyStaff =
  (ports: SignInPorts): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const token = getCookie(c, SESSION_COOKIE)
    const signedIn = token ? await findSession(ports, token) : null
    if (!signedIn) throw new Refusal('unauthenticated', 'session/required')
    if (changing.has(c.req.method) && c.req.header('x-csrf-token') !== signedIn.session.csrf) {
      throw new Refusal('forbidden', 'session/csrf-wrong')
    }
    c.set('signedIn', signedIn)
    c.header('Cache-Control', 'no-store')
    await next()
  }

/** Whether a request comes from somebody who is signed in, for rules that differ for staff; it lets nobody in. */
export async function isSignedIn(ports: SignInPorts, c: Context<AppEnv>): Promise<boolean> {
  const token = getCookie(c, SESSION_COOKIE)
  return token !== undefined && (await findSession(ports, token)) !== null
}

/**
 * A unit in which one has no role answers like one that does not exist.
 * @throws Refusal `tenant/unknown`; `session/second-factor-needed` where the unit, or a reset, asks for one that was not
 * shown
 */
export const identifyMember =
  ({ staff }: { readonly staff: StaffDirectory }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { account, session } = c.get('signedIn')
    const { id, settings } = c.get('tenant')
    const member = await staff.findMember(id as TenantId, account.id as StaffId)
    if (!member) throw unknownTenant()
    if ((settings.requireSecondFactor || account.secondFactorOwed) && !session.secondFactor) {
      throw new Refusal('forbidden', 'session/second-factor-needed')
    }
    c.set('staff', { ...member, confirmedAt: session.confirmedAt })
    await next()
  }

/** @throws Refusal `staff/not-permitted` for all but the platform operator */
export const identifyOperator: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.get('signedIn').account.operator) throw new Refusal('forbidden', 'staff/not-permitted')
  await next()
}
