import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildWidget } from '../../../widget/build.ts'
import { widgetVersion } from '../../../widget/version.ts'
import { chromiumFlags, chromiumPath } from '../../support/chromium.ts'
import { standInService } from '../../support/stand-in-service.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** The built widget, as it is served, on a page that allows it nothing but its own scripts and requests. */
describe('the widget under the strictest content security policy', () => {
  let outFolder: string
  let server: ServerType
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    outFolder = await mkdtemp(join(tmpdir(), 'aduan-strict-'))
    await buildWidget({ outFolder })
    const app = standInService()
    app.get('/widget/v1/:file', async (c) =>
      c.body(await readFile(join(outFolder, `${c.req.param('file')}.br`)), 200, {
        'content-type': 'text/javascript',
        'content-encoding': 'br',
      }),
    )
    app.get('/page/:tenant', (c) =>
      c.html(
        `<!doctype html><html lang="id"><title>Kantor</title><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
         <script type="module" src="/widget/v1/aduan.js"></script>
         <aduan-widget tenant="${c.req.param('tenant')}"></aduan-widget>`,
        200,
        { 'content-security-policy': `${policy}; img-src data:` },
      ),
    )
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((listening) => server.once('listening', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const executablePath = chromiumPath()
    browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    server.close()
    await rm(outFolder, { recursive: true })
  })

  const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click()

  async function fileWithoutEvidence(page: Page, atEachStep = async () => {}) {
    const goOn = async () => {
      await atEachStep()
      await next(page)
    }
    await page.getByRole('radio', { name: 'Tanpa identitas' }).check()
    await goOn()
    await page.getByRole('radio', { name: /Pungutan/ }).check()
    await goOn()
    await page.getByLabel('Pokok pengaduan').fill('Diminta uang di loket')
    await page.getByLabel('Uraian kejadian').fill('Petugas meminta uang.')
    for (let step = 0; step < 3; step++) await goOn()
    await atEachStep()
    for (const statement of await page.getByRole('checkbox').all()) await statement.check()
    await page.getByRole('button', { name: 'Kirim pengaduan' }).click()
    await page.getByRole('heading', { name: 'Pengaduan Anda sudah diterima' }).waitFor()
  }

  it('files in one script, one question and one answer, without a word in the console', async () => {
    const context = await browser.newContext({ locale: 'id-ID' })
    const page = await context.newPage()
    const said: string[] = []
    const asked: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('request', (request) =>
      asked.push(`${request.method()} ${request.url().replace(/-[A-Z0-9]{8}\.js$/, '.js')}`),
    )
    await page.goto(`${origin}/page/strict`)
    await fileWithoutEvidence(page)

    expect(asked.slice(1)).toEqual([
      `GET ${origin}/widget/v1/aduan.js`,
      `GET ${origin}/api/v1/tenants/strict?widget=${widgetVersion}`,
      `POST ${origin}/api/v1/tenants/strict/complaints`,
    ])
    expect(said).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await context.close()
  })

  it('wears the colour of the unit', async () => {
    await fetch(`${origin}/stand-in/colour`, {
      method: 'PUT',
      body: JSON.stringify({ unit: { theme: { accent: '#123456' } } }),
    })
    const page = await browser.newPage()
    await page.goto(`${origin}/page/colour`)
    await page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    const given = await page.locator('.root').evaluate((root) => getComputedStyle(root).getPropertyValue('--_given'))
    expect(given).toBe('#123456')
    await page.close()
  })

  it.each(['light', 'dark'] as const)('passes the accessibility check at every step in %s', async (colorScheme) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    await page.goto(`${origin}/page/${colorScheme}`)
    await page.evaluate(axe.source)
    const check = async () => {
      const { violations } = await page.evaluate(() => window.axe.run('aduan-widget'))
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
    }
    await page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    await next(page)
    await fileWithoutEvidence(page, check)
    await check()
    await context.close()
  })

  it('asks before the page is left while the code is not kept, and not afterwards', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/page/leaving`)
    await fileWithoutEvidence(page)
    const asked = page.waitForEvent('dialog')
    void page.goto('about:blank').catch(() => {})
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Simpan sebagai berkas' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text).toMatch(/Kode lacak: \S+/)
    expect(text).not.toContain('Diminta uang')
    await page.goto('about:blank')
    await page.close()
  })

  it('leaves at once on quick exit, and "back" does not return to the form', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/t/before`)
    await page.goto(`${origin}/page/exit`)
    await page.getByRole('radio', { name: 'Tanpa identitas' }).check()
    await page.getByRole('button', { name: 'Keluar cepat' }).click()
    await page.waitForURL('about:blank')
    await page.goBack()
    expect(page.url()).toBe(`${origin}/t/before`)
    await page.goto(`${origin}/page/exit`)
    await page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    expect(await page.getByRole('radio', { name: 'Tanpa identitas' }).isChecked()).toBe(false)
    await page.close()
  })
})
