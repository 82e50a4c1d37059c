import { findLeaks, type LeakKind } from '../offices/names/known-words.ts'
import type { ScanState } from '../offices/vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts'
import type { FileAnswer } from '../shared/outbound.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../storage/place.ts'
import { type Identity, type LaidKey, ownKeyIn } from '../storage/vault.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { EvidenceItem, Scan } from './shape/evidence.ts'

export function evidenceOf(complaint: Complaint, id: string) {
  const item = complaint.evidence.find((evidence) => evidence.id === id)
  if (!item) throw new Refusal('not-found', 'evidence/unknown')
  return item
}

/** Sealed files lie in a folder or in an S3-compatible store. Ids are random and reveal nothing. */
export interface EvidenceStore {
  /** Resolves after the durable write of the whole; if the source fails, nothing is left behind. */
  write(id: string, sealed: AsyncIterable<Uint8Array>): Promise<void>
  /** @param part of the sealed bytes; all of them if left out */
  read(id: string, part?: Part): AsyncIterable<Uint8Array>
  remove(id: string): Promise<void>
  /** Removes writes that were begun before that moment and never finished because the process died. */
  forgetUnfinished(before: Instant): Promise<void>
}

/** Both ends are counted from zero and inclusive. */
export interface Part {
  readonly from: number
  readonly to: number
}

export interface Digest {
  add(bytes: Uint8Array): void
  hex(): string
}

/** Seals a stream under a 32-byte key without holding it whole. Opening detects any change, cut or swap. */
export interface StreamSealer {
  seal(key: Uint8Array, plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Fails at the first frame that is not as it was sealed. */
  open(key: Uint8Array, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /**
   * Opens a part of a file of `size` bytes without opening what comes before. It fails like `open`.
   * @param read gives a part of the sealed bytes
   */
  openPart(
    key: Uint8Array,
    size: number,
    part: Part,
    read: (sealed: Part) => AsyncIterable<Uint8Array>,
  ): AsyncIterable<Uint8Array>
  /** Derives a file's own key from the key of the whole and the random id of the part. */
  partKey(key: Uint8Array, part: string): Uint8Array
  digest(): Digest
}

/** Returns the media type by a file's first bytes, or `null` for an unknown kind. */
export type RecogniseType = (head: Uint8Array) => Promise<string | null>

export const HEAD_BYTES = 8 * 1024

export const keyOfFile = (tenant: TenantId, { id, key }: Pick<EvidenceItem, 'id' | 'key'>): LaidKey =>
  ownKeyIn('evidence')({ tenant, id, key })

type ScannedItem = Pick<EvidenceItem, 'scan' | 'addedAt'>

/** The delay is a minute after the first try, then four times as long each time, and at most a day. */
const nextTry = (tries: number, at: Instant): Instant => plusMilliseconds(at, Math.min(MINUTE * 4 ** (tries - 1), DAY))

/** A verdict is final, even if another process asked at the same time. */
export function afterScan(before: Scan | null, answer: FileAnswer, at: Instant): Scan {
  if (before && before.verdict !== 'none') return before
  if (answer.kind === 'clean') return { verdict: 'clean', at }
  if (answer.kind === 'infected') return { verdict: 'infected', at, signature: answer.signature }
  const tries = (before?.tries ?? 0) + 1
  return { verdict: 'none', at, why: answer.kind, tries, nextTryAt: nextTry(tries, at) }
}

/** Returns when a file is next scanned, or `null` once there is a verdict. Files of an earlier version lack `scan`. */
export const scanDueAt = ({ scan, addedAt }: Partial<ScannedItem> & Pick<ScannedItem, 'addedAt'>): Instant | null => {
  if (!scan) return addedAt
  return scan.verdict === 'none' ? scan.nextTryAt : null
}

const TRIES_UNTIL_FAILED = 3

/** Without a scanner, a file counts as not scanned instead of waiting. */
export function scanStateOf({ scan }: Pick<EvidenceItem, 'scan'>, hasScanner: boolean): ScanState {
  if (scan && scan.verdict !== 'none') return scan.verdict
  if (!hasScanner) return 'unscanned'
  return scan && (scan.why === 'too_large' || scan.tries >= TRIES_UNTIL_FAILED) ? 'failed' : 'waiting'
}

type WithNames = Pick<Complaint, 'evidence'> & { readonly dossier: Pick<Dossier, 'evidenceNames' | 'hiddenNames'> }

/** Finds parts of the reporter's identity in a file's name. Files often have underscores for spaces. */
export const leaksInName = (name: string, identity: Identity | null): LeakKind[] =>
  findLeaks(name.replaceAll('_', ' '), identity)

/**
 * Marks the file names that reveal the reporter. Marks are kept even if the identity changes. If the identity is
 * sealed, all names are marked, because nobody can check them.
 */
export function hideNames<C extends { readonly dossier: Dossier }>(complaint: C, identity: Identity | null): C {
  const { evidenceNames, hiddenNames, sealedTo } = complaint.dossier
  const telling = Object.keys(evidenceNames).filter(
    (id) => sealedTo || leaksInName(evidenceNames[id] ?? '', identity).length > 0,
  )
  const added = telling.filter((id) => !hiddenNames.includes(id))
  if (added.length === 0) return complaint
  return { ...complaint, dossier: { ...complaint.dossier, hiddenNames: [...hiddenNames, ...added] } }
}

export function nameForStaff(complaint: WithNames, id: string): string {
  const { evidenceNames, hiddenNames } = complaint.dossier
  const name = evidenceNames[id] ?? id
  return hiddenNames.includes(id) ? coverName(name, complaint.evidence.findIndex((item) => item.id === id) + 1) : name
}

/**
 * Returns the names after the identity is erased: names that revealed it are removed for good, for the reporter too.
 */
export const forgetNames = (complaint: WithNames): Dossier['evidenceNames'] =>
  Object.fromEntries(Object.keys(complaint.dossier.evidenceNames).map((id) => [id, nameForStaff(complaint, id)]))

const coverName = (name: string, place: number): string =>
  `nama-disamarkan-${place}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`
