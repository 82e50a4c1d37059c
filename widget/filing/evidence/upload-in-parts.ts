import { sha256 as sha256Of } from '@noble/hashes/sha2.js'
import type { HeldEvidenceView, UploadView } from '../../../service/contract/tenant-view.ts'
import { hex } from './digest-file.ts'
import type { Bytes } from './send-bytes.ts'

/** How long one part should be on its way, in milliseconds: short enough to lose little, long enough to be worth a request. */
const PACE = 6_000

/** Bytes of the first part, before the line's speed is known. */
const FIRST_PART = 131_072

/** What all tries of one upload share: what the line was found to bear. */
export class PartSize {
  #bytes = FIRST_PART

  within({ part, size, offset }: UploadView): number {
    const wanted = Math.min(Math.max(this.#bytes, part.least), part.most)
    // No crumb is left over that would be too small for a part of its own.
    return size - offset - wanted < part.least ? Math.min(size - offset, part.most) : wanted
  }

  /** A part arrived in that time. */
  learn(bytes: number, milliseconds: number): void {
    this.#bytes = Math.min(2 * this.#bytes, (bytes * PACE) / Math.max(1, milliseconds))
  }

  /** The line broke. */
  shrink(): void {
    this.#bytes /= 2
  }
}

export interface PartsOf {
  readonly file: File
  readonly sha256: string
  /** What only this draft, or this case's reporter, knows. */
  readonly secret: string
  readonly proof: string | undefined
  readonly size: PartSize
  readonly send: <Answer>(bytes: Omit<Bytes, 'signal'>) => Promise<Answer>
  /** Told the share that is kept for certain, and what of the rest is on its way, 0 to 1. */
  readonly progress: (kept: number, onItsWay: number) => void
}

/**
 * Sends a file part by part from where it stopped, also in another tab or after a reload. Nothing is kept in the browser
 * for that: the token under which the service finds the upload is made of the file's SHA-256 and the secret.
 */
export async function uploadInParts(url: string, upload: PartsOf): Promise<HeldEvidenceView> {
  const { file, sha256, secret, proof, size, send, progress } = upload
  const token = hex(sha256Of(new TextEncoder().encode(`aduan upload ${secret} ${sha256}`)))
  const headers = { 'upload-token': token }
  let state = await send<UploadView>({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/json', ...(proof && { 'x-proof': proof }) },
    body: JSON.stringify({ name: file.name, size: file.size, sha256 }),
  })
  while (!state.held) {
    const { offset } = state
    const bytes = size.within(state)
    const began = performance.now()
    const kept = offset / file.size
    progress(kept, kept)
    state = await send<UploadView>({
      method: 'PATCH',
      url: `${url}/${state.id}`,
      headers: { ...headers, 'upload-offset': String(offset), 'content-type': 'application/octet-stream' },
      body: file.slice(offset, offset + bytes),
      progress: (sent) => progress(kept, (offset + sent) / file.size),
    })
    size.learn(bytes, performance.now() - began)
  }
  return state.held
}
