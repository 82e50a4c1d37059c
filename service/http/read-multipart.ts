import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { Refusal } from '../shared/refusal.ts'

/** All values of each text field, and the result of each file, in order. */
export interface Multipart<T> {
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly files: readonly T[]
}

/** Takes one file while it arrives. @throws Refusal ends the reading */
export type TakeFile<T> = (field: string, name: string, bytes: AsyncIterable<Uint8Array>) => Promise<T>

const limits = { files: 50, fields: 200, fieldSize: 64 * 1024, parts: 250 }

/**
 * Streams a multipart body: fields are collected, files are streamed piece by piece and never held whole. An empty
 * file field is skipped.
 * @throws Refusal `request/unsupported-type`, `evidence/upload-cut`, and what `take` throws
 */
export function readMultipart<T>(request: Request, take: TakeFile<T>): Promise<Multipart<T>> {
  const parts = openMultipart(request)
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>)
  const fields: Record<string, string[]> = Object.create(null)
  const taking: Promise<T>[] = []
  let arriving: Readable | null = null

  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => {
      body.unpipe(parts)
      // The rest is read and dropped, so that the sender receives the refusal instead of a broken connection.
      body.resume()
      // The consumer of the file that is arriving must not wait for its rest.
      arriving?.destroy(new Error('The upload was cut off.'))
      reject(cause)
    }
    parts.on('field', (name, value) => {
      fields[name] = [...(fields[name] ?? []), value]
    })
    parts.on('file', (field, file, filename) => {
      // A cut upload is an error of its file too, even if nobody reads the file any more. An error without a listener
      // would end the process; `parts` reports it.
      file.on('error', () => {})
      if (!filename) return void file.resume()
      arriving = file
      const taken = take(field, filename, file.iterator({ destroyOnReturn: false }))
      // The unread part of a file is dropped, so that the fields behind it are found.
      taken.then(() => file.resume(), fail)
      taking.push(taken)
    })
    parts.on('error', () => fail(new Refusal('invalid', 'evidence/upload-cut')))
    parts.on('finish', () => void Promise.all(taking).then((files) => resolve({ fields, files }), reject))
    body.on('error', () => parts.destroy(new Error('The upload was cut off.')))
    body.pipe(parts)
  })
}

function openMultipart({ headers, body }: Request) {
  const type = headers.get('content-type') ?? ''
  const wrong = new Refusal('unsupported-type', 'request/unsupported-type')
  if (!body || !type.startsWith('multipart/form-data')) throw wrong
  try {
    return new Busboy({
      headers: { 'content-type': type },
      isPartAFile: (_, __, filename) => filename !== undefined,
      limits,
    })
  } catch {
    // The content type has no boundary.
    throw wrong
  }
}
