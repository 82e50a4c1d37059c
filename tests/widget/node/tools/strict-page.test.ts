import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { widgetVersion } from '../../../../widget/tools/releases.ts'
import { chromiumFlagsOfShortLife, chromiumPath } from '../../../support/chromium.ts'
import { standInService } from '../../../support/stand-in-service.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const built = resolve(import.meta.dirname, '../../../../dist/public/widget/v1')
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** The built widget, as it is served, on a page that allows it nothing but its own scripts and requests. */
describe('the widget under the strictest content security policy', () => {
  let server: ServerType
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    const app = standInService()
    app.get('/widget/v1/:file', async (c) =>
      c.body(await readFile(join(built, `${c.req.param('file')}.br`)), 200, {
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
        { 'content-security-policy': `${policy}; img-src data:${c.req.query('policy') ?? ''}` },
      ),
    )
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((listening) => server.once('listening', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const executablePath = chromiumPath()
    browser = await chromium.launch({ args: chromiumFlagsOfShortLife(), ...(executablePath && { executablePath }) })
  })

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click()

  async function fileWithoutEvidence(page: Page, atEachStep = async () => {}) {
    const goOn = async () => {
      await atEachStep()
      await next(page)
    }
    await atEachStep()
    await page.getByRole('radio', { name: 'Tanpa identitas' }).click()
    await page.getByRole('radio', { name: /Pungutan/ }).waitFor()
    await atEachStep()
    await page.getByRole('radio', { name: /Pungutan/ }).click()
    await page.getByLabel('Pokok pengaduan').fill('Diminta uang di loket')
    await page.getByLabel('Uraian kejadian').fill('Petugas meminta uang.')
    for (let step = 0; step < 3; step++) await goOn()
    await atEachStep()
    for (const statement of await page.getByRole('checkbox').all()) await statement.check()
    await page.getByRole('button', { name: 'Kirim pengaduan' }).click()
    await page.getByRole('heading', { name: 'Pengaduan Anda sudah diterima' }).waitFor()
  }

  it('files in one script, one question and one answer; parts of the story, who reads it and the look for names come by more, without a word in the console', async () => {
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

    // It is asked for where the story is written, and again where all of it is read over.
    const readingPosts = `GET ${origin}/api/v1/tenants/strict/reading-posts?category=illegal_levy`
    expect(asked.slice(1)).toEqual([
      `GET ${origin}/widget/v1/aduan.js`,
      `GET ${origin}/api/v1/tenants/strict?widget=${widgetVersion}&mode=inline&texts=later`,
      `GET ${origin}/widget/v1/story-parts.js`,
      `GET ${origin}/widget/v1/chunk.js`,
      `GET ${origin}/widget/v1/chunk.js`,
      readingPosts,
      `GET ${origin}/widget/v1/personal.js`,
      readingPosts,
      `POST ${origin}/api/v1/tenants/strict/complaints`,
    ])
    expect(said).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await context.close()
  })

  it('files where a page requires trusted types and names the policy of our templates', async () => {
    const page = await browser.newPage()
    const added = encodeURIComponent("; require-trusted-types-for 'script'; trusted-types lit-html")
    await page.goto(`${origin}/page/trusted?policy=${added}`)
    await fileWithoutEvidence(page)
    await page.close()
  })

  it('files where a library of the page writes arrays as text, as old ones do', async () => {
    const page = await browser.newPage()
    await page.addInitScript(() => {
      Object.assign(Array.prototype, {
        toJSON(this: unknown[]) {
          return `[${this.join()}]`
        },
      })
    })
    await page.goto(`${origin}/page/polluted`)
    await fileWithoutEvidence(page)
    const { requests } = await (await fetch(`${origin}/stand-in/polluted`)).json()
    expect(requests.at(-1).body.evidence).toEqual([])
    await page.close()
  })

  it('shows the link of the page once a service has let it wait for five seconds', async () => {
    await fetch(`${origin}/stand-in/hanging`, {
      method: 'PUT',
      body: JSON.stringify({ misbehave: { unit: [{ kind: 'hold' }] } }),
    })
    const page = await browser.newPage()
    await page.clock.install()
    await page.goto(`${origin}/page/hanging`)
    await page.getByText('Menyiapkan formulir').first().waitFor()
    expect(await page.getByText('Anda tetap dapat mengadu di sini').count()).toBe(0)
    await page.clock.fastForward(5_000)
    await page.getByText('Anda tetap dapat mengadu di sini').waitFor()
    await fetch(`${origin}/stand-in/hanging`, { method: 'PUT', body: JSON.stringify({ release: true }) })
    await page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    await page.close()
  })

  it('keeps clear of a header that the page fixes at its top', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${origin}/page/header`)
    await page.locator('aduan-widget').evaluate((widget) => widget.style.setProperty('--aduan-top', '90px'))
    await page.getByRole('radio', { name: 'Tanpa identitas' }).click()
    await page.getByRole('radio', { name: /Pungutan/ }).click()
    await page.getByLabel('Pokok pengaduan').waitFor()
    await page.mouse.wheel(0, 400)
    const top = () =>
      page.getByRole('button', { name: 'Keluar cepat' }).evaluate((exit) => exit.getBoundingClientRect().top)
    await expect.poll(top).toBeGreaterThanOrEqual(90)
    await page.close()
  })

  it.each([24, 32])('has no words over each other at a text size of %i pixels on a small phone', async (size) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.addInitScript((size) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`html { font-size: ${size}px }`)
      document.adoptedStyleSheets = [sheet]
    }, size)
    await page.goto(`${origin}/page/large`)
    await page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    const { isApart, width, wide } = await page.locator('aduan-widget').evaluate(({ shadowRoot }) => {
      const boxOf = (selector: string) => shadowRoot!.querySelector(selector)!.getBoundingClientRect()
      const office = boxOf('.office')
      const exit = boxOf('.exit')
      const card = shadowRoot!.querySelector('aduan-filing')!.shadowRoot!.querySelector('.card > span')!
      return {
        isApart: office.bottom <= exit.top + 1 || office.right <= exit.left + 1,
        width: card.getBoundingClientRect().width,
        wide: document.documentElement.scrollWidth,
      }
    })
    expect(isApart).toBe(true)
    expect(width).toBeGreaterThan(150)
    expect(wide).toBeLessThanOrEqual(360)
    await page.close()
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
    await fileWithoutEvidence(page, check)
    await check()
    await context.close()
  })

  const hostile = {
    'resets all that it has': '* { all: unset !important }',
    'is set very wide': '* { line-height: 5 !important; letter-spacing: 1em !important; word-spacing: 3em !important }',
    'runs from right to left, from top to bottom': 'html { direction: rtl } body { writing-mode: vertical-rl }',
    'counts in roots of 4 pixels': 'html { font-size: 4px !important }',
    'shows nothing but what it means to': 'body { visibility: hidden; font: 0/0 a } aduan-widget { display: contents }',
    'is zoomed twice': 'html { zoom: 2 }',
    'hides and shouts': '* { text-transform: uppercase; user-select: none; pointer-events: none; cursor: none }',
  }

  it.each(Object.entries(hostile))('can be read and used on a page that %s', async (_, rules) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    await page.addInitScript((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      document.adoptedStyleSheets = [sheet]
    }, rules)
    await page.goto(`${origin}/page/hostile`)
    await page.getByRole('radio', { name: 'Tanpa identitas' }).click()
    await page.getByRole('radio', { name: /Pungutan/ }).waitFor()
    const { size, spacing, tallest } = await page.locator('aduan-filing').evaluate(({ shadowRoot }) => {
      const look = getComputedStyle(shadowRoot!.querySelector('legend')!)
      const heading = shadowRoot!.querySelector('h2')!
      return {
        size: Number.parseFloat(look.fontSize),
        spacing: look.letterSpacing,
        tallest: heading.getBoundingClientRect().height,
      }
    })
    expect({ size, spacing }).toEqual({ size: 17, spacing: 'normal' })
    expect(tallest).toBeLessThan(rules.includes('zoom') ? 400 : 150)
    await context.close()
  })

  it('goes beyond no edge at 320 pixels, not with wide text nor from right to left', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await page.goto(`${origin}/page/narrow`)
    await page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    // WCAG 2.2, 1.4.12, as a reader's own style sheet sets it, in every shadow root.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }
        .root { direction: rtl !important }`)
      const widen = (root: Document | ShadowRoot) => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) widen(shadowRoot)
      }
      widen(document)
    })
    await fileWithoutEvidence(page, async () => {
      const beyond = await page.evaluate(() => {
        const within = (root: Document | ShadowRoot): Element[] =>
          [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])])
        return within(document)
          .filter((one) => !one.closest('.unseen, [hidden]'))
          .filter((one) => {
            const { left, right, width } = one.getBoundingClientRect()
            return width > 0 && (left < -0.5 || right > innerWidth + 0.5)
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 120))
      })
      expect(beyond).toEqual([])
    })
    await context.close()
  })

  it('is dark where the page is, not where only the device is', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' })
    const page = await context.newPage()
    const ground = () => page.locator('.panel').evaluate((panel) => getComputedStyle(panel).backgroundColor)
    await page.goto(`${origin}/page/dark`)
    await page.locator('.panel').waitFor()
    expect(await ground()).toBe('rgb(22, 32, 31)')
    await page.locator('meta[name=color-scheme]').evaluate((meta) => meta.remove())
    expect(await ground()).toBe('rgb(255, 255, 255)')
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
    await page.getByRole('radio', { name: 'Tanpa identitas' }).click()
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
