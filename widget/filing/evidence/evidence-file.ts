import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { PendingFile } from '../draft/draft.ts'

interface Named extends PendingFile {
  readonly key: string
}

/** The photo of which a smaller copy is sent. The person can still choose it. */
interface Shrunk {
  readonly original?: File | undefined
}

export interface SendableFile extends Named, Shrunk {
  readonly state: 'waiting' | 'checking' | 'uploading'
  /** The share that is checked or sent, 0 to 1. */
  readonly share: number
  readonly file: File
  readonly stop: AbortController
}

/** The connection is broken, and the next try waits. */
export interface CutFile extends Named, Shrunk {
  readonly state: 'cut'
  /** The share that the service is known to have, 0 to 1. */
  readonly share: number
  /** Seconds until the next try; `null` while there is no network. */
  readonly seconds: number | null
  readonly tryNow: () => void
  readonly file: File
  readonly stop: AbortController
}

/** The upload began before a reload. Only choosing the same file again brings its bytes back. */
export interface UnfinishedFile extends Named {
  readonly state: 'unfinished'
}

export interface FailedFile extends Named, Shrunk {
  readonly state: 'failed'
  readonly file: File
  readonly why: string
  readonly mayRetry: boolean
}

/** A file on the screen. Only a held one belongs to the complaint. */
export type EvidenceFile =
  | SendableFile
  | CutFile
  | UnfinishedFile
  | FailedFile
  | (Named & Shrunk & { readonly state: 'held'; readonly held: HeldEvidenceView })

/** Says whether a file arrives without anybody’s help. */
export const isOnItsWay = ({ state }: EvidenceFile): boolean =>
  state === 'waiting' || state === 'checking' || state === 'uploading' || state === 'cut'

export const showHeld = (key: string, held: HeldEvidenceView, original?: File): EvidenceFile => ({
  original,
  key,
  name: held.name,
  size: held.size,
  state: 'held',
  held,
})

/** Formats a size as `1,5 MB`, of 1,048,576 bytes as in a unit's limits. */
export function formatSize(bytes: number, language: string): string {
  const [unit, size] = bytes < 1_048_576 ? ['kB', Math.max(1, bytes / 1_024)] : ['MB', bytes / 1_048_576]
  return `${Number(size).toLocaleString(language, { maximumFractionDigits: unit === 'MB' ? 1 : 0 })} ${unit}`
}
