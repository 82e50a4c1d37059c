import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EmbedCheckView, WidgetSightingsView } from '../../service/contract/unit.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const strict = "default-src 'none'; script-src 'self'"
let snippet = ''

/** An office's site on this machine, which the operator lets the service call. */
const site = createServer(({ url }, response) => {
  if (url === '/pindah') response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data/' })
  else if (url === '/hilang') response.writeHead(404)
  else if (url === '/gambar') response.setHeader('Content-Type', 'image/png')
  else response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (url === '/ketat') response.setHeader('Content-Security-Policy', strict)
  response.end(`<!doctype html><title>Dinas</title>${snippet}`)
})
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
const port = (site.address() as AddressInfo).port
const origin = `http://127.0.0.1:${port}`
afterAll(() => site.close())

const service = oneService({ OUTBOUND_ALLOW: `127.0.0.1:${port}`, PUBLIC_URL: 'https://aduan.example' })

const asStaff = async (path: string, body?: unknown, mailbox = 'admin') => {
  const { headers } = await service.staff(mailbox)
  return fetch(`${service.unit().api}/embed${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
const look = async (url: string) => (await (await asStaff('/check', { url })).json()) as EmbedCheckView
const foundAt = async (url: string) => {
  const { verdicts, layer } = await look(url)
  return { ...Object.fromEntries(verdicts.map(({ check, finding }) => [check, finding])), layer }
}
const seen = async () => ((await (await asStaff('/sightings')).json()) as WidgetSightingsView).items

async function name(origins: readonly string[]): Promise<Response> {
  const admin = await service.staff('admin')
  const settings = (await (await admin.get('/settings')).json()) as object
  return fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, origins }),
  })
}

beforeAll(() => {
  snippet = `<script type="module" src="https://aduan.example/widget/v1/aduan.js"></script>
    <aduan-widget tenant="bagian-organisasi"><a href="https://aduan.example/t/bagian-organisasi">Pengaduan</a></aduan-widget>`
})

describe('an admin who has a page looked at', () => {
  it('learns what is right and wrong, and which lines the page needs', async () => {
    await name([])
    expect(await foundAt(`${origin}/halaman`)).toEqual({
      page: 'plain_http',
      snippet: 'element',
      origin: 'none_named',
      policy: 'none',
      version: 'moving',
      duplicates: 'single',
      layer: 'link',
    })
    await name([origin])
    const { verdicts, layer, policyLines } = await look(`${origin}/ketat`)
    expect(verdicts.find(({ check }) => check === 'origin')).toMatchObject({ finding: 'named', state: 'good' })
    expect(layer).toBe('link')
    expect(policyLines[0]).toEqual({
      where: 'header',
      now: strict,
      wanted: `default-src 'none'; script-src 'self' https://aduan.example; connect-src https://aduan.example; frame-src https://aduan.example`,
    })
  })

  it.each([
    ['/hilang', 'status', '404'],
    ['/gambar', 'not_html', 'image/png'],
    ['/pindah', 'not_called', 'not_public'],
  ])('learns why %s cannot be looked at', async (path, finding, about) => {
    expect(await look(`${origin}${path}`)).toMatchObject({
      verdicts: [{ check: 'page', finding, state: 'bad', about }],
      layer: null,
      policyLines: [],
    })
  })

  it('reaches nothing inside', async () => {
    for (const url of ['http://127.0.0.1:22/', 'http://[::1]/', 'http://10.0.0.1/', 'file:///etc/passwd', 'kantor']) {
      expect((await look(url)).verdicts).toMatchObject([{ finding: 'not_called' }])
    }
  })
})

describe('where the widget is', () => {
  const widgetAt = (from: string, version = '1.1.0', mode = 'inline') =>
    fetch(`${service.unit().api}?widget=${version}&mode=${mode}`, { headers: { Origin: from } })

  it('shows by its own request, and by that of a frame', async () => {
    await name(['https://dinas.example', 'https://bingkai.example'])
    await widgetAt('https://dinas.example')
    await widgetAt('https://dinas.example', '1.1.0', 'apa-saja')
    await fetch(`${service.url}/embed/bagian-organisasi`, {
      headers: { Referer: 'https://bingkai.example/', 'Sec-Fetch-Dest': 'iframe' },
    })
    const items = await seen()
    expect(items).toContainEqual(
      expect.objectContaining({
        origin: 'https://dinas.example',
        standing: 'named',
        version: '1.1.0',
        layer: 'element',
        modes: ['inline'],
      }),
    )
    expect(items).toContainEqual(
      expect.objectContaining({
        origin: 'https://bingkai.example',
        version: null,
        layer: 'frame',
        modes: ['frame'],
        troubles: [],
      }),
    )
  })

  it('shows where it was refused too, with how near the site is to one that was named', async () => {
    await name(['https://dinas.example'])
    await widgetAt('https://www.dinas.example')
    await widgetAt('null')
    const items = await seen()
    expect(items.find((one) => one.origin === 'https://www.dinas.example')).toMatchObject({
      standing: 'differs_by_www',
      troubles: [{ trouble: 'origin_refused', count: 1 }],
    })
    expect(items.find((one) => one.origin === 'null')).toMatchObject({ standing: 'nobodys' })
  })

  it('is not told by our own pages, by no origin, or by what is no version', async () => {
    const before = (await seen()).length
    await widgetAt('https://aduan.example')
    await widgetAt('tidak ada')
    await widgetAt('https://dinas-lain.example', '<script>')
    expect(await seen()).toHaveLength(before)
  })
})

describe('a site that an admin names', () => {
  it('is kept as browsers write it', async () => {
    const saved = await name(['https://Dinas-Ñandú.example:443', 'HTTPS://www.dinas.example/', 'http://10.0.0.5:8080'])
    expect(((await saved.json()) as { origins: string[] }).origins).toEqual([
      'https://xn--dinas-and-q6a6h.example',
      'https://www.dinas.example',
      'http://10.0.0.5:8080',
    ])
  })

  it.each([
    ['https://dinas.example/halaman?a=b', 'https://dinas.example'],
    ['dinas.example', 'https://dinas.example'],
    ['http://localhost:3000/', 'http://localhost:3000'],
  ])('%s is kept as %s, because browsers name no more', async (one, kept) => {
    expect(((await (await name([one])).json()) as { origins: string[] }).origins).toEqual([kept])
  })

  it.each([
    'https://*.example',
    'https://a;b.example',
    'https://admin:sandi@dinas.example',
    'localhost',
    'null',
    'file://',
  ])('%s is none', async (one) => {
    expect(await refusalIn(name([one]))).toBe('400 request/invalid')
  })
})
