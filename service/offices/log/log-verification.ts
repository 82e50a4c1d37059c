import { type Instant, SECOND } from '../../shared/instant.ts'
import type { Collection, Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import {
  CHAIN_START,
  type ChainFault,
  faultAt,
  type HeadToSign,
  headToSign,
  type LogHead,
  type LogOffice,
  NO_HEAD,
  nextDay,
} from './access-log.ts'

export type LogFault =
  | ChainFault
  | 'head-forged'
  | 'head-missing'
  /** The log is shorter than a head from outside says, or has another entry at that place. */
  | 'not-as-outside'

export interface LogVerdict {
  readonly entries: number
  readonly heads: number
  readonly faults: readonly { readonly place: number; readonly fault: LogFault; readonly day?: string }[]
  /** From this day on heads refer to each other, so none can be missing; `null` if there is no such head yet. */
  readonly chainedSince: string | null
  readonly newest: LogHead | null
  /** The heads of these days were signed later, because the service did not run or somebody deleted them. */
  readonly late: readonly string[]
  /** A backup was restored at these times, to the state of `to`; what was written in between is lost. */
  readonly restored: readonly { readonly at: Instant; readonly to: string | null }[]
  readonly fitting: number
}

const PAGE = 500

/**
 * Verifies a tenant's whole log: it finds entries that were changed, removed or moved, a tail that was cut off, and
 * missing heads.
 * @param options.outside heads that were kept elsewhere, to compare with
 * @param options.digests digests of such heads, as printed on papers
 */
export async function verifyLog(
  office: LogOffice,
  tenant: TenantId,
  onProgress: (entries: number) => void,
  {
    signal,
    outside = [],
    digests = [],
  }: {
    readonly signal?: AbortSignal
    readonly outside?: readonly HeadToSign[]
    readonly digests?: readonly string[]
  } = {},
): Promise<LogVerdict> {
  const { accessLog, logHeads, vault } = office
  const hash = await vault.hasher(tenant, 'log')
  const { heads, faults: headFaults } = await readHeads(office, tenant, all(logHeads, tenant, 'day'))
  const faults: { place: number; fault: LogFault; day?: string }[] = [...headFaults]
  const waiting = new Map<number, HeadToSign[]>()
  const wait = (head: HeadToSign) => waiting.set(head.place, [...(waiting.get(head.place) ?? []), head])
  for (const head of heads) wait(headToSign(head))
  const ours = outside.filter((head) => head.tenant === tenant)
  for (const head of ours) wait(head)
  const restored: { at: Instant; to: string | null }[] = []
  let entries = 0
  let previous = CHAIN_START
  let expected = 1
  const met: HeadToSign[] = []
  for await (const entry of all(accessLog, tenant, 'place')) {
    const fault = faultAt(entry, expected, previous, hash)
    if (fault) faults.push({ place: entry.place, fault })
    if (entry.act === 'backup.restored') restored.push({ at: entry.at, to: entry.detail })
    for (const head of waiting.get(entry.place) ?? []) if (head.hash === entry.hash) met.push(head)
    previous = entry.hash
    expected = entry.place + 1
    if (++entries % PAGE > 0) continue
    onProgress(PAGE)
    signal?.throwIfAborted()
  }
  for (const head of [...waiting.values()].flat()) {
    // The head of an empty log stands before the first entry.
    if (met.includes(head) || head.place === 0) continue
    const fault = ours.includes(head) ? 'not-as-outside' : head.place < expected ? 'changed' : 'cut'
    if (fault === 'not-as-outside' && wasLost(head, restored)) continue
    faults.push({ place: head.place, fault, day: head.day })
  }
  const known = new Set(heads.map(({ signature }) => office.headSigner.digestOf(signature)))
  const fittingDigests = digests.filter((digest) => known.has(digest)).length
  if (fittingDigests < digests.length) faults.push({ place: 0, fault: 'not-as-outside' })
  return {
    ...{ entries, heads: heads.length, faults, restored },
    chainedSince: heads.find(({ number }) => number !== undefined)?.id ?? null,
    newest: heads.at(-1) ?? null,
    late: heads.filter(isLate).map(({ id }) => id),
    fitting: fittingDigests + ours.filter((head) => met.includes(head) || head.place === 0).length,
  }
}

/** A head is lost when a backup from before it is restored. */
const wasLost = ({ signedAt, day }: HeadToSign, restored: LogVerdict['restored']): boolean =>
  restored.some(({ at, to }) => to !== null && (signedAt ?? day) >= to && (signedAt ?? day) <= at)

const isLate = ({ id, signedAt }: LogHead): boolean => signedAt !== undefined && signedAt.slice(0, 10) > id.slice(0, 10)

/** Returns the genuine heads, and the faults in their order. */
export async function readHeads({ headSigner }: LogOffice, tenant: TenantId, kept: AsyncIterable<LogHead>) {
  const heads: LogHead[] = []
  const faults: { place: number; fault: LogFault; day: string }[] = []
  const since = await headSigner.headsSince(tenant)
  let before: LogHead | null = null
  for await (const head of kept) {
    const { id: day, place } = head
    if (!(await headSigner.verify(headToSign(head), head.signature))) {
      faults.push({ place, fault: 'head-forged', day })
      continue
    }
    const follows =
      head.number === undefined ||
      (head.number === (before?.number ?? 0) + 1 &&
        head.previous === (before ? headSigner.digestOf(before.signature) : NO_HEAD) &&
        (before?.number === undefined || day.slice(0, 10) <= nextDay(before.id.slice(0, 10))))
    if (!follows) faults.push({ place, fault: 'head-missing', day: `before ${day}` })
    heads.push(head)
    before = head
  }
  const first = heads.find(({ number }) => number !== undefined)
  if (since !== null && first === undefined) faults.push({ place: 0, fault: 'head-missing', day: `since ${since}` })
  return { heads, faults }
}

export async function* all<D extends Kept>(
  collection: Collection<D>,
  tenant: TenantId,
  index: string,
): AsyncGenerator<D> {
  let after: string | null = null
  do {
    const page: { items: readonly D[]; nextCursor: string | null } = await collection.find(tenant, {
      index,
      limit: PAGE,
      ...(after && { after }),
    })
    yield* page.items
    after = page.nextCursor
  } while (after)
}

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

/** A step is as long as it takes, and not as many entries: their number would tell how many are hidden from a reader. */
const STEP = SECOND / 2

/** Heads before these are verified by the command alone. */
const NEWEST_HEADS = 1_000

/** Follows the chain of a tenant's log for a moment, and at its end compares it with the signed heads. */
export async function verifyStep(
  office: LogOffice,
  tenant: TenantId,
  state: ChainPlace = begin,
  lasting = STEP,
): Promise<ChainStep> {
  const hash = await office.vault.hasher(tenant, 'log')
  const end = performance.now() + lasting
  let { place, previous, from } = state
  let until: Instant | null = null
  for (;;) {
    const { items } = await office.accessLog.find(tenant, { index: 'place', range: { from: place + 1 }, limit: PAGE })
    for (const entry of items) {
      const fault = faultAt(entry, place + 1, previous, hash)
      if (fault) return { next: null, from, until, fault: { fault, at: entry.at } }
      place = entry.place
      previous = entry.hash
      from ??= entry.at
      until = entry.at
    }
    if (items.length < PAGE) return { next: null, from, until, fault: await faultOfHeads(office, tenant) }
    if (performance.now() >= end) return { next: { place, previous, from }, from, until, fault: null }
  }
}

/** A head that is signed shows what was cut off the end, or written anew by somebody who has the key of the chain. */
async function faultOfHeads(office: LogOffice, tenant: TenantId): Promise<ChainStep['fault']> {
  const { heads, faults } = await readHeads(office, tenant, all(office.logHeads, tenant, 'day'))
  const [first] = faults
  if (first) return { fault: first.fault, at: first.day }
  for (const head of heads.slice(-NEWEST_HEADS)) {
    if (head.place === 0) continue
    const entry = await office.accessLog.get(tenant, String(head.place))
    if (entry?.hash !== head.hash) return { fault: entry ? 'changed' : 'cut', at: head.id.slice(0, 10) }
  }
  return null
}
