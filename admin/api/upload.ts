import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { readProblem, ServiceUnreachable } from './problems.ts'
import type { Transport } from './transport.ts'

export interface Upload {
  readonly file: File
  readonly signal: AbortSignal
  /** Takes the share that has been sent, from 0 to 1. */
  readonly progress: (share: number) => void
}

/** Sends one file to be held until a complaint claims it. */
export async function uploadEvidence(transport: Transport, tenant: string, upload: Upload): Promise<HeldEvidenceView> {
  const response = await transport.repeatUntilServed(() => sendOnce(transport, tenant, upload))
  if (response.status === 201) return response.json()
  throw await readProblem(response)
}

/** `fetch` tells no progress, so this is the older way. */
function sendOnce(transport: Transport, tenant: string, { file, signal, progress }: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const request = new XMLHttpRequest()
    request.open('POST', transport.address(`/tenants/${tenant}/evidence`))
    request.withCredentials = true
    request.setRequestHeader('Accept-Language', transport.language())
    request.setRequestHeader('X-CSRF-Token', transport.csrf)
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total))
    request.addEventListener('error', () => reject(new ServiceUnreachable()))
    request.addEventListener('load', () => {
      const headers = { 'Retry-After': request.getResponseHeader('Retry-After') ?? '' }
      resolve(new Response(request.responseText, { status: request.status, headers }))
    })
    signal.addEventListener('abort', () => request.abort())
    request.addEventListener('abort', () => reject(signal.reason))
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })
}
