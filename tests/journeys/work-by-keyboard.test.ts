import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint, takenUpBy } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the whole desk by keyboard: a line is opened, verified, noted on, and another case is found', async () => {
  const office = await anOpenOffice()
  const first = await aComplaint(office, { subject: 'Antrean tidak dipanggil' })
  const second = await aComplaint(office, { subject: 'Diminta uang stempel' })
  await takenUpBy(office, 'verifikator', first, second)
  const { page, acts, told, goTo } = await aMemberOfStaff(office, 'verifikator')
  await goTo('Buku register')
  const { keyboard } = page
  await page.getByRole('link', { name: first.number }).waitFor()

  // What listens is loaded after the page.
  const overlay = page.getByRole('dialog', { name: 'Pintasan papan ketik' })
  const isShown = async () => {
    await keyboard.press('?')
    return overlay.isVisible()
  }
  await expect.poll(isShown).toBe(true)
  await everybodyCanUse(page)
  await keyboard.press('Escape')
  await overlay.waitFor({ state: 'hidden' })

  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('k')
  await keyboard.press('o')
  await page.getByRole('heading', { name: 'Antrean tidak dipanggil' }).waitFor()
  await keyboard.press('a')
  await expect
    .poll(() => acts.getByRole('button', { name: 'Verifikasi' }).evaluate((b) => b.matches(':focus')))
    .toBe(true)
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Mulai proses' }).focus()
  await keyboard.press('Enter')
  await told('Pengaduan terverifikasi dan dalam proses.')
  await keyboard.press('n')
  await keyboard.type('Sudah saya periksa j/k? gr')
  const note = page.getByLabel('Catatan untuk petugas')
  expect(await note.inputValue()).toBe('Sudah saya periksa j/k? gr')
  await page.getByRole('button', { name: 'Simpan catatan' }).focus()
  await keyboard.press('Enter')
  await told('Catatan internal tersimpan.')

  await keyboard.press('g')
  await keyboard.press('l')
  await page.getByRole('heading', { name: 'Terlambat dan sebabnya' }).waitFor()
  await keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: 'Cari perintah' })
  await palette.waitFor()
  await everybodyCanUse(page)
  await keyboard.type(second.number.toLowerCase())
  await page.getByRole('option', { name: `Buka pengaduan ${second.number}` }).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Diminta uang stempel' }).waitFor()
  await keyboard.press('Control+k')
  await palette.waitFor()
  await keyboard.type(first.number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))
  await page.getByRole('option', { name: `Buka pengaduan ${first.number}` }).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Antrean tidak dipanggil' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Diminta uang stempel' }).waitFor()
  await keyboard.press('Control+k')
  await palette.waitFor()
  await keyboard.type('verifikasi')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Mulai proses' }).waitFor()
})

it('single letters can be switched off, and the palette stays', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const { page, press } = await aMemberOfStaff(office, 'verifikator')
  await page.getByRole('link', { name: number }).waitFor()
  const overlay = page.getByRole('dialog', { name: 'Pintasan papan ketik' })
  const isShown = async () => {
    await press('Pintasan papan ketik')
    return overlay.isVisible()
  }
  await expect.poll(isShown).toBe(true)
  await page.getByRole('checkbox', { name: 'Pakai pintasan satu huruf' }).uncheck()
  await page.keyboard.press('Escape')
  await overlay.waitFor({ state: 'hidden' })
  await page.keyboard.press('?')
  await page.keyboard.press('j')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Cari perintah' }).waitFor()
  expect(await overlay.isVisible()).toBe(false)
})

it('Ctrl+K is held until the script of the palette has come, and not left to the browser', async () => {
  const { page } = await aMemberOfStaff(await anOpenOffice(), 'verifikator')
  await page.addInitScript(`{
    const define = customElements.define.bind(customElements)
    customElements.define = (name, ...rest) => {
      if (name === 'desk-keys') globalThis.bringKeys = () => define(name, ...rest)
      else define(name, ...rest)
    }
  }`)
  await page.reload()
  await expect.poll(() => page.evaluate('typeof globalThis.bringKeys')).toBe('function')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: 'Cari perintah' })
  expect(await palette.count()).toBe(0)
  await page.evaluate('bringKeys()')
  await palette.waitFor()
})
