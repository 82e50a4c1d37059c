import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import type { Context } from 'hono'
import type { Part } from '../case/evidence.ts'
import { fileTypeOf } from '../keeping/evidence/file-types.ts'
import type { FileGiven } from '../keeping/evidence/opened-evidence.ts'
import { Refusal } from '../shared/refusal.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Returns the part of a file that a `Range` header asks for. `null` means the whole file, also for several or
 * impossible ranges (RFC 9110, 14.2).
 */
export function partIn(header: string | undefined, size: number): Part | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from <= to ? { from, to } : null
}

export type Disposition = 'inline' | 'attachment'

/**
 * Adds the ending of the actual type: `surat.html` that is a picture becomes `surat.html.jpg`, because a desktop
 * opens files by their names, whatever our headers state.
 */
export function nameByContent(name: string, type: string): string {
  const usual: readonly string[] = fileTypeOf(type)?.endings ?? ['bin']
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return usual.includes(ending) ? name : `${name}.${usual[0]}`
}

/** RFC 6266: a plain name for old clients, and the full one in UTF-8 as RFC 8187 writes it. */
export function disposition(kind: Disposition, name: string): string {
  const plain = name.replace(/[^\w. -]/gu, '_')
  // A lone surrogate, as a cut emoji leaves it, cannot be encoded.
  const full = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(/['()*]/g, encodeCharacter)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}

const encodeCharacter = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const fileAnswer = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: { type: 'string' as const, format: 'binary' } } },
})

export function pdfResponse(c: Context<AppEnv>, name: string, pdf: Uint8Array): Response {
  keepOut(c, 'application/pdf', 'attachment', name)
  return c.body(new Uint8Array(pdf))
}

export function pdfStream(c: Context<AppEnv>, name: string, pdf: AsyncIterable<Uint8Array>): Response {
  keepOut(c, 'application/pdf', 'attachment', name)
  return c.body(streamBytes(pdf))
}

/** The text is made while it is sent, at the receiver's pace. */
export function csvResponse(c: Context<AppEnv>, name: string, text: AsyncIterable<string>): Response {
  keepOut(c, 'text/csv; charset=utf-8', 'attachment', name)
  return c.body(streamBytes(encodePieces(text)))
}

export function streamResponse(
  c: Context<AppEnv>,
  type: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Response {
  keepOut(c, type, 'attachment', name)
  return c.body(streamBytes(bytes))
}

async function* encodePieces(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}

/** A page to keep, never opened in our origin: its own style would violate our policy. */
export function pageFileResponse(c: Context<AppEnv>, name: string, page: string | { toString(): string }): Response {
  keepOut(c, 'text/html; charset=utf-8', 'attachment', name)
  return c.body(String(page))
}

export const evidenceResponse = (c: Context<AppEnv>, file: FileGiven): Response => giveFile(c, 'attachment', file)

/** A copy that we rendered, to look at in place. Of original files only sound and film is sent so too. */
export const viewingResponse = (c: Context<AppEnv>, file: FileGiven): Response => giveFile(c, 'inline', file)

/** Sends sound or film, whole or in part. It is sandboxed like any file. */
export function playingResponse(c: Context<AppEnv>, file: FileGiven & { readonly part: Part | null }): Response {
  const { part, size } = file
  const length = part ? part.to - part.from + 1 : size
  c.header('Accept-Ranges', 'bytes')
  if (part) {
    c.status(206)
    c.header('Content-Range', `bytes ${part.from}-${part.to}/${size}`)
  }
  return giveFile(c, 'inline', { ...file, size: length })
}

function giveFile(c: Context<AppEnv>, kind: Disposition, { name, type, size, bytes }: FileGiven): Response {
  keepOut(c, type, kind, nameByContent(name, type))
  c.header('Content-Length', String(size))
  return c.body(bytes instanceof Uint8Array ? new Uint8Array(bytes) : streamBytes(bytes))
}

const streamBytes = (bytes: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>

/**
 * With these headers no browser guesses another type, runs the file, gives it our origin, lets other sites have it,
 * or keeps it.
 */
function keepOut(c: Context<AppEnv>, type: string, kind: Disposition, name: string): void {
  c.header('Content-Type', type)
  c.header('Content-Disposition', disposition(kind, name))
  c.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Cache-Control', 'no-store')
}

/** All values of each text field, and the result of each file, in order. */
export interface Multipart<T> {
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly files: readonly T[]
}

/** Takes one file while it arrives. */
export type TakeFile<T> = (field: string, name: string, bytes: AsyncIterable<Uint8Array>) => Promise<T>

const limits = { files: 50, fields: 200, fieldSize: 64 * 1024, parts: 250 }

/**
 * Streams a multipart body: fields are collected, files are streamed piece by piece and never held whole. An empty file
 * field is skipped.
 */
export function readMultipart<T>(request: Request, take: TakeFile<T>): Promise<Multipart<T>> {
  const parts = openMultipart(request)
  const body = Readable.fromWeb(request.body as NodeStream<Uint8Array>)
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
