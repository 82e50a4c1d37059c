import type { Actor } from '../complaints/shape/history.ts'
import type { DangerousAct, Ending } from '../complaints/vocabulary.ts'
import type { WrappedKey } from '../identity/vault.ts'
import type { Day, Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { StaffId } from '../staff/staff-member.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { ReasonToKeep, Shreddable } from './weigh-retention.ts'

/** What two persons agree to, and what is destroyed under it. */
export const shreddedBy = {
  'destroy-cases': 'record',
  'erase-identities': 'identity',
} as const satisfies Partial<Record<DangerousAct, Shreddable>>

export type DestroyingAct = keyof typeof shreddedBy

export const isDestroying = (act: DangerousAct): act is DestroyingAct => act in shreddedBy

/** One case in the list of what was destroyed. Nothing in it that a reporter wrote. */
export interface DestructionLine {
  readonly number: string
  readonly category: string
  readonly ending: Ending | null
  readonly receivedAt: Instant
  readonly endedAt: Instant
  /** The first day on which it might be destroyed. */
  readonly from: Day
  readonly files: number
}

/** A case that was agreed to and stayed whole, because something came between. */
export interface KeptLine {
  readonly number: string
  readonly category: string
  readonly because: ReasonToKeep
}

export interface DestructionContent {
  /** The rule that the unit's schedule followed then. */
  readonly basis: string
  /** The decision on which it is done, in the words of who proposed it. */
  readonly reason: string
  readonly proposer: Actor
  readonly proposedAt: Instant
  readonly approver: Actor
  readonly approvedAt: Instant
  readonly lines: readonly DestructionLine[]
  readonly kept: readonly KeptLine[]
  /** Ids of evidence files by case number, until they are gone. */
  readonly remains: Readonly<Record<string, readonly string[]>>
}

/** A destruction under one yes, and afterwards its record (berita acara pemusnahan). Bears the id of the approval. */
export interface Destruction {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  /** `BA-BO-2031-0001`, without gaps per unit and year. */
  readonly number: string
  readonly series: string
  readonly sequence: number
  readonly what: Shreddable
  readonly proposedBy: StaffId
  readonly startedAt: Instant
  /** `null` while something of it is still to be done. */
  readonly finishedAt: Instant | null
  readonly key: WrappedKey
  readonly content: DestructionContent
}

export const destructionNumber = (prefix: string, year: string, sequence: number): string =>
  `BA-${prefix}-${year}-${String(sequence).padStart(4, '0')}`

/** The destruction is over: what was kept leaves the list, and no name of a file stays behind. */
export function finished(destruction: Destruction, kept: readonly KeptLine[], at: Instant): Destruction {
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
