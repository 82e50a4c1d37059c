import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AduanWidget } from '../../../widget/aduan-widget/aduan-widget.ts'
import {
  agree,
  aUnit,
  aWidget,
  button,
  fillIn,
  focused,
  focusedText,
  heading,
  instruct,
  send,
  service,
} from '../support/a-widget.ts'

const events = ['aduan-ready', 'aduan-opened', 'aduan-closed', 'aduan-submitted', 'aduan-failed'] as const

/** Everything that the page hears from the widget. */
function heard(): { name: string; detail: unknown }[] {
  const told: { name: string; detail: unknown }[] = []
  const stop = new AbortController()
  for (const name of events) {
    document.addEventListener(name, ({ detail }) => told.push({ name, detail }), { signal: stop.signal })
  }
  return told
}

describe('the widget on a page', () => {
  it('tells the page of a filing by its number alone', async () => {
    const told = heard()
    await aWidget()
    await fillIn()
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    expect(told).toEqual([
      { name: 'aduan-ready', detail: null },
      { name: 'aduan-submitted', detail: { number: 'BC-2026-000001' } },
    ])
  })

  it('lets nothing of what is typed out of its shadow root', async () => {
    const crossed: string[] = []
    const types = ['change', 'evidence-changed', 'receipt-finished'] as const
    for (const type of types) document.addEventListener(type, () => crossed.push(type), { once: true })
    await aWidget()
    await fillIn()
    expect(crossed).toEqual([])
  })

  it('offers the link inside it where the unit cannot be loaded, says so, and can try again', async () => {
    const tenant = aUnit()
    const told = heard()
    await instruct(tenant, {
      misbehave: {
        unit: [{ kind: 'refuse', status: 503, problem: { code: 'service/unavailable', detail: 'Sedang perawatan.' } }],
      },
    })
    const widget = await aWidget({ tenant })
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(/Formulir belum dapat ditampilkan.*Sedang perawatan/)
    await expect.element(page.getByRole('link', { name: 'Sampaikan pengaduan' })).toBeVisible()
    await axe(widget).to.be.accessible()
    expect(told).toEqual([{ name: 'aduan-failed', detail: { code: 'service/unavailable' } }])
    await userEvent.click(button('Coba lagi'))
    await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
  })

  it('speaks English where the page asks, and changes language without losing what was written', async () => {
    const widget = await aWidget({ lang: 'en' })
    await expect.element(heading(/Step 1 of 6.*Choose who may know you/)).toBeVisible()
    await axe(widget).to.be.accessible()
    await userEvent.click(page.getByRole('radio', { name: 'Without identity' }))
    await userEvent.click(page.getByRole('radio', { name: /Maladministration/ }))
    await userEvent.fill(page.getByLabelText('Subject'), 'Surat hilang')
    await userEvent.click(button('Bahasa Indonesia'))
    await expect.element(heading(/Apa yang terjadi/)).toBeVisible()
    await expect.element(page.getByLabelText('Pokok pengaduan')).toHaveValue('Surat hilang')
  })

  it('suggests the category that the page names, and still asks', async () => {
    await aWidget({ category: 'illegal_levy' })
    await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
    await expect.element(page.getByRole('radio', { name: /Pungutan/ })).toBeChecked()
  })

  it('keeps its look whatever the page does to its elements', async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { all: unset !important } body { line-height: 4; text-transform: uppercase; color: red }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    try {
      const widget = await aWidget()
      await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
      const { display } = getComputedStyle(widget)
      const words = getComputedStyle(widget.shadowRoot!.querySelector('.office')!)
      expect(display).toBe('block')
      expect(words.textTransform).toBe('none')
      expect(words.color).not.toBe('rgb(255, 0, 0)')
      await axe(widget).to.be.accessible()
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  })

  it('stays legible with any accent of a unit', async () => {
    for (const accent of ['#ffe600', '#0a0a0a', '#ff5a5a']) {
      const tenant = aUnit()
      await instruct(tenant, { unit: { theme: { accent } } })
      const widget = await aWidget({ tenant })
      await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
      await axe(widget).to.be.accessible()
      widget.remove()
    }
  })

  it('fits a screen of 320 pixels', async () => {
    await page.viewport(320, 640)
    const widget = await aWidget()
    await fillIn()
    expect(widget.scrollWidth).toBeLessThanOrEqual(320)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  it('does not steal the focus of the page when it appears', async () => {
    await aWidget()
    await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
    expect(focused()).toBe(document.body)
  })

  it('asks only the service', async () => {
    await aWidget()
    await fillIn()
    const elsewhere = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).origin)
      .filter((origin) => origin !== service && origin !== location.origin)
    expect(elsewhere).toEqual([])
  })
})

