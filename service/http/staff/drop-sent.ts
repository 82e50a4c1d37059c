import type { MiddlewareHandler } from 'hono'
import { ownerOf } from '../../keeping/unsent/keep-unsent.ts'
import type { UnsentPlace, UnsentStore } from '../../keeping/unsent/unsent-store.ts'
import type { AppEnv } from '../app-env.ts'

/** Names the kept words that a request sends: `BO-2026-000012/letter-…`, or `-/incident-new` where they belong to no case. */
export const SENDS = 'X-Sends-Unsent'

const place = /^(-|[A-Z0-9-]{3,40})\/([a-zA-Z0-9_-]{2,100})$/

function placeIn(header: string): UnsentPlace | null {
  const [, number, kind] = place.exec(header) ?? []
  return number && kind ? { number: number === '-' ? null : number, kind } : null
}

/**
 * Drops the person's own words once the request that sends them was carried out, so that none of them comes back when the
 * page is gone before it hears of it. Words of a request that was refused stay.
 */
export const dropSent =
  ({ unsent }: { readonly unsent: Pick<UnsentStore, 'drop'> }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next()
    const sent = placeIn(c.req.header(SENDS) ?? '')
    // The answer says what was carried out, also where the words could not be dropped: they end by themselves.
    if (sent && c.res.ok && c.req.method !== 'GET') await unsent.drop(ownerOf(c.get('staff')), sent).catch(() => {})
  }
