import { rm } from 'node:fs/promises'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { aPackedWidget, type PackedWidget } from '../support/a-packed-widget.ts'
import { oneService } from '../support/one-service.ts'
import { aPhoto, complaintForm, pick } from './pages/visitor.ts'
import { aPageFor, bundled } from './support/a-bundled-page.ts'
import { aVisitor, type Circumstances, phone } from './support/a-person.ts'
import { aSiteOfExamples, type SiteOfExamples } from './support/a-site-of-examples.ts'

const service = oneService()
let site: SiteOfExamples
let address: string
let packed: PackedWidget

beforeAll(async () => {
  packed = await aPackedWidget()
  address = service.url.replace('127.0.0.1', 'localhost')
  site = await aSiteOfExamples(address)
  for (const unit of ['bagian-organisasi', 'dinas-contoh']) {
    const admin = await service.staff('admin', unit)
    const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
    const body = JSON.stringify({ ...settings, origins: [site.origin] })
    const headers = { ...admin.headers, 'Content-Type': 'application/json' }
    const saved = await fetch(`${service.unit(unit).api}/settings`, { method: 'PUT', headers, body })
    expect(saved.status).toBe(200)
  }
})
afterAll(async () => {
  site.close()
  await rm(packed.project, { recursive: true, force: true })
})

/** Opens an example as somebody in whose browser nothing may go wrong, and nothing may stand in the console. */
async function open(path: string, circumstances: Circumstances = {}): Promise<Page> {
  const visitor = await aVisitor({ address }, { on: phone, origins: [site.origin], ...circumstances })
  await visitor.goto(`${site.origin}/${path}`)
  return visitor
}

type Place = Page | FrameLocator | Locator

/** Files without identity, wherever the form stands. */
async function file(place: Place, beforeSending = async () => {}): Promise<void> {
  const next = () => place.getByRole('button', { name: 'Lanjut' }).click()
  await place.getByRole('radio', { name: 'Tanpa identitas' }).click()
  await place.getByRole('heading', { name: 'Jenis pengaduan' }).waitFor()
  await place.getByRole('radio').first().click()
  await place.getByLabel('Pokok pengaduan').fill('Dari situs kantor')
  await place.getByLabel('Uraian kejadian').fill('Antrean tidak dipanggil sampai loket tutup.')
  await next()
  await beforeSending()
  for (let step = 0; step < 2; step++) await next()
  for (const statement of await place.getByRole('checkbox').all()) await statement.check()
  await place.getByRole('button', { name: 'Kirim pengaduan' }).click()
  await place.getByRole('heading', { name: 'Pengaduan Anda sudah diterima' }).waitFor()
}

