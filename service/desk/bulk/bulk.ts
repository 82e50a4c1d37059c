import type { StaffId } from '../../offices/staff-id.ts'
import type { BulkAct, BulkState } from '../../offices/vocabulary.ts'
import { type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { WrappedKey } from '../../storage/vault.ts'

/** One act for many cases, with its words. */
export type BulkOrder =
  | { readonly act: 'dispatch'; readonly handler: string; readonly instruction?: string | undefined }
  | { readonly act: 'note'; readonly text: string }
  | { readonly act: 'message'; readonly text: string }
  | { readonly act: 'explain-delay'; readonly newDate: string; readonly reason: string }

/**
 * How long everything can be taken back. Until then nothing is done: what a reporter or a colleague has read, or been
 * sent, could not be taken back in truth.
 */
export const undoWindow = {
  dispatch: 30 * SECOND,
  note: 30 * SECOND,
  message: 2 * MINUTE,
  'explain-delay': 2 * MINUTE,
} as const satisfies Record<BulkAct, number>

/** What became of one case: `null` while it waits; else that it was done, or the code why not. */
export type BulkResult = null | { readonly done: true } | { readonly refused: string }

export interface BulkCase {
  readonly number: string
  /** At which the person saw it; a case that changed since is left alone. */
  readonly revision: number
  readonly result: BulkResult
}

/** One act on many cases that one person ordered. What it says is sealed in the store. */
export interface Bulk {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly by: StaffId
  /** The request that ordered it. */
  readonly cause?: string | null
  readonly state: BulkState
  readonly orderedAt: Instant
  /** When it is begun, or looked for again where the process that does it died. */
  readonly nextAt: Instant
  readonly key: WrappedKey
  readonly content: { readonly order: BulkOrder | null; readonly act: BulkAct; readonly cases: readonly BulkCase[] }
}

export const unknownBulk = () => new Refusal('not-found', 'bulk/unknown')

/** How long one process has it to itself; each case that is done renews it. */
const LEASE = MINUTE

/** Nothing of it is ever done. @throws Refusal `bulk/begun` */
export function undone(bulk: Bulk): Bulk {
  if (bulk.state === 'undone') return bulk
  if (bulk.state !== 'waiting') throw new Refusal('conflict', 'bulk/begun')
  return { ...bulk, state: 'undone', content: { ...bulk.content, order: null } }
}

/** Its person does not want to wait. @throws Refusal `bulk/begun` */
export function hastened(bulk: Bulk, at: Instant): Bulk {
  if (bulk.state !== 'waiting') throw new Refusal('conflict', 'bulk/begun')
  return { ...bulk, nextAt: at }
}

/** Taken by one process; `null` where it is not to be done now. */
export const begun = (bulk: Bulk, at: Instant): Bulk | null =>
  (bulk.state === 'waiting' || bulk.state === 'running') && bulk.nextAt <= at
    ? { ...bulk, state: 'running', nextAt: plusMilliseconds(at, LEASE) }
    : null

/** One case more is settled. After the last the words are let go: they stand in the cases. */
export function settled(bulk: Bulk, number: string, result: BulkResult, at: Instant): Bulk {
  const cases = bulk.content.cases.map((one) =>
    one.number === number && one.result === null ? { ...one, result } : one,
  )
  const isOver = cases.every((one) => one.result !== null)
  return {
    ...bulk,
    state: isOver ? 'done' : bulk.state,
    nextAt: plusMilliseconds(at, LEASE),
    content: { ...bulk.content, cases, order: isOver ? null : bulk.content.order },
  }
}
