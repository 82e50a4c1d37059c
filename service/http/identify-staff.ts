import type { Context, MiddlewareHandler } from 'hono'
import type { Session } from '../offices/staff/account.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { findSession, type SignInPorts } from '../offices/staff/sessions.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { unknownTenant } from '../offices/tenants/tenant-directory.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../storage/place.ts'
import type { AppEnv } from './app-env.ts'
import type { Office } from './office.ts'
import { readCookie } from './session-cookie.ts'

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const secondFactorNeeded = () => new Refusal('forbidden', 'session/second-factor-needed')

const owesNothing = ({ owesSecondFactor }: Session): boolean => !owesSecondFactor

/** Open event streams and background requests of a page keep no session alive. */
const isPersons = (c: Context): boolean =>
  c.req.header('x-background') === undefined && c.req.header('accept') !== 'text/event-stream'

/**
 * @param isEnough what a session must have shown; by default all that its account requires
 * @throws Refusal `session/required`, `session/idle`; `session/csrf-wrong` for a change without the session's token;
 * `session/second-factor-needed`
 */
export const identifyStaff =
  (
    ports: SignInPorts & Pick<Office, 'secureCookies'>,
    isEnough: (session: Session) => boolean = owesNothing,
  ): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    // A pass of the command that tries the service is no cookie: no page can make a browser send it.
    if (c.get('room')?.endsWith('.uji')) return next()
    const token = readCookie(c, ports, 'session')
    const signedIn = token ? await findSession(ports, token, isPersons(c)) : null
    if (!signedIn) throw new Refusal('unauthenticated', 'session/required')
    if (changing.has(c.req.method) && c.req.header('x-csrf-token') !== signedIn.session.csrf) {
      throw new Refusal('forbidden', 'session/csrf-wrong')
    }
    if (!isEnough(signedIn.session)) throw secondFactorNeeded()
    c.set('signedIn', signedIn)
    c.header('Cache-Control', 'no-store')
    await next()
  }

/** Tells whether a request comes from signed-in staff, for limits that differ for them; it authorises nothing. */
export async function isSignedIn(ports: Office, c: Context<AppEnv>): Promise<boolean> {
  const token = readCookie(c, ports, 'session')
  return token !== undefined && (await findSession(ports, token, isPersons(c)).catch(() => null)) !== null
}

/**
 * A tenant in which the person has no role answers like one that does not exist.
 * @param searchCases for somebody who is new here or has another name; returns how much of it is done, as a percentage
 * @throws Refusal `tenant/unknown`; `staff/being-matched` while cases are searched for a new name;
 * `session/second-factor-needed` if the tenant, or a reset, requires one that was not shown
 */
export const identifyMember =
  (
    { staff }: { readonly staff: StaffDirectory },
    searchCases: (tenant: TenantId) => Promise<number>,
  ): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { account, session } = c.get('signedIn')
    const { id, settings } = c.get('tenant')
    const member = await findMatched(staff, searchCases, id, account.id)
    if (!member) throw unknownTenant()
    if ((settings.requireSecondFactor || account.secondFactorOwed) && !session.secondFactor) throw secondFactorNeeded()
    c.set('staff', { ...member, confirmedAt: session.confirmedAt })
    await next()
  }

/** In seconds: the desk asks again by itself then, so that the page comes once it is done. */
const ASKED_AGAIN = 3

/** A person who is new here, or has another name or position, reads nothing before the cases are searched for them. */
async function findMatched(
  staff: StaffDirectory,
  searchCases: (tenant: TenantId) => Promise<number>,
  tenant: TenantId,
  id: string,
): Promise<StaffMember | null> {
  let percent = 0
  for (let tries = 0; tries < 2; tries++) {
    const member = await staff.findMember(tenant, id)
    if (!member?.isUnmatched) return member
    percent = await searchCases(tenant)
    if (percent < 100) break
  }
  const member = await staff.findMember(tenant, id)
  if (member?.isUnmatched) throw new Refusal('unavailable', 'staff/being-matched', { percent, retryAfter: ASKED_AGAIN })
  return member
}

/**
 * @throws Refusal `staff/not-permitted` for all but the platform operator; `session/second-factor-needed` until they
 * showed one
 */
export const identifyOperator: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { account, session } = c.get('signedIn')
  if (!account.operator) throw new Refusal('forbidden', 'staff/not-permitted')
  if (!session.secondFactor) throw secondFactorNeeded()
  await next()
}
