import type { Context, MiddlewareHandler } from 'hono'
import { refuseWhileCodeWaits } from '../case/given-code.ts'
import { identifyReporter as identify, type OpenedByCode } from '../following/follow-complaint.ts'
import { findKey, programOf, requireScope } from '../offices/api-keys/api-keys.ts'
import { unheldDuties } from '../offices/duties/duties.ts'
import type { Session } from '../offices/staff/account.ts'
import type { AccountOffice } from '../offices/staff/account-office.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { findSession } from '../offices/staff/sessions.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { movedRefusal, type TenantDirectory, unknownTenant } from '../offices/tenants/tenant-directory.ts'
import type { ApiScope } from '../offices/vocabulary.ts'
import { standingOf } from '../offices/widgets/seen-page.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../storage/place.ts'
import type { AppEnv } from './app-env.ts'
import type { ReporterActName } from './limit-table.ts'
import type { ApiOffice } from './office.ts'
import { reporterActOf } from './reporter-act.ts'
import { readCookie } from './session-cookie.ts'

/**
 * Takes the key from `Authorization: Bearer`. Pages of other origins cannot read the answer, because a key in a browser
 * would be everybody's.
 */
export const identifyProgram =
  (ports: ApiOffice): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { limits } = ports
    const text = /^Bearer (\S{1,100})$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (!text) throw new Refusal('unauthenticated', 'key/required')
    const key = await findKey(ports, c.get('tenant').id, text).catch((cause: unknown) => {
      if (cause instanceof Refusal) limits.wrongSecret('key', ports.addressOf(c))
      throw cause
    })
    limits.before('program', key.id)
    c.set('apiKey', key)
    c.header('Cache-Control', 'no-store')
    await next()
  }

/** The program then acts as a member of staff with this permission alone. */
export const withScope =
  (scope: ApiScope): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const key = c.get('apiKey')
    requireScope(key, scope)
    c.set('staff', programOf(key, scope))
    await next()
  }

export interface ReporterCall {
  readonly address: string
  readonly tenant: TenantId
  readonly number: string
  readonly code: string
  readonly act: ReporterActName
}

/**
 * Opens a case by its code, and counts the act. The right code works however many wrong ones came from the same
 * address.
 */
export async function openByCode(ports: ApiOffice, call: ReporterCall): Promise<OpenedByCode> {
  const { address, tenant, number, code, act } = call
  const opened = await identify(ports, tenant, number, code).catch((cause: unknown) => {
    if (cause instanceof Refusal) ports.limits.wrongCode(address, number)
    throw cause
  })
  refuseWhileCodeWaits(act, [...opened.earlier, opened.complaint])
  ports.limits.beforeReporterAct(act, address, `${opened.tenant} ${opened.number}`)
  return opened
}

/** Reads the tracking code as somebody wrote it. */
export const readCode = (c: Context<AppEnv>): string =>
  /^Bearer (\S[^\n]{0,100})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''

/** Takes the tracking code from `Authorization: Bearer`. */
export const identifyReporter =
  (ports: ApiOffice): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const opened = await openByCode(ports, {
      address: ports.addressOf(c),
      tenant: c.get('tenant').id,
      number: c.req.param('number') ?? '',
      code: readCode(c),
      act: reporterActOf(c.req.method, c.req.path),
    })
    c.set('reporter', opened)
    // From here on the rules and texts are those of the tenant that has the complaint now.
    c.set('tenant', await ports.tenants.get(opened.tenant))
    await next()
  }

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const secondFactorNeeded = () => new Refusal('forbidden', 'session/second-factor-needed')

const owesNothing = ({ owesSecondFactor }: Session): boolean => !owesSecondFactor

/** Open event streams and background requests of a page keep no session alive. */
const isPersons = (c: Context): boolean =>
  c.req.header('x-background') === undefined && c.req.header('accept') !== 'text/event-stream'

