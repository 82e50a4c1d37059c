import { Hono } from 'hono'
import type { ApiDescription } from '../api-description.ts'
import type { AppEnv } from '../app-env.ts'
import { apiPage } from './api-page.ts'
import type { PageOffice } from './page.ts'

interface Written {
  readonly text: string
  readonly brotli: Uint8Array<ArrayBuffer>
}

/** The page is large and the same for everybody, so it is written once a language and kept compressed. */
export function apiRoutes({ tenants, assets, links, compress }: PageOffice, describe: () => ApiDescription) {
  const kept = new Map<string, Promise<Written>>()

  async function write(language: 'id' | 'en', unit: string): Promise<Written> {
    const { publicUrl } = links
    const text = String(await apiPage({ language, assets, publicUrl, description: describe(), unit }))
    return { text, brotli: await compress(text) }
  }

  return new Hono<AppEnv>()
    .get('/api', (c) => c.redirect('/api/'))
    .get('/api/', async (c) => {
      const [open] = (await tenants.list()).filter((tenant) => !tenant.closing)
      const [language, unit] = [c.get('language'), open?.id ?? 'bagian-organisasi']
      const key = `${language} ${unit}`
      const written = kept.get(key) ?? write(language, unit)
      kept.set(key, written)
      const { text, brotli } = await written
      c.header('Vary', 'Accept-Encoding, Accept-Language')
      if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.html(text)
      c.header('Content-Type', 'text/html; charset=utf-8')
      c.header('Content-Encoding', 'br')
      return c.body(brotli)
    })
}
