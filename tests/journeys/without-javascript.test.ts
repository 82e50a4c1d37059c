import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, readTerm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('without JavaScript a visitor files with evidence by a plain form, follows the complaint and writes to the office', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { javaScriptEnabled: false, on: phone, errors: [/status of 400/] })
  await visitor.goto('/demo/')
  await visitor.getByRole('main').getByRole('link', { name: 'Sampaikan pengaduan' }).click()
  await visitor.getByRole('main').getByRole('link', { name: 'Sampaikan pengaduan' }).click()
  const form = visitor.getByRole('main')
  await form.getByRole('heading', { name: 'Formulir pengaduan', level: 1 }).waitFor()
  await everybodyCanUseWithoutScripts(visitor)
  await form.getByRole('radio', { name: 'Dengan identitas' }).check()
  await form.getByRole('radio', { name: 'Maladministrasi' }).check()
  await form.getByLabel('Pokok pengaduan').fill('Surat salah nama')
  await form.getByLabel('Uraian kejadian').fill('Nama saya salah ditulis.\n\nSudah saya sampaikan di loket.')
  await form.getByLabel('Pilih berkas').setInputFiles(aPhoto)
  await form.getByLabel('Alamat').fill(siti.address)
  await form.getByLabel('Nomor HP').fill(siti.phone)
  await form.getByRole('group', { name: 'Pernyataan' }).getByRole('checkbox').check()
  await form.getByRole('button', { name: 'Kirim pengaduan' }).click()

  // The name was forgotten: the page says so, and nothing else has to be done again.
  await form.getByRole('heading', { name: 'Ada yang perlu diperbaiki' }).waitFor()
  await everybodyCanUseWithoutScripts(visitor)
  expect(await form.getByLabel('Uraian kejadian').inputValue()).toContain('Nama saya salah ditulis.')
  expect(await form.getByRole('checkbox', { name: aPhoto.name }).isChecked()).toBe(true)
  await form.getByLabel('Nama', { exact: false }).first().fill(siti.name)
  await form.getByRole('button', { name: 'Kirim pengaduan' }).click()

  await form.getByRole('heading', { name: 'Pengaduan diterima' }).waitFor()
  await everybodyCanUseWithoutScripts(visitor)
  const handed = { number: await readTerm(form, 'Nomor pengaduan'), code: await readTerm(form, 'Kode lacak') }

  await visitor.goto('/t/bagian-organisasi/follow')
  await form.getByLabel('Nomor pengaduan').fill(handed.number)
  await form.getByLabel('Kode lacak').fill(handed.code.toLowerCase())
  await form.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await form.getByRole('heading', { name: 'Surat salah nama' }).waitFor()
  await form.getByText(aPhoto.name).waitFor()
  await everybodyCanUseWithoutScripts(visitor)
  expect(visitor.url()).not.toContain(handed.code)
  await form.getByText('Tulis pesan kepada petugas').click()
  await form.getByLabel('Pesan').fill('Apakah saya perlu datang lagi?')
  await form.getByRole('button', { name: 'Kirim pesan' }).click()
  await form.getByText('Pesan Anda terkirim.').waitFor()
  await everybodyCanUseWithoutScripts(visitor)

  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.openCase(handed.number)
  await officer.page.getByText('Apakah saya perlu datang lagi?').first().waitFor()
  await officer.page.getByRole('button', { name: `Lihat ${aPhoto.name}` }).waitFor()
})

it('a browser that is too old for the script keeps the link, which leads to the form without scripts', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone, errors: [/Illegal constructor/] })
  // Firefox 100 and Safari 16.3 are modern but for this: they know no style sheet that elements share.
  await visitor.addInitScript(() => {
    Object.defineProperty(window, 'CSSStyleSheet', {
      value: class {
        constructor() {
          throw new TypeError('Illegal constructor')
        }
      },
    })
  })
  await visitor.goto('/t/bagian-organisasi')
  // What the form would say itself is back beside the link.
  await visitor.getByRole('link', { name: 'English' }).waitFor()
  await visitor.locator('.brand small').waitFor()
  await visitor.getByRole('heading', { level: 1 }).waitFor()
  await visitor.getByRole('link', { name: 'Sampaikan pengaduan' }).click()
  await visitor.getByRole('heading', { name: 'Formulir pengaduan', level: 1 }).waitFor()
})

it('nothing above the form moves on a phone when its script comes', async () => {
  const office = await anOpenOffice()
  for (const path of ['/t/bagian-organisasi', '/t/bagian-organisasi/follow']) {
    const visitor = await aVisitor(office, { on: phone })
    let letItCome = () => {}
    const allowed = new Promise<void>((come) => {
      letItCome = come
    })
    await visitor.route(/\/widget\/.*\.js/, async (route) => {
      await allowed
      await route.continue()
    })
    await visitor.goto(path, { waitUntil: 'commit' })
    const form = visitor.locator('aduan-widget')
    await form.waitFor({ state: 'attached' })
    // However slow the machine, what comes back without a form does not come back meanwhile.
    await visitor.evaluate('for (const one of document.getAnimations()) one.pause()')
    const before = await form.boundingBox()
    letItCome()
    await form.getByRole('heading', { level: 2 }).first().waitFor()
    expect((await form.boundingBox())?.y, path).toBe(before?.y)
    expect(await visitor.getByRole('link', { name: 'English' }).count()).toBe(0)
  }
})
