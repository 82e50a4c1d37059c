import { sha256 as sha256Of } from '@noble/hashes/sha2.js'
import type { HeldEvidenceView, UploadView } from '../../../service/contract/tenant-view.ts'
import { hex } from './digest-file.ts'
import type { Bytes } from './send-bytes.ts'

/** Milliseconds that one part should take: short enough to lose little, long enough to be worth a request. */
const PACE = 6_000

/** Bytes of the first part, before the speed of the connection is known. */
const FIRST_PART = 131_072

/** Learns how many bytes the connection carries. All tries of one upload share it. */
export class PartSize {
  #bytes = FIRST_PART

  within({ part, size, offset }: UploadView): number {
    const wanted = Math.min(Math.max(this.#bytes, part.least), part.most)
    // The last part takes a rest that would be too small for a part of its own.
    return size - offset - wanted < part.least ? Math.min(size - offset, part.most) : wanted
  }

  /** Notes that a part arrived in that time. */
  learn(bytes: number, milliseconds: number): void {
    this.#bytes = Math.min(2 * this.#bytes, (bytes * PACE) / Math.max(1, milliseconds))
  }

  /** Notes that the connection broke. */
  shrink(): void {
    this.#bytes /= 2
  }
}

export interface PartsOf {
  readonly file: File
  readonly sha256: string
  /** Only this draft, or this case's reporter, knows it. */
  readonly secret: string
  readonly proof: string | undefined
  readonly size: PartSize
  readonly send: <Answer>(bytes: Omit<Bytes, 'signal'>) => Promise<Answer>
  /** Gets the share that the service is known to have, and the share that is sent, 0 to 1. */
  readonly progress: (kept: number, onItsWay: number) => void
}

/**
 * Sends a file part by part from where it stopped, also in another tab or after a reload. The browser keeps nothing for
 * that: the token by which the service finds the upload is made of the file's SHA-256 and the secret.
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
