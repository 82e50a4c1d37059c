import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { EvidenceItem } from '../evidence/evidence.ts'
import type { AppEnv } from './app-env.ts'

export const fileAnswer = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: { type: 'string' as const, format: 'binary' } } },
})

/** Kinds that a browser shows without running anything in them. */
const shown = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

export function pdfResponse(c: Context<AppEnv>, name: string, pdf: Uint8Array): Response {
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', disposition('attachment', name))
  c.header('Cache-Control', 'no-store')
  return c.body(new Uint8Array(pdf))
}

/** A file made while it is sent: no more of it is in memory than the receiver takes. */
export function textResponse(c: Context<AppEnv>, type: string, name: string, text: AsyncIterable<string>): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', disposition('attachment', name))
  c.header('Cache-Control', 'no-store')
  return c.body(Readable.toWeb(Readable.from(encoded(text))) as ReadableStream<Uint8Array>)
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}

/** A page to keep, never opened in our origin: it brings its own style, which our policy would not let it have. */
export function pageFileResponse(c: Context<AppEnv>, name: string, page: string | { toString(): string }): Response {
  c.header('Content-Type', 'text/html; charset=utf-8')
  c.header('Content-Disposition', disposition('attachment', name))
  c.header('Cache-Control', 'no-store')
  return c.body(String(page))
}

/** A file that somebody gave: never rendered in our origin, unless it is a plain image and was asked for to look at. */
export function evidenceResponse(
  c: Context<AppEnv>,
  { type, size }: EvidenceItem,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  inline = false,
): Response {
  const isShown = inline && shown.has(type)
  c.header('Content-Type', type)
  c.header('Content-Length', String(size))
  c.header('Content-Disposition', disposition(isShown ? 'inline' : 'attachment', name))
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cache-Control', 'no-store')
  return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>)
}

// RFC 6266: a plain name for old clients, the full one in UTF-8.
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}
