import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import type { Metafile } from 'esbuild'
import { Hono } from 'hono'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAdmin, outputOf, withStaticImports } from '../../../admin/build.ts'
import { budget, firstLoad, neededForRegister, tooLarge, weighScripts } from '../../../admin/size-budget.ts'
import { chromiumFlagsOfShortLife, chromiumPath } from '../../support/chromium.ts'
import { createStandIn } from '../../support/stand-in-staff-api.ts'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-src 'self'"
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

describe('the built admin application', () => {
  let outFolder: string
  let metafile: Metafile
  let server: ServerType
  let browser: Browser
  let origin: string
  const read = (...path: string[]) => readFile(join(outFolder, ...path))

  beforeAll(async () => {
    outFolder = await mkdtemp(join(tmpdir(), 'aduan-admin-'))
    metafile = await buildAdmin({ outFolder })
    const app = new Hono()
    app.get('/admin/assets/:file', async (c) => {
      const file = c.req.param('file')
      return c.body(new Uint8Array(await read('assets', file)), 200, { 'Content-Type': types[extname(file)] ?? '' })
    })
    app.get('/admin/worker.js', async (c) =>
      c.body(String(await read('worker.js')), 200, { 'Content-Type': 'text/javascript' }),
    )
    app.get('/admin/offline.html', async (c) => c.html(String(await read('offline.html'))))
    app.get('/admin/*', async (c) =>
      c.html(String(await read('index.html')), 200, { 'Content-Security-Policy': policy }),
    )
    app.route('/', createStandIn())
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((listening) => server.once('listening', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const executablePath = chromiumPath()
    browser = await chromium.launch({ args: chromiumFlagsOfShortLife(), ...(executablePath && { executablePath }) })
  })

  afterAll(async () => {
    await browser.close()
    server.close()
    await rm(outFolder, { recursive: true })
  })

  it('needs little before the register shows, and little more for each page', async () => {
    const measured = await weighScripts(metafile)
    expect(firstLoad(measured)).toBeLessThanOrEqual(budget)
    expect(tooLarge(measured)).toEqual([])
  })

  it('starts with one file, beside what the bundler itself needs', () => {
    const files = [...withStaticImports(metafile, outputOf(metafile, 'admin/index.ts'))]
    const ofOurs = files.filter((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}).length > 0)
    expect(ofOurs).toHaveLength(1)
    expect(files.length).toBeLessThanOrEqual(3)
  })

  it('leaves the other pages and the other language for when somebody opens them', () => {
    const parts = [...neededForRegister(metafile)].flatMap((file) => Object.keys(metafile.outputs[file]!.inputs))
    expect(parts).toContain('admin/register/register-page.ts')
    const later = /^admin\/(case\/case-page|filing|keeping|offices|telling\/mailbox|wording\/en)/
    expect(parts.filter((part) => later.test(part))).toEqual([])
    const leaves = [
      'service/case/shape/story-fields.ts',
      'service/shared/records.ts',
      'service/shared/tracking-code.ts',
      'service/texts/id/vocabulary.json',
    ]
    const foreign = parts.filter((part) => part.includes('/zod/') || part.startsWith('service/'))
    expect(foreign.filter((part) => !leaves.includes(part))).toEqual([])
  })

  it('is compressed beforehand, to the same bytes', async () => {
    const files = (await readdir(join(outFolder, 'assets'))).filter((file) => !file.endsWith('.br'))
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) {
      expect(brotliDecompressSync(await read('assets', `${file}.br`)).equals(await read('assets', file))).toBe(true)
    }
  })

  it('works under a policy that allows nothing inline and no other origin', async () => {
    const page = await browser.newPage({ locale: 'id-ID' })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
    })
    page.on('response', (response) => {
      if (response.status() >= 404) complaints.push(response.url())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) complaints.push(request.url())
    })
    await page.goto(`${origin}/admin/`)
    await page.getByLabel('Surel').fill('semua@bagian-contoh.demo')
    await page.getByLabel('Kata sandi').fill('kalimat-pendek-yang-kuat')
    await page.getByRole('button', { name: 'Masuk' }).click()
    for (const name of ['Terima', 'Keputusan', 'Unit', 'Hari ini', 'Pengaduan']) {
      const navigation = page.getByRole('navigation', { name: 'Halaman', exact: true })
      await navigation.getByRole('link', { name }).click()
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    }
    await page.getByRole('link', { name: 'BO-2026-000124' }).click()
    await page.getByRole('button', { name: 'Lihat antrean-loket-2.png' }).click()
    await page.getByRole('img', { name: 'antrean-loket-2.png' }).waitFor()
    expect(complaints).toEqual([])
  })
})
