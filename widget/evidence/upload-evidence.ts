import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { proofFor } from '../proof/proof-for.ts'
import { failureFrom, nonsense, unreachable } from '../service/answer.ts'
import type { ServiceClient } from '../service/client.ts'
import { failureOf, ServiceFailure } from '../service/failure.ts'

interface Upload {
  readonly file: File
  /** In hex; the service refuses a file that arrives with another one. */
  readonly sha256: string | null
  readonly signal: AbortSignal
  /** Told the share that is on its way, 0 to 1. */
  readonly progress: (share: number) => void
}

/**
 * Uploads a file, which the service then holds for a day until a complaint claims it.
 *
 * @throws ServiceFailure `network/stopped` when the person removed the file meanwhile
 */
export async function uploadEvidence(client: ServiceClient, upload: Upload): Promise<HeldEvidenceView> {
  try {
    return await post(client, upload)
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.status !== 428 || !failure.problem?.challenge) throw failure
    return post(client, upload, await proofFor(failure.problem.challenge))
  }
}

// fetch tells nothing about what is sent, and on a slow line a person needs to see it move.
function post({ evidenceUrl, language }: ServiceClient, { file, sha256, signal, progress }: Upload, proof?: string) {
  return new Promise<HeldEvidenceView>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', evidenceUrl)
    request.setRequestHeader('accept-language', language)
    if (sha256) request.setRequestHeader('x-content-sha256', sha256)
    if (proof) request.setRequestHeader('x-proof', proof)
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(new ServiceFailure('network/stopped'))
    request.onload = () => {
      const { status, responseText } = request
      if (status !== 201) return reject(failureFrom(status, responseText, request.getResponseHeader('retry-after')))
      try {
        resolve(JSON.parse(responseText))
      } catch {
        reject(nonsense())
      }
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
