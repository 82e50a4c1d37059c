import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import * as unsentWire from '../../contract/unsent.ts'
import {
  deskWriters,
  dropUnsent,
  findUnsentForm,
  keepUnsent,
  listUnsent,
  listUnsentCases,
  listUnsentIntakes,
  listUnsentOfJoined,
  ownerOf,
} from '../../keeping/unsent/unsent.ts'
import type { Unsent, UnsentPlace, UnsentStore } from '../../keeping/unsent/unsent-store.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { Clock } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import { json, nothing, op } from '../operation.ts'

const kindParam = z.object({ kind: unsentWire.unsentKind })
/** In a form that belongs to no case one reads, keeps and drops one’s own words. */
function unsentAway<const Path extends '/intake-unsent/{kind}' | '/desk-unsent/{kind}'>(
  path: Path,
  may: readonly [Permission, ...Permission[]],
  what: string,
  ends: string,
) {
  const shared = { may, params: kindParam.shape }
  const read = op('GET /intake-unsent/{kind}', {
    ...shared,
    summary: `What one typed ${what}`,
    answer: json(unsentWire.unsentList, 'At most one'),
    does: async ({ office, staff, params }) => {
      const found = await findUnsentForm(office, staff, params.kind)
      return { items: found ? [unsentView(found)] : [] }
    },
  })
  const keep = op('PUT /intake-unsent/{kind}', {
    ...shared,
    summary: `Keep what one is typing ${what}`,
    description: `Sealed. ${ends}`,
    body: unsentWire.keepUnsent,
    answer: json(unsentWire.keptUnsent, 'Kept'),
    does: async ({ office, staff, params, body }) =>
      keptView(await keepUnsent(office, staff, { number: null, kind: params.kind }, body)),
  })
  const drop = op('DELETE /intake-unsent/{kind}', {
    ...shared,
    summary: `Drop what one typed ${what}`,
    answer: nothing('Gone'),
    does: ({ office, staff, params }) => dropUnsent(office, staff, { number: null, kind: params.kind }),
  })
  return [read.at(`GET ${path}`), keep.at(`PUT ${path}`), drop.at(`DELETE ${path}`)] as const
}

export const unsentOperations = [
  op('GET /unsent', {
    summary: 'The cases on which one typed something that was not sent',
    may: ['cases.read'],
    answer: json(unsentWire.unsentCases, 'Their numbers, and no word of it'),
    does: async ({ office, staff }) => ({ numbers: await listUnsentCases(office, staff) }),
  }),
  op('GET /cases/{number}/unsent', {
    summary: 'What one typed on a case and has not sent',
    may: ['cases.read'],
    answer: json(unsentWire.unsentOnCase, 'One’s own words only'),
    does: async ({ office, staff, params }) => {
      const { number } = params
      const found = await listUnsent(office, staff, number)
      const ofJoined = await listUnsentOfJoined(office, staff, number)
      const joined = ofJoined.map((one) => ({ ...unsentView(one), number: one.number }))
      return { items: found.map(unsentView), joined }
    },
  }),
  op('PUT /cases/{number}/unsent/{kind}', {
    summary: 'Keep what one is typing on a case',
    description: 'Sealed with the case. It ends when the act is done, when the person leaves, or after 30 days.',
    may: ['cases.read'],
    params: kindParam.shape,
    body: unsentWire.keepUnsent,
    answer: json(unsentWire.keptUnsent, 'Kept'),
    does: async ({ office, staff, params, body }) =>
      keptView(await keepUnsent(office, staff, { number: params.number, kind: params.kind }, body)),
  }),
  op('DELETE /cases/{number}/unsent/{kind}', {
    summary: 'Drop what one typed on a case',
    may: ['cases.read'],
    params: kindParam.shape,
    answer: nothing('Gone'),
    does: async ({ office, staff, params }) => {
      await dropUnsent(office, staff, { number: params.number, kind: params.kind })
    },
  }),
  op('GET /intake-unsent', {
    summary: 'The complaints that one began to enter',
    may: ['cases.enter'],
    answer: json(unsentWire.unsentIntakes, 'The latest first, and no word of them'),
    does: async ({ office, staff }) => {
      const found = await listUnsentIntakes(office, staff)
      return { items: found.map(({ kind, savedAt }) => ({ kind, savedAt })) }
    },
  }),
  ...unsentAway(
    '/intake-unsent/{kind}',
    ['cases.enter'],
    'of a complaint that is being entered',
    'It ends when the complaint is filed, when it is thrown away, or after a week; at the counter after a day.',
  ),
  ...unsentAway(
    '/desk-unsent/{kind}',
    deskWriters,
    'in a form of the unit',
    'It ends when the form is sent, when it is thrown away, or after 30 days; a week where it tells of a case to come.',
  ),
]

const keptView = ({ version, savedAt }: Unsent) => ({ version, savedAt })

const unsentView = (kept: Unsent) => ({
  ...{ ...keptView(kept), kind: kept.kind, fields: kept.fields },
  ...(kept.sendingAt && { sendingAt: kept.sendingAt }),
})

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
