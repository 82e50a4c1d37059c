import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { ServiceClient } from '../../service/client.ts'
import { asFailure, ServiceFailure } from '../../service/failure.ts'
import { type ReportWait, waitForNetwork } from '../../service/wait-for-network.ts'
import { fetchProof } from '../proof/proof-for.ts'
import { type Bytes, sendBytes } from './send-bytes.ts'
import { PartSize, uploadInParts } from './upload-in-parts.ts'

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
