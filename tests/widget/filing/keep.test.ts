import { expect as axe } from '@open-wc/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AduanWidget } from '../../../widget/aduan-widget/aduan-widget.ts'
import { agree, aWidget, button, fillIn, focusedText, heading, reloaded, send } from '../support/a-widget.ts'

afterEach(() => localStorage.clear())

const pin = 'ayam-7-goreng'
const onDevice = () => JSON.stringify({ ...localStorage })

async function keepWith(first: string, second = first) {
  await userEvent.fill(page.getByLabelText('PIN baru'), first)
  await userEvent.fill(page.getByLabelText('Ulangi PIN'), second)
  await userEvent.click(page.getByRole('button', { name: 'Simpan draf', exact: true }))
}

async function openWith(typed: string) {
  await userEvent.fill(page.getByLabelText('PIN', { exact: true }), typed)
  await userEvent.click(page.getByRole('button', { name: 'Buka draf', exact: true }))
}

/** A filled-in form whose draft is kept on the device. */
async function kept() {
  const widget = await aWidget()
  await fillIn()
  await userEvent.click(button('Simpan atau buka draf'))
  await keepWith(pin)
  await expect.element(page.getByText(/Draf tersimpan di perangkat ini sampai/).last()).toBeVisible()
  return widget
}

/** The same page another day: the tab is gone. */
function anotherDay(widget: AduanWidget) {
  sessionStorage.clear()
  return reloaded(widget)
}

describe('a draft on the device', () => {
  it('is there only for who asks, sealed, and comes back with the PIN and goes on being kept until it is sent', async () => {
    const first = await aWidget()
    await fillIn()
    expect(localStorage).toHaveLength(0)
    await userEvent.click(button('Simpan atau buka draf'))
    await expect.poll(focusedText).toBe('Simpan draf di perangkat ini')
    await axe(first).to.be.accessible()
    await keepWith(pin)
    await expect.element(page.getByText(/Draf tersimpan di perangkat ini sampai/).last()).toBeVisible()
    expect(localStorage).toHaveLength(1)
    for (const word of ['Siti', 'Jalan', 'Petugas', 'illegal_levy', pin]) expect(onDevice()).not.toContain(word)
    const before = onDevice()
    await agree()
    await expect.poll(onDevice).not.toBe(before)

    const widget = await anotherDay(first)
    await expect.element(page.getByText(/Di perangkat ini ada draf pengaduan/)).toBeVisible()
    await expect.element(page.getByText('Siti Contoh')).not.toBeInTheDocument()
    await axe(widget).to.be.accessible()
    await openWith('bukan-pin-nya')
    await expect.element(page.getByText('PIN salah.')).toBeVisible()
    await openWith(pin)
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
    await expect.element(page.getByRole('checkbox', { name: /^Isi pengaduan ini benar/ })).toBeChecked()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    expect(localStorage).toHaveLength(0)
  })

  it('is erased by the fifth wrong PIN, also when the page is loaded anew in between', async () => {
    let widget = await anotherDay(await kept())
    for (let wrong = 1; wrong < 5; wrong++) {
      await openWith(`salah-${wrong}`)
      await expect.element(page.getByText('PIN salah.')).toBeVisible()
      if (wrong === 3) widget = await anotherDay(widget)
    }
    await openWith('salah-5')
    await expect.element(page.getByText(/Draf dihapus, karena PIN terlalu sering salah/)).toBeVisible()
    expect(localStorage).toHaveLength(0)
  })

  it('is not kept under a PIN that is short, easy to guess, or mistyped', async () => {
    await aWidget()
    await fillIn()
    await userEvent.click(button('Simpan atau buka draf'))
    for (const [first, second, sentence] of [
      ['12345', '12345', 'PIN terlalu pendek'],
      ['123456', '123456', 'PIN ini terlalu mudah ditebak'],
      ['777777', '777777', 'PIN ini terlalu mudah ditebak'],
      ['284719', '284718', 'Kedua PIN tidak sama'],
    ] as const) {
      await keepWith(first, second)
      await expect.element(page.getByText(sentence)).toBeVisible()
    }
    expect(localStorage).toHaveLength(0)
  })

  it('outlives quick exit, as it says, and goes with what is thrown away, and when its time is over', async () => {
    const first = await kept()
    first.leave = () => {}
    await userEvent.click(button('Keluar cepat'))
    await expect.element(page.getByText('Siti Contoh')).not.toBeInTheDocument()
    expect(localStorage).toHaveLength(1)

    const second = await anotherDay(first)
    await openWith(pin)
    await expect.element(button('Hapus isian dan mulai dari awal')).toBeVisible()
    await userEvent.click(button('Hapus isian dan mulai dari awal'))
    await expect.poll(() => localStorage.length).toBe(0)
    second.remove()

    const third = await kept()
    const [name] = Object.keys(localStorage)
    const old = { ...JSON.parse(localStorage.getItem(name!)!), savedAt: Date.now() - 7 * 86_400_000 }
    localStorage.setItem(name!, JSON.stringify(old))
    await anotherDay(third)
    await expect.poll(() => localStorage.length).toBe(0)
    await expect.element(page.getByText(/Di perangkat ini ada draf/)).not.toBeInTheDocument()
  })

  it('is erased by who wants it gone', async () => {
    await anotherDay(await kept())
    await userEvent.click(button('Hapus draf'))
    await expect.element(page.getByText('Draf di perangkat ini sudah dihapus.')).toBeVisible()
    expect(localStorage).toHaveLength(0)
  })
})
