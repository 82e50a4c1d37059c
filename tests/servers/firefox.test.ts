import { afterAll, expect, it } from 'vitest'
import { followUp } from '../journeys/pages/follow-up.ts'
import { aPhoto, complaintForm, siti } from '../journeys/pages/visitor.ts'
import { aVisitor, phone } from '../journeys/support/a-person.ts'
import { takeFirefox } from '../journeys/support/browser.ts'
import { firefoxPath } from '../journeys/support/firefox.ts'
import { aFolder } from '../support/a-folder.ts'
import { startProcess } from '../support/a-running-service.ts'

const firefox = firefoxPath()
if (!firefox && process.env.CI_REQUIRE_FIREFOX === '1') throw new Error('There is no Firefox.')

if (!firefox) {
  it.skip('visitors file and follow in Firefox ESR (there is no Firefox; Debian calls it firefox-esr)', () => {})
} else {
  takeFirefox(firefox)
  const service = await startProcess({ DATA_DIR: await aFolder(), LIMITS: 'off' })
  const office = { address: service.url.replace('127.0.0.1', 'localhost') }
  afterAll(() => service.stop())

  it('in Firefox a visitor files with a name and a photo, and follows without typing', async () => {
    const visitor = await aVisitor(office)
    await visitor.goto('/demo/')
    const form = complaintForm(visitor)
    await form.choosePrivacy('Dengan identitas')
    await form.chooseCategory('Pungutan lain-lain oleh petugas')
    await form.next()
    await form.panel.getByRole('link', { name: 'Pokok pengaduan belum diisi.' }).waitFor()
    await form.tell('Diminta uang saat mengambil surat')
    await form.addEvidence(aPhoto)
    await form.skipEvidence()
    await form.introduce(siti)
    await form.panel.getByText(aPhoto.name).first().waitFor()
    await form.agree()
    await form.send()
    const handed = await form.receipt()
    expect(handed.code).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/)
    await form.panel.getByRole('button', { name: 'Pantau pengaduan' }).click()
    await form.panel.getByRole('heading', { name: `Pengaduan ${handed.number}` }).waitFor()
  })

  it('in Firefox a visitor without identity goes back a step, reloads, files, and comes back with number and code', async () => {
    const visitor = await aVisitor(office, { on: phone })
    visitor.on('dialog', (dialog) => void dialog.accept())
    await visitor.goto('/t/bagian-organisasi')
    const form = complaintForm(visitor)
    await form.choosePrivacy('Tanpa identitas')
    await form.chooseCategory('Pungutan lain-lain oleh petugas')
    await form.tell('Uang muka untuk stempel')
    await visitor.goBack()
    await form.step('Apa yang terjadi').waitFor()
    expect(await form.panel.getByLabel('Pokok pengaduan').inputValue()).toBe('Uang muka untuk stempel')
    await visitor.reload()
    await form.step('Apa yang terjadi').waitFor()
    expect(await form.panel.getByLabel('Pokok pengaduan').inputValue()).toBe('Uang muka untuk stempel')
    await form.next()
    await form.skipEvidence()
    await form.next()
    await form.step('Periksa dan kirim').waitFor()
    await form.agree()
    await form.send()
    const handed = await form.receipt()
    const follow = followUp(visitor)
    await follow.open({ number: handed.number.toLowerCase(), code: handed.code.toLowerCase().replaceAll('-', ' ') })
    await follow.status('Diterima')
  })

  it('in Firefox the form without scripts takes a complaint with a file', async () => {
    const visitor = await aVisitor(office, { on: phone })
    await visitor.goto('/t/bagian-organisasi/form')
    const form = visitor.getByRole('main')
    await form.getByRole('radio', { name: 'Tanpa identitas' }).check()
    await form.getByRole('radio', { name: 'Maladministrasi' }).check()
    await form.getByLabel('Pokok pengaduan').fill('Surat salah nama')
    await form.getByLabel('Uraian kejadian').fill('Nama saya salah ditulis.')
    await form.getByLabel('Pilih berkas').setInputFiles(aPhoto)
    await form.getByRole('group', { name: 'Pernyataan' }).getByRole('checkbox').check()
    await form.getByRole('button', { name: 'Kirim pengaduan' }).click()
    await form.getByRole('heading', { name: 'Pengaduan diterima' }).waitFor()
  })

  it('in Firefox “Keluar cepat” leaves the page at once, and nothing that was typed is there afterwards', async () => {
    const visitor = await aVisitor(office, { on: phone })
    await visitor.goto('/t/bagian-organisasi')
    const form = complaintForm(visitor)
    await form.choosePrivacy('Tanpa identitas')
    await form.chooseCategory('Pungutan lain-lain oleh petugas')
    await form.panel.getByLabel('Pokok pengaduan').fill('Rahasia')
    await form.panel.getByRole('button', { name: 'Keluar cepat' }).click()
    await visitor.waitForURL((address) => !address.href.startsWith(office.address))
    await visitor.goto('/t/bagian-organisasi')
    await form.step('Pilih kerahasiaan identitas').waitFor()
  })
}