describe('an example', () => {
  it.each(['plain-page/', 'shadow-root/', 'wordpress/front-end.html'])('files a complaint from %s', async (path) =>
    file(await open(path)),
  )

  it.each(['react', 'vue'] as const)('files from a page of %s that was bundled with the package', async (name) => {
    site.add(`/${name}/index.html`, aPageFor(name))
    site.add(`/${name}/app.js`, await bundled(name, packed))
    const visitor = await open(`${name}/index.html`)
    await visitor.getByRole('heading', { name: 'Pilih kerahasiaan identitas' }).waitFor()
    await visitor.getByRole('button', { name: 'In English' }).click()
    await visitor.getByRole('heading', { name: 'Choose who may know you' }).waitFor()
    await visitor.getByRole('button', { name: 'Dalam bahasa Indonesia' }).click()
    await file(complaintForm(visitor).panel)
    await expect.poll(() => visitor.locator('main > [role=status]').textContent()).toMatch(/^BO-/)
  })

  it('files with evidence under the strictest policy', async () => {
    const visitor = await open('strict-csp/')
    const { panel } = complaintForm(visitor)
    await file(panel, async () => {
      await panel.getByRole('button', { name: 'Tambahkan bukti' }).click()
      await pick(visitor, panel.getByRole('button', { name: 'Pilih berkas' }), aPhoto)
      await panel.getByText('Tersimpan', { exact: false }).first().waitFor()
    })
  })

  it('shows the form, or the way to it, as the editors of Joomla and Drupal let it through', async () => {
    const visitor = await open('joomla/module.html')
    const { step } = complaintForm(visitor)
    await step('Pilih kerahasiaan identitas').waitFor()
    await visitor.goto(`${site.origin}/drupal/full-html.html`)
    await step('Pilih kerahasiaan identitas').waitFor()
    for (const path of ['joomla/article.html', 'drupal/basic-html.html']) {
      await visitor.goto(`${site.origin}/${path}`)
      await visitor.getByRole('link', { name: 'Sampaikan pengaduan' }).click()
      await visitor.waitForURL(`${address}/t/bagian-organisasi`)
      await step('Pilih kerahasiaan identitas').waitFor()
    }
  })

  it('keeps two offices on one page apart, each in its language', async () => {
    const visitor = await open('two-offices/')
    await visitor.getByRole('button', { name: 'File a complaint' }).click()
    const english = visitor.locator('aduan-button')
    await english.getByRole('heading', { name: 'Choose who may know you' }).waitFor()
    await english.getByRole('button', { name: /^Close/ }).click()
    await file(complaintForm(visitor).panel)
    await visitor.getByRole('button', { name: 'File a complaint' }).click()
    expect(await english.getByRole('radio', { checked: true }).count()).toBe(0)
  })

  it('shows the form in a frame where a page lets scripts ask nobody, which follows the element and goes with it', async () => {
    const blocked = [/connect-src/, /Fetch API cannot load/, /failed: GET .*csp/]
    const visitor = await open('frame/', { errors: blocked })
    const widget = visitor.locator('aduan-widget')
    const inside = widget.locator('iframe').contentFrame()
    const anonymously = inside.getByRole('radio', { name: 'Tanpa identitas' })
    // The keys choose without leading on.
    await anonymously.press('Space')
    const worn = () =>
      inside.locator('aduan-widget').evaluate((form) => getComputedStyle(form).getPropertyValue('--aduan-accent'))
    expect(await worn()).toBe('#7a3b00')

    await widget.evaluate((form) => {
      form.style.setProperty('--aduan-accent', '#123456')
      form.setAttribute('lang', 'en')
    })
    await inside.getByRole('heading', { name: 'Choose who may know you' }).waitFor()
    expect(await inside.getByRole('radio', { name: 'Without identity' }).isChecked()).toBe(true)
    expect(await worn()).toBe('#123456')
    await widget.evaluate((form) => form.setAttribute('tenant', 'dinas-contoh'))
    await inside.getByText('Dinas Layanan Warga').first().waitFor()
    await widget.evaluate((form) => form.setAttribute('lang', 'id'))
    const heard = await visitor.evaluateHandle(() => {
      const numbers: string[] = []
      document.addEventListener('aduan-submitted', ({ detail }) => numbers.push(detail.number))
      return numbers
    })
    await file(inside)
    await expect.poll(() => heard.jsonValue()).toEqual([expect.stringMatching(/^DLW-/)])
  })

  it('leaves with the whole page by the quick exit of a frame', async () => {
    const blocked = [/connect-src/, /Fetch API cannot load/, /failed: GET .*csp/]
    site.add(
      '/frame/button.html',
      `<!doctype html><html lang="id"><title>Kantor</title><link rel="icon" href="data:,">
        <script type="module" src="http://localhost:8080/widget/v1/aduan.js"></script>
        <aduan-widget tenant="bagian-organisasi" mode="button"></aduan-widget>`,
    )
    const around = await open('frame/button.html', { errors: blocked })
    const opener = around.getByRole('button', { name: 'Sampaikan pengaduan' })
    await opener.click()
    const inside = around.locator('aduan-widget iframe').contentFrame()
    await inside.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    await around.getByRole('button', { name: 'Tutup' }).click()
    await opener.click()
    await inside.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
    expect(await around.getByRole('button', { name: 'Keluar cepat' }).count()).toBe(0)
    await inside.getByRole('button', { name: 'Keluar cepat' }).click()
    await around.waitForURL('about:blank')
    const builder = await open('iframe-only-cms/', { errors: [/sandbox/] })
    await builder.frameLocator('iframe').first().getByRole('button', { name: 'Keluar cepat' }).click()
    await builder.waitForURL('about:blank')

    // Nobody listens around a frame whose “#” was written by hand, or whose script never came.
    const embedded = 'http://localhost:8080/embed/bagian-organisasi#lang=id'
    site.add(
      '/frame/by-hand.html',
      `<!doctype html><html lang="id"><title>Kantor</title><link rel="icon" href="data:,">
        <iframe src="${embedded}" title="Pengaduan" width="400" height="800"></iframe>`,
    )
    const deaf = await open('frame/by-hand.html')
    await deaf.frameLocator('iframe').getByRole('button', { name: 'Keluar cepat' }).click()
    await deaf.waitForURL('about:blank')
  })

  it('shows in a site builder what its sandbox allows: the form, or a link to it', async () => {
    const visitor = await open('iframe-only-cms/', { errors: [/sandbox/] })
    await file(visitor.frameLocator('iframe[title="Pengaduan kepada Bagian Organisasi"]'))
    for (const title of ['Pengaduan dalam bingkai tanpa asal', 'Pengaduan dalam bingkai tanpa skrip']) {
      const opened = visitor.waitForEvent('popup')
      await visitor
        .frameLocator(`iframe[title="${title}"]`)
        .getByRole('link', { name: /formulir|pengaduan/i })
        .click()
      const tab = await opened
      await tab.getByRole('heading', { name: 'Formulir pengaduan', level: 1 }).waitFor()
      await tab.close()
    }
  })

  it('leaves nothing behind when it is created and removed at will', async () => {
    const visitor = await open('created-and-removed/')
    const press = (name: string) => visitor.getByRole('button', { name, exact: true }).first().click()
    for (let time = 0; time < 5; time++) {
      await press('Tampilkan formulir')
      await visitor.getByText('Formulir siap.').waitFor()
      await press('Sembunyikan')
      await visitor.locator('#told').evaluate((told) => told.replaceChildren())
    }
    const browser = await visitor.context().newCDPSession(visitor)
    await browser.send('HeapProfiler.collectGarbage')
    const { result } = await browser.send('Runtime.evaluate', {
      expression: "customElements.get('aduan-widget').prototype",
    })
    const { objects } = await browser.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' })
    const left = await browser.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    })
    expect(left.result.value).toBe(0)
    await press('Tampilkan formulir')
    await press('English')
    await visitor.getByRole('heading', { name: 'Choose who may know you' }).waitFor()
  })
})
