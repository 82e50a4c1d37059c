import type { Actor } from '../../case/shape/history.ts'
import type { ReasonToKeep, Shreddable } from '../../case/weigh-retention.ts'
import type { DangerousAct } from '../../offices/act-vocabulary.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { Ending } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { WrappedKey } from '../../storage/vault.ts'

export const shreddedBy = {
  'destroy-cases': 'record',
  'erase-identities': 'identity',
} as const satisfies Partial<Record<DangerousAct, Shreddable>>

export type DestroyingAct = keyof typeof shreddedBy

export const isDestroying = (act: DangerousAct): act is DestroyingAct => act in shreddedBy

/** A line of a destruction record contains nothing that a reporter wrote. */
export interface DestructionLine {
  readonly number: string
  readonly category: string
  readonly ending: Ending | null
  readonly receivedAt: Instant
  readonly endedAt: Instant
  readonly from: Day
  readonly files: number
}

/** The case was approved but stayed whole, because something changed. */
export interface KeptLine {
  readonly number: string
  readonly category: string
  readonly because: ReasonToKeep
}

export interface DestructionContent {
  readonly basis: string
  /** The proposer states the decision on which it is done. */
  readonly reason: string
  readonly proposer: Actor
  readonly proposedAt: Instant
  readonly approver: Actor
  readonly approvedAt: Instant
  readonly lines: readonly DestructionLine[]
  readonly kept: readonly KeptLine[]
  /** Maps case numbers to the ids of evidence files that still exist. */
  readonly remains: Readonly<Record<string, readonly string[]>>
}

/** A destruction under one approval becomes its own record (berita acara pemusnahan). It has the id of the approval. */
export interface Destruction {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  /** Numbers such as `BA-BO-2031-0001` have no gaps per tenant and year. */
  readonly number: string
  readonly series: string
  readonly sequence: number
  readonly what: Shreddable
  readonly proposedBy: StaffId
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  readonly key: WrappedKey
  readonly content: DestructionContent
}

export const destructionNumber = (prefix: string, year: string, sequence: number): string =>
  `BA-${prefix}-${year}-${String(sequence).padStart(4, '0')}`

/** Closes the record: cases that were kept leave the list, and no file name remains. */
export function finishRecord(destruction: Destruction, kept: readonly KeptLine[], at: Instant): Destruction {
  if (destruction.finishedAt) return destruction
  const numbers = new Set(kept.map(({ number }) => number))
  const { content } = destruction
  const lines = content.lines.filter(({ number }) => !numbers.has(number))
  return {
    ...destruction,
    finishedAt: at,
    content: { ...content, lines, kept: [...content.kept, ...kept], remains: {} },
  }
}

export const unknownDestruction = () => new Refusal('not-found', 'destruction/unknown')
