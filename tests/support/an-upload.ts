import { createHash, randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import type { UploadView } from '../../service/contract/tenant-view.ts'
import { sha256 } from './some-files.ts'

/** An upload in parts, as a program makes it. */
export function anUpload(api: string, bytes: Uint8Array, { name = 'rekaman.png', token = aToken() } = {}) {
  const id = createHash('sha256').update(token).digest('base64url')
  const upload = {
    id,
    token,
    begin: (promised: Record<string, unknown> = {}) =>
      fetch(`${api}/evidence/uploads`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Upload-Token': token },
        body: JSON.stringify({ name, size: bytes.length, sha256: sha256(bytes), ...promised }),
      }),
    begun: async (): Promise<UploadView> => {
      const response = await upload.begin()
      if (response.status !== 200) throw new Error(`Not begun: ${response.status} ${await response.text()}`)
      return response.json()
    },
    send: (from: number, to: number, headers: Record<string, string> = {}) =>
      fetch(`${api}/evidence/uploads/${id}`, {
        method: 'PATCH',
        headers: { 'Upload-Token': token, 'Upload-Offset': String(from), ...headers },
        body: new Uint8Array(bytes.subarray(from, to)),
      }),
    sent: async (from: number, to: number): Promise<UploadView> => {
      const response = await upload.send(from, to)
      if (response.status !== 200) throw new Error(`Not sent: ${response.status} ${await response.text()}`)
      return response.json()
    },
    /** Promises all from one byte to another, and hangs up after some of it. */
    hangUpAfter(from: number, to: number, sent: number): Promise<void> {
      const { hostname, port, pathname } = new URL(`${api}/evidence/uploads/${id}`)
      const head = [
        `PATCH ${pathname} HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        `Upload-Token: ${token}`,
        `Upload-Offset: ${from}`,
        `Content-Length: ${to - from}`,
      ]
      return new Promise((gone, failed) => {
        const line = connect({ host: hostname, port: Number(port) }, () => {
          line.write(`${head.join('\r\n')}\r\n\r\n`)
          line.end(bytes.subarray(from, from + sent))
        })
        line.resume()
        line.on('close', () => gone())
        line.on('error', failed)
      })
    },
  }
  return upload
}

export const aToken = (): string => randomBytes(32).toString('hex')
