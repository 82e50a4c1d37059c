import type { Instant } from '../../shared/instant.ts'
import { SECOND } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { CHAIN_START, faultAt } from './access-log.ts'
import { all, type LogFault, readHeads, type VerifyLogPorts } from './verify-log.ts'

/** How far a chain was followed. It tells how many entries there are, so it leaves the service only encrypted. */
export interface ChainPlace {
  readonly place: number
  readonly previous: string
  readonly from: Instant | null
}

export interface ChainStep {
  /** Where to go on; `null` once the end, or a fault, was reached. */
  readonly next: ChainPlace | null
  /** The moments of the first entry and of the last that was verified; `null` while there is none. */
  readonly from: Instant | null
  readonly until: Instant | null
  /** The first fault, and the moment at which the log says that this happened. */
  readonly fault: { readonly fault: LogFault; readonly at: Instant | string | null } | null
}

const begin: ChainPlace = { place: 0, previous: CHAIN_START, from: null }
const PAGE = 500

/** A step is as long as it takes, and not as many entries: their number would tell how many are hidden from a reader. */
const STEP = SECOND / 2

/** Heads before these are verified by the command alone. */
const NEWEST_HEADS = 1_000

/** Follows the chain of a tenant's log for a moment, and at its end compares it with the signed heads. */
export async function verifyStep(
  ports: VerifyLogPorts,
  tenant: TenantId,
  state: ChainPlace = begin,
  lasting = STEP,
): Promise<ChainStep> {
  const hash = await ports.vault.hasher(tenant, 'log')
  const end = performance.now() + lasting
  let { place, previous, from } = state
  let until: Instant | null = null
  for (;;) {
    const { items } = await ports.accessLog.find(tenant, { index: 'place', range: { from: place + 1 }, limit: PAGE })
    for (const entry of items) {
      const fault = faultAt(entry, place + 1, previous, hash)
      if (fault) return { next: null, from, until, fault: { fault, at: entry.at } }
      place = entry.place
      previous = entry.hash
      from ??= entry.at
      until = entry.at
    }
    if (items.length < PAGE) return { next: null, from, until, fault: await faultOfHeads(ports, tenant) }
    if (performance.now() >= end) return { next: { place, previous, from }, from, until, fault: null }
  }
}

/** A head that is signed shows what was cut off the end, or written anew by somebody who has the key of the chain. */
async function faultOfHeads(ports: VerifyLogPorts, tenant: TenantId): Promise<ChainStep['fault']> {
  const { heads, faults } = await readHeads(ports, tenant, all(ports.logHeads, tenant, 'day'))
  const [first] = faults
  if (first) return { fault: first.fault, at: first.day }
  for (const head of heads.slice(-NEWEST_HEADS)) {
    if (head.place === 0) continue
    const entry = await ports.accessLog.get(tenant, String(head.place))
    if (entry?.hash !== head.hash) return { fault: entry ? 'changed' : 'cut', at: head.id.slice(0, 10) }
  }
  return null
}