describe('the widget as a button', () => {
  const dialogOf = (widget: AduanWidget) =>
    widget.shadowRoot!.querySelector('aduan-dialog')?.shadowRoot?.querySelector('dialog')

  it('opens the form as a dialog, closes it with Escape, and gives the focus back', async () => {
    const told = heard()
    const widget = await aWidget({ mode: 'button' })
    await userEvent.click(button('Sampaikan pengaduan'))
    await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
    expect(dialogOf(widget)?.matches(':modal')).toBe(true)
    await axe(widget).to.be.accessible()

    await userEvent.keyboard('{Escape}')
    await expect.poll(() => dialogOf(widget)).toBe(undefined)
    await expect.poll(focusedText).toBe('Sampaikan pengaduan')
    expect(told.map(({ name }) => name)).toEqual(['aduan-ready', 'aduan-opened', 'aduan-closed'])
  })

  it('can be opened and closed by the page, and keeps what was written in between', async () => {
    const widget = await aWidget({ mode: 'button' })
    widget.open()
    await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
    widget.close()
    await expect.poll(() => dialogOf(widget)).toBe(undefined)
    widget.open()
    await expect.element(heading(/Jenis pengaduan/)).toBeVisible()
  })

  it('asks before a begun complaint is closed, however it is closed, and goes when told to', async () => {
    const widget = await aWidget({ mode: 'button' })
    const question = page.getByRole('alertdialog', { name: 'Tutup formulir?' })
    await userEvent.click(button('Sampaikan pengaduan'))
    await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))

    await userEvent.keyboard('{Escape}')
    await expect.element(question).toHaveTextContent('isian Anda masih ada')
    await axe(widget).to.be.accessible()
    await userEvent.keyboard('{Escape}')
    await expect.element(question).not.toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('{Escape}')
    expect(dialogOf(widget)?.open).toBe(true)
    if (question.query()) await userEvent.click(button('Kembali ke formulir'))
    await expect.element(heading(/Jenis pengaduan/)).toBeVisible()

    await userEvent.click(button('Tutup'))
    await userEvent.click(question.getByRole('button', { name: 'Tutup' }))
    await expect.poll(() => dialogOf(widget)).toBe(undefined)
    await expect.poll(focusedText).toBe('Sampaikan pengaduan')
  })

  it('asks before a code is closed that nobody has kept', async () => {
    const widget = await aWidget({ mode: 'button' })
    await userEvent.click(button('Sampaikan pengaduan'))
    await fillIn({ privacy: 'Tanpa identitas' })
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    await userEvent.click(button('Tutup'))
    await expect.element(page.getByRole('alertdialog')).toHaveTextContent('Kode lacak belum Anda simpan')
    await userEvent.click(button('Kembali ke formulir'))
    widget.close()
    await expect.poll(() => dialogOf(widget)).toBe(undefined)
  })

  it('holds the page still behind the dialog, without moving anything on it', async () => {
    const tall = document.createElement('p')
    tall.style.height = '3000px'
    document.body.append(tall)
    const { documentElement } = document
    documentElement.style.overflowY = 'scroll'
    scrollTo(0, 200)
    const widget = await aWidget({ mode: 'button' })
    const { width } = tall.getBoundingClientRect()
    const at = scrollY
    widget.open()
    await expect.poll(() => dialogOf(widget)?.open).toBe(true)
    expect(getComputedStyle(documentElement).overflowY).toBe('hidden')
    expect(tall.getBoundingClientRect().width).toBe(width)
    expect(scrollY).toBe(at)
    widget.close()
    await expect.poll(() => dialogOf(widget)).toBe(undefined)
    expect(documentElement.style.overflowY).toBe('scroll')
    expect(documentElement.style.scrollbarGutter).toBe('')
    documentElement.style.overflowY = ''
    tall.remove()
  })

  it('fills a phone, and stays above its keyboard', async () => {
    await page.viewport(360, 640)
    const widget = await aWidget({ mode: 'button' })
    widget.open()
    await expect.poll(() => dialogOf(widget)?.open).toBe(true)
    const box = () => {
      const { left, top, width, height } = dialogOf(widget)!.getBoundingClientRect()
      return [left, top, width, height].map(Math.round)
    }
    expect(box()).toEqual([0, 0, innerWidth, innerHeight])
    const seen = visualViewport!
    Object.defineProperties(seen, {
      height: { value: 300, configurable: true },
      offsetTop: { value: 40, configurable: true },
    })
    seen.dispatchEvent(new Event('resize'))
    expect(box()).toEqual([0, 40, innerWidth, 300])
    Reflect.deleteProperty(seen, 'height')
    Reflect.deleteProperty(seen, 'offsetTop')
    seen.dispatchEvent(new Event('resize'))
    expect(box()).toEqual([0, 0, innerWidth, innerHeight])
  })

  it('asks the service for nothing before it is opened', async () => {
    const tenant = aUnit()
    await aWidget({ tenant, mode: 'button' })
    await expect.element(button('Sampaikan pengaduan')).toBeVisible()
    const asked = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes(`/tenants/${tenant}?`))
    expect(asked()).toBe(false)
    await userEvent.click(button('Sampaikan pengaduan'))
    await expect.poll(asked).toBe(true)
  })
})
