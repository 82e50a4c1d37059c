import { sha256, sha256 as sha256Of } from '@noble/hashes/sha2.js'
import type { HeldEvidenceView, UploadView } from '../../../service/contract/tenant-view.ts'
import type { ServiceClient } from '../../service/client.ts'
import { asFailure, makeNonsense, makeUnreachable, pause, readFailure, ServiceFailure } from '../../service/exchange.ts'
import { fetchProof } from '../proof/proof-for.ts'

/**
 * Computes the SHA-256 of a file in hex, piece by piece. `crypto.subtle` wants the whole file, and is missing on pages
 * without TLS. `progress` gets the share that was read, 0 to 1, at each hundredth.
 *
 * @throws DOMException `AbortError` when stopped; what the browser throws where the file cannot be read
 */
export async function digestFile(
  file: File,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (share: number) => void },
): Promise<string> {
  const hash = sha256.create()
  const reader = file.stream().getReader()
  let read = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    signal.throwIfAborted()
    hash.update(piece.value)
    const before = percentOf(read, file)
    read += piece.value.length
    if (percentOf(read, file) > before) progress(read / file.size)
  }
  return hex(hash.digest())
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const percentOf = (read: number, { size }: File) => Math.floor((100 * read) / size)

/** Milliseconds without a byte or an answer after which a connection counts as broken. */
const PATIENCE = 45_000

export interface Bytes {
  readonly method: 'POST' | 'PATCH'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: XMLHttpRequestBodyInit
  readonly signal: AbortSignal
  /** Gets the number of bytes that were sent so far. */
  readonly progress?: (sent: number) => void
}

/**
 * Sends bytes and reports progress. `fetch` cannot report it, and on a slow connection a person needs to see it.
 *
 * @throws ServiceFailure `network/stopped` when the signal ended it
 */
export function sendBytes<Answer>({ language }: Pick<ServiceClient, 'language'>, bytes: Bytes): Promise<Answer> {
  const { method, url, headers, body, signal, progress } = bytes
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new ServiceFailure('network/stopped'))
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries({ ...headers, 'accept-language': language })) {
      request.setRequestHeader(name, value)
    }
    let timer = 0
    const stillAlive = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => request.abort(), PATIENCE)
    }
    const stop = () => request.abort()
    signal.addEventListener('abort', stop)
    request.upload.onprogress = ({ loaded }) => {
      stillAlive()
      progress?.(loaded)
    }
    request.onloadend = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      const { status, responseText } = request
      if (signal.aborted) return reject(new ServiceFailure('network/stopped'))
      if (status === 0) return reject(makeUnreachable())
      if (status >= 300) return reject(readFailure(status, responseText, request.getResponseHeader('retry-after')))
      try {
        resolve(JSON.parse(responseText))
      } catch {
        reject(makeNonsense())
      }
    }
    stillAlive()
    request.send(body)
  })
}

/**
 * Gets the seconds that are left, each second, or `null` where only a network helps, and a function that tries at once.
 */
export type ReportWait = (seconds: number | null, tryNow: () => void) => void

/** Waits before a further try. Where there is no network, only its return, the person or the signal end it. */
export async function waitForNetwork(milliseconds: number, signal: AbortSignal, report: ReportWait): Promise<void> {
  let isOver = false
  while (!isOver) {
    let clock: ReturnType<typeof setInterval> | undefined
    await pause(milliseconds, signal, (end, wait) => {
      const until = Date.now() + wait
      const tryNow = () => {
        isOver = true
        end()
      }
      const tell = () => report(navigator.onLine ? Math.ceil((until - Date.now()) / 1000) : null, tryNow)
      tell()
      clock = setInterval(tell, 1000)
    })
    clearInterval(clock)
    isOver ||= navigator.onLine || signal.aborted
  }
}

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

/** A file up to this size is sent in one request, because parts would cost another one. */
const SMALL = 131_072

/** Milliseconds before each further try; the last value holds for all later ones. */
export const uploadWaits: readonly number[] = [1_000, 3_000, 8_000, 20_000, 60_000]

export interface Upload {
  readonly file: File
  /** In hex. The service refuses a file that arrives with another hash. */
  readonly sha256: string | null
  readonly secret: string
  readonly signal: AbortSignal
  readonly waits: readonly number[]
  /** Gets the share that is sent, 0 to 1. */
  readonly progress: (share: number) => void
  /** Runs while the connection is broken, with the share that the service is known to have. */
  readonly wait: (kept: number, ...state: Parameters<ReportWait>) => void
}

/**
 * Uploads a file, which the service then holds for a day until a complaint claims it. While the connection is broken it
 * waits as long as the person does.
 *
 * @throws ServiceFailure what the service refuses; `network/stopped` when the person removed the file meanwhile
 */
export async function uploadEvidence(client: ServiceClient, upload: Upload): Promise<HeldEvidenceView> {
  const { file, signal, waits } = upload
  const size = new PartSize()
  let inParts = upload.sha256 !== null && file.size > SMALL
  let proof: string | undefined
  let kept = 0
  let tries = 0
  const progress = (safe: number, onItsWay: number) => {
    if (safe > kept) tries = 0
    kept = safe
    upload.progress(onItsWay)
  }
  for (;;) {
    try {
      const send = <Answer>(bytes: Omit<Bytes, 'signal'>) => sendBytes<Answer>(client, { ...bytes, signal })
      return inParts
        ? await uploadInParts(`${client.unitUrl}/evidence/uploads`, {
            ...upload,
            sha256: upload.sha256 ?? '',
            proof,
            size,
            send,
            progress,
          })
        : await send(uploadWhole(client, upload, proof))
    } catch (thrown) {
      const failure = asFailure(thrown)
      const challenge = failure.status === 428 && failure.problem?.challenge
      if (signal.aborted) throw new ServiceFailure('network/stopped')
      if (challenge) proof = await fetchProof(challenge)
      else if (failure.code === 'evidence/too-many-open') inParts = false
      else if (beginsAgain.has(failure.code) && tries < waits.length) tries++
      else if (failure.isUncertain && failure.status !== 500) {
        size.shrink()
        await waitForNetwork(waits[Math.min(tries++, waits.length - 1)] ?? 0, signal, (...state) =>
          upload.wait(kept, ...state),
        )
      } else throw failure
    }
  }
}

/** After these, asking how far the upload is helps: another tab went on, it expired, or it was cut off. */
const beginsAgain = new Set(['evidence/wrong-offset', 'evidence/upload-unknown', 'evidence/upload-cut'])

function uploadWhole({ unitUrl }: ServiceClient, { file, sha256, progress }: Upload, proof: string | undefined) {
  const body = new FormData()
  body.append('file', file)
  return {
    method: 'POST',
    url: `${unitUrl}/evidence`,
    headers: { ...(sha256 && { 'x-content-sha256': sha256 }), ...(proof && { 'x-proof': proof }) },
    body,
    progress: (sent: number) => progress(Math.min(1, sent / file.size)),
  } as const
}