/** @param isEnough what a session must have shown; by default all that its account requires */
export const identifyStaff =
  (
    ports: AccountOffice & Pick<ApiOffice, 'secureCookies'>,
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
export async function isSignedIn(ports: ApiOffice, c: Context<AppEnv>): Promise<boolean> {
  const token = readCookie(c, ports, 'session')
  return token !== undefined && (await findSession(ports, token, isPersons(c)).catch(() => null)) !== null
}

/**
 * A tenant in which the person has no role answers like one that does not exist.
 * @param searchCases for somebody who is new here or has another name; returns how much of it is done, as a percentage
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

export const identifyOperator: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { account, session } = c.get('signedIn')
  if (!account.operator) throw new Refusal('forbidden', 'staff/not-permitted')
  if (!session.secondFactor) throw secondFactorNeeded()
  await next()
}

/**
 * Resolves `{tenant}` of the path.
 * @param forPages a page of any origin may read that there is no such tenant, because its author may have mistyped it
 */
export const identifyTenant =
  (tenants: TenantDirectory, forPages = false): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const slug = c.req.param('tenant') ?? ''
    const tenant = slug !== '' && c.get('room') === slug ? await tenants.get(slug) : await tenants.find(slug)
    const went = tenant ? null : await tenants.whereItWent(slug)
    if (went) return leadAway(c, went)
    if (!tenant) {
      if (forPages && c.req.method === 'GET') c.header('Access-Control-Allow-Origin', '*')
      throw unknownTenant()
    }
    if (tenant.movedTo) return leadAway(c, tenant.movedTo)
    c.set('tenant', tenant)
    await next()
  }

/** A page leads to the same page of the new installation; a program reads where that is. */
function leadAway(c: Context<AppEnv>, url: string): Response {
  if (c.req.method === 'GET' && c.req.path.startsWith('/t/')) return c.redirect(`${url}${c.req.path}`, 302)
  // Any page that named this tenant may read where it went.
  c.header('Access-Control-Allow-Origin', '*')
  throw movedRefusal(url)
}

const allowed =
  'Content-Type, Authorization, Idempotency-Key, Accept-Language, X-Proof, X-Content-SHA256, Upload-Token, Upload-Offset'
const exposed = 'Retry-After, Content-Language, Content-Disposition'

/** Says what nobody in the tenant can do, so that the public is not offered it. It stands behind `identifyTenant`. */
export const weighDuties =
  ({ staff }: { readonly staff: Pick<StaffDirectory, 'members'> }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { id, settings } = c.get('tenant')
    c.set('unheld', unheldDuties(await staff.members(id), settings))
    await next()
  }

/**
 * Enforces the tenant's list of origins before anything is done: a page of another origin is refused, not just kept
 * from reading the answer. Requests without an Origin come from no page.
 */
export const allowOrigins =
  (ownOrigin: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    // It is set also on answers to our own pages, so that a shared cache does not give those to a page of another
    // origin.
    c.header('Vary', 'Origin', { append: true })
    const origin = c.req.header('origin')
    if (origin === undefined || origin === ownOrigin || isThisMachine(origin, c.req.header('host'))) return next()
    const { id, settings } = c.get('tenant')
    const standing = standingOf(origin, settings.origins)
    if (standing.is !== 'named') {
      // The page may read only the reason, which the widget shows its visitor and its developer.
      if (c.req.method === 'GET') c.header('Access-Control-Allow-Origin', '*')
      const details = { office: settings.shortName, form: `${ownOrigin}/t/${id}`, origin, standing: standing.is }
      throw new Refusal('forbidden', 'origin/not-allowed', details)
    }
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Expose-Headers', exposed)
    if (c.req.method !== 'OPTIONS') return next()
    c.header('Access-Control-Allow-Methods', 'GET, POST, PATCH')
    c.header('Access-Control-Allow-Headers', allowed)
    c.header('Access-Control-Max-Age', '600')
    return c.body(null, 204)
  }

/**
 * Accepts pages that this host served under an IP address of this machine or as localhost. Other names are not
 * accepted: their owner can point them here after the page was loaded.
 */
function isThisMachine(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.host === host && /^(localhost|[\d.]+|\[[\da-f:]+\])$/.test(url.hostname)
}
