import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, pick } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('what an officer types is back after a reload and on another device, is taken back after sending, and is sent later; a complaint that they enter too', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  // Two devices write in one place.
  const verifier = await aMemberOfStaff(office, 'verifikator', { errors: [/status of 409/] })
  const { page } = verifier
  const message = page.getByLabel('Pesan kepada pelapor')
  const kept = () => page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().includes('/unsent/'))

  await verifier.openCase(number)
  const keeping = kept()
  await message.pressSequentially('Mohon kirim kuitansinya')
  await keeping
  await page.reload()
  await expect.poll(() => message.inputValue()).toBe('Mohon kirim kuitansinya')
  await everybodyCanUse(page)

  // The telephone of the same officer goes on, and the desk hears of it.
  const telephone = await aMemberOfStaff(office, 'verifikator')
  await telephone.openCase(number)
  const onTelephone = telephone.page.getByLabel('Pesan kepada pelapor')
  await expect.poll(() => onTelephone.inputValue()).toBe('Mohon kirim kuitansinya')
  const second = telephone.page.waitForResponse((one) => one.url().includes('/unsent/message') && one.status() === 200)
  await onTelephone.pressSequentially(' lewat ponsel.')
  await second
  await message.pressSequentially(' di meja.')
  await page.getByText(/Anda juga menulis di perangkat lain/).waitFor()
  await everybodyCanUse(page)
  await verifier.press('Pakai tulisan itu')
  await expect.poll(() => message.inputValue()).toBe('Mohon kirim kuitansinya lewat ponsel.')

  await verifier.press('Kirim kepada pelapor')
  await verifier.told('Dikirim dalam ')
  await verifier.press('Batalkan')
  await verifier.told('Tidak jadi dikirim.')
  await expect.poll(() => message.inputValue()).toBe('Mohon kirim kuitansinya lewat ponsel.')

  await page.getByText('Kirim nanti', { exact: true }).click()
  await page.getByRole('radio', { name: /08:00/ }).check()
  await verifier.press('Kirim kepada pelapor')
  await page
    .getByText(/Pesan kepada pelapor · .*Dikirim .*pukul|Dikirim .*08[.:]00/)
    .first()
    .waitFor()
  await everybodyCanUse(page)
  await verifier.press('Kirim sekarang')
  await verifier.told('Pesan tampil di halaman pantau pelapor.')
  await page.locator('li.office').getByText('lewat ponsel.').waitFor()

  // A letter is entered at the desk, and goes on on the telephone.
  const officer = await aMemberOfStaff(office, 'petugas', { errors: [/status of 409/] })
  const story = officer.page.getByLabel('Uraian kejadian')
  const intakeKept = (on: Page) =>
    on.waitForResponse((one) => one.request().method() === 'PUT' && one.url().includes('/intake-unsent/') && one.ok())
  await officer.goTo('Terima pengaduan')
  await officer.page.getByRole('radio', { name: 'Dengan identitas' }).check()
  await officer.page.getByLabel('Nama', { exact: true }).fill('Tono Umpama')
  const first = intakeKept(officer.page)
  await story.fill('Berkas hilang di loket.')
  await pick(officer.page, officer.page.getByRole('button', { name: 'Pilih berkas' }), aPhoto)
  await officer.page.getByText('Terunggah').waitFor()
  await first
  const withFile = intakeKept(officer.page)
  await story.fill('Berkas hilang di loket itu.')
  await withFile
  await officer.page.reload()
  await expect.poll(() => story.inputValue()).toBe('Berkas hilang di loket itu.')
  await officer.page.getByRole('checkbox', { name: aPhoto.name }).waitFor()

  const onTheWay = await aMemberOfStaff(office, 'petugas', { errors: [/status of 409/] })
  await onTheWay.page.getByRole('link', { name: 'Ada tulisan Anda: 1 pengaduan belum dicatat' }).click()
  await onTheWay.press('Lanjutkan')
  const there = onTheWay.page.getByLabel('Uraian kejadian')
  await expect.poll(() => there.inputValue()).toBe('Berkas hilang di loket itu.')
  const later = intakeKept(onTheWay.page)
  await there.fill('Berkas hilang di loket 2.')
  await later
  await story.fill('Berkas hilang kemarin.')
  await officer.page.getByText(/Anda juga menulis di perangkat lain/).waitFor()
  await everybodyCanUse(officer.page)
  await officer.press('Pakai tulisan itu')
  await expect.poll(() => story.inputValue()).toBe('Berkas hilang di loket 2.')
  await officer.page.getByLabel('Kategori').selectOption('Maladministrasi')
  await officer.press('Periksa')
  await officer.page.getByText('Tono Umpama').first().waitFor()
  await officer.press('Catat dan cetak tanda terima')
  await officer.page.getByRole('region', { name: 'Pengaduan tercatat' }).waitFor()
  await there.fill('Berkas hilang di loket 3.')
  await onTheWay.told('Isian ini sudah dicatat atau dibuang di perangkat lain.')
  await officer.press('Orang berikutnya')
  await officer.page.reload()
  await expect.poll(() => story.inputValue()).toBe('')
})
