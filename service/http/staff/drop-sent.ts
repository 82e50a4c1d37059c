import type { MiddlewareHandler } from 'hono'
import { ownerOf } from '../../keeping/unsent/unsent.ts'
import type { UnsentPlace, UnsentStore } from '../../keeping/unsent/unsent-store.ts'
import type { Clock } from '../../shared/instant.ts'
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
 * page is gone before it hears of it. Words of a request that was refused stay. The act and the words do not lie in one
 * write: words that were on their way when the process ended say so when they are back.
 */
export const dropSent =
  ({
    unsent,
    now,
  }: {
    readonly unsent: Pick<UnsentStore, 'drop' | 'mark'>
    readonly now: Clock
  }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const sent = c.req.method === 'GET' ? null : placeIn(c.req.header(SENDS) ?? '')
    if (!sent) return next()
    const owner = ownerOf(c.get('staff'))
    await unsent.mark(owner, sent, now())
    await next()
    // The answer says what was carried out, also where the words could not be dropped: they end by themselves.
    await (c.res.ok ? unsent.drop(owner, sent) : unsent.mark(owner, sent, null)).catch(() => {})
  }
