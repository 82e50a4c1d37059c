import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

/** A built file, ready to be sent. */
export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly brotli: Uint8Array<ArrayBuffer> | null
  readonly type: string
  /** Quoted, by content. */
  readonly etag: string
}

/** Built files by path, `/widget/v1/aduan.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const hashed = /-[A-Za-z0-9_]{8,10}\.\w+$/

/** Serves built files from memory. Names that carry a hash never change; the others are asked about each time. */
export function staticFiles(files: StaticFiles) {
  return new Hono<AppEnv>().get('*', async (c, next) => {
    const file = files.get(c.req.path)
    return file ? send(c, file) : next()
  })
}

/** Answers every path below with one page, which finds its own way by the path. */
export const servePage =
  (files: StaticFiles, name: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const file = files.get(name)
    return file ? send(c, file) : next()
  }

function send(c: Context<AppEnv>, file: StaticFile): Response {
  c.header('Content-Type', file.type)
  c.header('ETag', file.etag)
  c.header('Cache-Control', hashed.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('Vary', 'Accept-Encoding', { append: true })
  // Scripts of the widget are modules, which a page of another origin may load only so.
  if (c.req.path.startsWith('/widget/')) {
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  }
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
  if (file.brotli && /\bbr\b/.test(c.req.header('accept-encoding') ?? '')) {
    c.header('Content-Encoding', 'br')
    return c.body(file.brotli)
  }
  return c.body(file.bytes)
}
