import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'

interface Named {
  readonly key: string
  readonly name: string
  readonly size: number
}

export interface SendableFile extends Named {
  readonly state: 'waiting' | 'checking' | 'uploading'
  /** The share that is checked or on its way, 0 to 1. */
  readonly share: number
  readonly file: File
  readonly stop: AbortController
}

export interface FailedFile extends Named {
  readonly state: 'failed'
  readonly file: File
  readonly why: string
  readonly mayRetry: boolean
}

/** A file on the person's screen. Only a held one belongs to the complaint. */
export type EvidenceFile =
  | SendableFile
  | FailedFile
  | (Named & { readonly state: 'held'; readonly held: HeldEvidenceView })

export const heldFile = (key: string, held: HeldEvidenceView): EvidenceFile => ({
  key,
  name: held.name,
  size: held.size,
  state: 'held',
  held,
})

/** A size as people say it: `1,5 MB`, of 1,048,576 bytes as in a unit's limits. */
export function readableSize(bytes: number, language: string): string {
  const [unit, size] = bytes < 1_048_576 ? ['kB', Math.max(1, bytes / 1_024)] : ['MB', bytes / 1_048_576]
  return `${Number(size).toLocaleString(language, { maximumFractionDigits: unit === 'MB' ? 1 : 0 })} ${unit}`
}
