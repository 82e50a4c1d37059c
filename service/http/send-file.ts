import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Part } from '../case/evidence.ts'
import type { FileGiven } from '../keeping/evidence/opened-evidence.ts'
import type { AppEnv } from './app-env.ts'
import { type Disposition, disposition, nameByContent } from './file-name.ts'

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
