import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { readProblem, ServiceUnreachable } from './problems.ts'
import type { Transport } from './transport.ts'

export interface Upload {
  readonly file: File
  readonly signal: AbortSignal
  /** Takes the share that has been sent, from 0 to 1. */
  readonly progress: (share: number) => void
}

/** Sends one file to be held until a complaint claims it. `fetch` tells no progress, so this is the older way. */
export function uploadEvidence(transport: Transport, tenant: string, upload: Upload): Promise<HeldEvidenceView> {
  const { file, signal, progress } = upload
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', transport.address(`/tenants/${tenant}/evidence`))
    request.withCredentials = true
    request.setRequestHeader('Accept-Language', transport.language())
    request.setRequestHeader('X-CSRF-Token', transport.csrf)
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total))
    request.addEventListener('error', () => reject(new ServiceUnreachable()))
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText))
      else readProblem(new Response(request.responseText, { status: request.status })).then(reject, reject)
    })
    signal.addEventListener('abort', () => request.abort())
    request.addEventListener('abort', () => reject(signal.reason))
    const body = new FormData()
    body.append('file', file)
    request.send(body)
  })
}
