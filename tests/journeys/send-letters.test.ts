import { expect, it } from 'vitest'
import { letterOffice } from '../support/a-letter-office.ts'
import { unitAt } from '../support/an-office.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('letters go from drafts by way of approval and print to the post, several at once', async () => {
  const office = await anOpenOffice()
  const atWork = {
    unit: (unit?: string) => unitAt(office.address, unit),
    staff: (mailbox: string, unit?: string) => unitAt(office.address, unit).signIn(mailbox),
  }
  expect((await setLetters(atWork, lettersOn)).status).toBe(200)
  const [first, second] = [await letterOffice(atWork).aDraft(), await letterOffice(atWork).aDraft()]

  const unit = await atWork.staff('petugas')
  for (const { number } of [first, second]) await unit.case(number)
  const officer = await aMemberOfStaff(office, 'petugas', { errors: [/status of 409/] })
  await officer.goTo('Surat')
  await officer.page.getByRole('link', { name: 'Naskah 2' }).click()
  await officer.page.getByRole('link', { name: first.number }).waitFor()
  await everybodyCanUse(officer.page)
  await officer.page.getByRole('button', { name: `Lihat Pesan petugas, ${second.number}` }).click()
  const sheet = officer.page.getByRole('article', { name: 'Pratinjau surat' })
  await sheet.getByText('Kepala Bagian Organisasi').waitFor()
  expect(await sheet.textContent()).not.toMatch(/Siti Contoh|Jalan Misal/)
  await everybodyCanUse(officer.page)
  await officer.press('Ubah naskah')
  // A reload in the midst of it loses no word.
  const kept = officer.page.waitForResponse(
    (one) => one.request().method() === 'PUT' && one.url().includes('/unsent/letter-') && one.ok(),
  )
  await officer.page.getByLabel('Lampiran').fill('1 (satu) berkas')
  await kept
  // A colleague changes the same letter meanwhile: neither their words nor the officer's are lost.
  expect((await letterOffice(atWork).edit('verifikator', second.id, { subject: 'Jam loket yang baru' })).status).toBe(
    200,
  )
  await officer.page.reload()
  await officer.page.getByRole('button', { name: `Lihat Pesan petugas, ${second.number}` }).click()
  await officer.press('Ubah naskah')
  await officer.page.getByText('Tulisan Anda yang belum disimpan ada di sini.').waitFor()
  const [subject, enclosures] = [officer.page.getByLabel('Hal', { exact: true }), officer.page.getByLabel('Lampiran')]
  const theirs = officer.page.getByText('Isi ini diubah setelah Anda menulis.')
  const mine = officer.page.getByText('Tulisan Anda sebelumnya tetap disimpan:')
  const aside = (words: string) => officer.page.locator('letter-form blockquote').filter({ hasText: words })
  await theirs.waitFor()
  await aside('Jam loket yang baru').waitFor()
  await expect.poll(() => enclosures.inputValue()).toBe('1 (satu) berkas')
  await everybodyCanUse(officer.page)
  await officer.press('Tukar dengan yang di kolom')
  await mine.waitFor()
  await expect.poll(() => subject.inputValue()).toBe('Jam loket yang baru')
  await aside('1 (satu) berkas').waitFor()
  // Neither is lost by leaving now, nor where the letter is changed once more under the open form.
  await officer.page.reload()
  await officer.page.getByRole('button', { name: `Lihat Pesan petugas, ${second.number}` }).click()
  await officer.press('Ubah naskah')
  await mine.waitFor()
  await aside('1 (satu) berkas').waitFor()
  await expect.poll(() => subject.inputValue()).toBe('Jam loket yang baru')
  await officer.press('Tukar dengan yang di kolom')
  await theirs.waitFor()
  await expect.poll(() => enclosures.inputValue()).toBe('1 (satu) berkas')
  await subject.fill('Jam loket dan berkas')
  expect((await letterOffice(atWork).edit('kepala', second.id, { subject: 'Jam loket hari Jumat' })).status).toBe(200)
  await officer.press('Simpan naskah')
  await aside('Jam loket hari Jumat').waitFor()
  expect(await subject.inputValue()).toBe('Jam loket dan berkas')
  await everybodyCanUse(officer.page)
  // On a slow line the list comes anew only after the officer has gone on.
  let letListCome = () => {}
  const listMayCome = new Promise<void>((come) => {
    letListCome = come
  })
  await officer.page.route(/\/letters\?/, (route) => listMayCome.then(() => route.continue()))
  await officer.press('Simpan naskah')
  await sheet.getByText('1 (satu) berkas').waitFor()
  await officer.press('Tutup')
  await officer.page.getByLabel('Pilih semua').check()
  await officer.press('Ajukan persetujuan')
  await officer.told('Diajukan kepada pimpinan.')
  letListCome()

  const head = await aMemberOfStaff(office, 'kepala')
  await head.goTo('Surat')
  await head.page.getByRole('link', { name: 'Menunggu persetujuan 2' }).click()
  await head.page.getByLabel('Pilih semua').check()
  await head.press('Setujui')
  await head.told('Disetujui dan diberi nomor.')

  await officer.page.getByRole('link', { name: 'Siap dicetak' }).click()
  await officer.page.getByText('Pesan petugas · 001/BO/').waitFor()
  const printed = officer.page.waitForEvent('download')
  await officer.page.getByRole('button', { name: 'Cetak', exact: true }).click()
  expect((await printed).suggestedFilename()).toBe('surat.pdf')
  await officer.page.getByRole('link', { name: 'Siap dikirim 2' }).click()
  await officer.page.getByText('Pesan petugas · 002/BO/').waitFor()
  await officer.press('Sudah dikirim')
  await officer.page.getByLabel('Nomor resi, 001/BO/').fill('POS-0001')
  await everybodyCanUse(officer.page)
  await officer.page.locator('step-form').getByRole('button', { name: 'Sudah dikirim' }).click()
  await officer.told('Dicatat sudah dikirim.')

  await officer.page.getByRole('link', { name: 'Dikirim 2', exact: true }).click()
  await officer.page.getByText('resi POS-0001').waitFor()
  await officer.page.getByRole('link', { name: first.number }).click()
  await officer.showPart('Surat dan pemberitahuan')
  await officer.page.getByRole('heading', { name: 'Surat', exact: true }).waitFor()
  await officer.page
    .locator('case-letters')
    .getByRole('button', { name: /^Lihat 00/ })
    .click()
  await officer.press('Kembali ke kantor')
  await officer.page.getByLabel('Sebab kembali').selectOption('Sudah pindah')
  await everybodyCanUse(officer.page)
  await officer.page.locator('step-form').getByRole('button', { name: 'Kembali ke kantor' }).click()
  await officer.told('Dicatat kembali.')
  await officer.page
    .locator('case-identity')
    .getByText(/Surat 00\d\/BO\//)
    .first()
    .waitFor({ state: 'attached' })
})

it('the letters of a case that an officer words nothing in cost two presses a day', async () => {
  const office = await anOpenOffice()
  const atWork = {
    unit: (unit?: string) => unitAt(office.address, unit),
    staff: (mailbox: string, unit?: string) => unitAt(office.address, unit).signIn(mailbox),
  }
  expect((await setLetters(atWork, lettersOn)).status).toBe(200)
  const receipts = [await letterOffice(atWork).aReceipt(), await letterOffice(atWork).aReceipt()]

  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.goTo('Surat')
  await officer.page.getByText('2 dipilih').waitFor()
  const printed = officer.page.waitForEvent('download')
  await officer.press('Cetak 2 surat dan catat dikirim hari ini')
  await printed
  await officer.told('Dicatat sudah dikirim.')
  await everybodyCanUse(officer.page)

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(receipts[0]?.number ?? '')
  const verify = await head.begin('Verifikasi')
  await verify.getByText('seseorang perlu mencetak').waitFor()
})
