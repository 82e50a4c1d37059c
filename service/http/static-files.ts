import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { WidgetRelease, WithdrawnVersions } from '../offices/widgets/sightings.ts'
import { versionIn } from '../offices/widgets/widget-versions.ts'
import type { AppEnv } from './app-env.ts'

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly brotli: Uint8Array<ArrayBuffer> | null
  readonly type: string
  /** A quoted hash of the content. */
  readonly etag: string
}

/** Files by their path, such as `/widget/v1/aduan.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const hashed = /-[A-Za-z0-9_]{8,10}\.\w+$/

/** Where the build lists the versions of the widget. */
const RELEASES = '/widget/versions.json'

/** Versions of the widget whose bytes never change, the newest first. */
export function releasesIn(files: StaticFiles): readonly WidgetRelease[] {
  const file = files.get(RELEASES)
  return file ? JSON.parse(new TextDecoder().decode(file.bytes)) : []
}

/**
 * Serves built files from memory. Files with a hash or a version in their path never change; the others are revalidated
 * each time.
 */
export function staticFiles(files: StaticFiles, withdrawn: Pick<WithdrawnVersions, 'refuse'>) {
  return new Hono<AppEnv>().get('*', async (c, next) => {
    const file = files.get(c.req.path)
    if (!file) return next()
    const version = versionIn(c.req.path)
    if (version) await withdrawn.refuse(version)
    return send(c, file)
  })
}

/** Answers every path below with one page, which routes by the path itself. */
export const servePage =
  (files: StaticFiles, name: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const file = files.get(name)
    return file ? send(c, file) : next()
  }

function send(c: Context<AppEnv>, file: StaticFile): Response {
  c.header('Content-Type', file.type)
  c.header('ETag', file.etag)
  const isLasting = hashed.test(c.req.path) || versionIn(c.req.path) !== null
  c.header('Cache-Control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('Vary', 'Accept-Encoding', { append: true })
  // Scripts of the widget are modules, which a page of another origin may load only so.
  if (c.req.path.startsWith('/widget/')) c.header('Access-Control-Allow-Origin', '*')
  // A framed page of ours without an origin of its own counts as foreign to its own style sheets.
  if (/^\/(widget|pages)\//.test(c.req.path)) c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
  if (file.brotli && /\bbr\b/.test(c.req.header('accept-encoding') ?? '')) {
    c.header('Content-Encoding', 'br')
    return c.body(file.brotli)
  }
  return c.body(file.bytes)
}
