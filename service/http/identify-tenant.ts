import type { Context, MiddlewareHandler } from 'hono'
import { unheldDuties } from '../offices/duties/duties.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { movedRefusal, type TenantDirectory, unknownTenant } from '../offices/tenants/tenant-directory.ts'
import { standingOf } from '../offices/widgets/seen-page.ts'
import { Refusal } from '../shared/refusal.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Resolves `{tenant}` of the path.
 * @param forPages a page of any origin may read that there is no such tenant, because its author may have mistyped it
 * @throws Refusal `tenant/unknown`
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
