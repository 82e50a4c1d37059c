import type { RecordAccess } from '../../offices/log/record-access.ts'
import { isPractice } from '../../offices/practice/practice-room.ts'
import type { Clock, Instant } from '../../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'
import type { NumberGap } from '../store/number-gaps.ts'

/** What the signature of a receipt proves, without the case. */
export interface SignedFacts {
  readonly tenant: TenantId
  readonly number: string
  readonly receivedAt: Instant
  readonly receiptId: string
}

/** Resolves `null` for anything but a receipt that one of the units signed. */
export type ReadSignedReceipt = (signature: string) => Promise<SignedFacts | null>

/** A receipt whose case a restore could not bring back, shown by who holds it. Its id is the receipt's. */
export interface LostReceipt extends Kept {
  readonly number: string
  readonly receivedAt: Instant
  readonly checkedAt: Instant
}

export const lostReceiptSpec: CollectionSpec<LostReceipt> = {
  name: 'lostReceipts',
  keys: { checkedAt: ({ checkedAt }) => checkedAt },
  indexes: { checked: { on: ['checkedAt'] } },
}

export interface LostReceiptPorts {
  readonly complaints: ComplaintStore
  readonly lostReceipts: Collection<LostReceipt>
  readonly readSignedReceipt: ReadSignedReceipt
  readonly record: RecordAccess
  readonly now: Clock
}

/** What a signed receipt is here: its case is kept, or lost, or it is not one of ours. */
export type SignedReceiptIs =
  | { readonly is: 'kept'; readonly receiptId: string }
  | { readonly is: 'lost'; readonly facts: SignedFacts; readonly asOf: Instant }
  | { readonly is: 'unknown' }

/**
 * Checks a receipt by its signature alone, for cases that a restore could not bring back. Each lost one is counted
 * once, however often it is checked.
 */
export async function checkSignedReceipt(ports: LostReceiptPorts, signature: string): Promise<SignedReceiptIs> {
  const facts = await ports.readSignedReceipt(signature)
  if (!facts) return { is: 'unknown' }
  const { tenant, number, receivedAt, receiptId } = facts
  if (await ports.complaints.findByReceipt(receiptId)) return { is: 'kept', receiptId }
  // A room of practice is emptied each week, so nothing of it is lost.
  const gap = isPractice(tenant) ? null : ports.complaints.numberGaps.around(tenant, number)
  if (!gap) return { is: 'unknown' }
  try {
    await ports.lostReceipts.insert({ tenant, id: receiptId, number, receivedAt, checkedAt: ports.now() })
    await ports.record(tenant, { by: 'system', act: 'receipt.lost', subject: number, detail: null })
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error
  }
  return { is: 'lost', facts, asOf: gap.asOf }
}

export interface LeftOutNumbers extends Pick<NumberGap, 'series' | 'from' | 'to' | 'asOf' | 'restoredAt'> {
  /** How many receipts with one of these numbers were checked. */
  readonly checked: number
}

/** Tells a unit which numbers a restore left out, and how many people have shown a receipt with one of them. */
export async function readLeftOutNumbers(
  { complaints, lostReceipts }: Pick<LostReceiptPorts, 'complaints' | 'lostReceipts'>,
  tenant: TenantId,
): Promise<readonly LeftOutNumbers[]> {
  const gaps = complaints.numberGaps.of(tenant).filter(({ series }) => isYear(series))
  if (gaps.length === 0) return []
  const { items } = await lostReceipts.find(tenant, { index: 'checked', limit: MOST_COUNTED })
  return gaps.map(({ series, from, to, asOf, restoredAt }) => ({
    series,
    from,
    to,
    asOf,
    restoredAt,
    checked: items.filter(({ number }) => complaints.numberGaps.around(tenant, number)?.restoredAt === restoredAt)
      .length,
  }))
}

const isYear = (series: string): boolean => /^\d{4}$/.test(series)

/** Seconds of filing are lost; more receipts than this say no more. */
const MOST_COUNTED = 1_000
