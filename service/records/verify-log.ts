import type { Vault } from '../identity/vault.ts'
import type { Clock, Day } from '../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { CHAIN_START, type ChainFault, faultAt, type LogEntry } from './access-log.ts'

/** Where a unit's chain stood on a day, signed: what was cut off behind it shows. `id` is the day. */
export interface LogHead extends Kept {
  readonly place: number
  readonly hash: string
  readonly signature: string
}

export const logHeadSpec: CollectionSpec<LogHead> = {
  name: 'logHeads',
  keys: { day: ({ id }) => id },
  indexes: { day: { on: ['day'] } },
}

export interface HeadToSign {
  readonly tenant: TenantId
  readonly day: string
  readonly place: number
  readonly hash: string
}

/** Signs with the unit's key, and tells whether a signature is its own for just this head. */
export interface HeadSigner {
  sign(head: HeadToSign): Promise<string>
  verify(head: HeadToSign, signature: string): Promise<boolean>
}

export interface VerifyLogPorts {
  readonly accessLog: Collection<LogEntry>
  readonly logHeads: Collection<LogHead>
  readonly vault: Vault
  readonly headSigner: HeadSigner
  readonly now: Clock
}

/** Signs the head of a unit's log, once a day. */
export async function signLogHead(
  { accessLog, logHeads, headSigner, now }: VerifyLogPorts,
  tenant: TenantId,
): Promise<void> {
  const day = now().slice(0, 10) as Day
  if (await logHeads.get(tenant, day)) return
  const { items } = await accessLog.find(tenant, { index: 'place', order: 'descending', limit: 1 })
  const [last] = items
  if (!last) return
  const { place, hash } = last
  const signature = await headSigner.sign({ tenant, day, place, hash })
  await logHeads.insert({ tenant, id: day, place, hash, signature })
}

export interface LogVerdict {
  readonly entries: number
  readonly heads: number
  /** Empty: nothing was changed, cut or moved. */
  readonly faults: readonly { readonly place: number; readonly fault: ChainFault | 'head-forged' }[]
}

const PAGE = 500

/** Reads a unit's whole log and finds any line that was changed, cut out or moved, and a tail that was cut off. */
export async function verifyLog(
  { accessLog, logHeads, vault, headSigner }: VerifyLogPorts,
  tenant: TenantId,
  onProgress: (entries: number) => void,
  signal?: AbortSignal,
): Promise<LogVerdict> {
  const hash = await vault.hasher(tenant, 'log')
  const faults: { place: number; fault: ChainFault | 'head-forged' }[] = []
  const heads = new Map<number, LogHead>()
  for await (const head of all(logHeads, tenant, 'day')) {
    const { id: day, place, hash: headHash, signature } = head
    const genuine = await headSigner.verify({ tenant, day, place, hash: headHash }, signature)
    if (genuine) heads.set(place, head)
    else faults.push({ place, fault: 'head-forged' })
  }
  const signedHeads = heads.size
  let entries = 0
  let previous = CHAIN_START
  let expected = 1
  for await (const entry of all(accessLog, tenant, 'place')) {
    const fault = faultAt(entry, expected, previous, hash)
    if (fault) faults.push({ place: entry.place, fault })
    const head = heads.get(entry.place)
    if (head && head.hash !== entry.hash) faults.push({ place: entry.place, fault: 'changed' })
    heads.delete(entry.place)
    previous = entry.hash
    expected = entry.place + 1
    if (++entries % PAGE > 0) continue
    onProgress(PAGE)
    signal?.throwIfAborted()
  }
  for (const place of heads.keys()) faults.push({ place, fault: 'cut' })
  return { entries, heads: signedHeads, faults }
}

async function* all<D extends Kept>(collection: Collection<D>, tenant: TenantId, index: string): AsyncGenerator<D> {
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
