import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const book = `No. Register;Tanggal Diterima;Nama Pelapor;Jenis;Uraian;Status
7;3 Januari 2023;Siti Contoh;Pungli;Diminta membayar di loket Merapi.;Selesai
8;kapan-kapan;Budi Misal;Pungli;Antrean lama.;Proses
`

it('an admin brings the old book, says what its words mean, takes it over, and takes it back', async () => {
  const office = await anOpenOffice()
  const { page, goTo, press } = await aMemberOfStaff(office, 'admin', { on: phone })
  await page.getByRole('button', { name: 'Menu' }).click()
  await goTo('Buku lama')
  await page.getByText('Belum ada impor').waitFor()
  await page
    .getByLabel('Berkas buku lama')
    .setInputFiles({ name: 'register-2023.csv', mimeType: 'text/csv', buffer: Buffer.from(book) })
  await page.getByRole('heading', { name: 'Impor 1: register-2023.csv' }).waitFor()
  await page.getByText('Diminta membayar di loket Merapi.').first().waitFor()
  expect(await page.getByLabel('Tanggal diterima').inputValue()).toBe('1')
  await page.getByLabel('Kategori', { exact: true }).first().selectOption({ label: 'D: Jenis' })
  await press('Periksa semua baris')
  await page.getByText('Tanggal diterima tidak terbaca: 1 baris').waitFor()
  await page.getByLabel(/pungli/).selectOption({ index: 1 })
  await press('Periksa semua baris')
  await page.getByText('Kategori tidak dikenal').waitFor({ state: 'detached' })
  await everybodyCanUse(page)
  await press('Impor 1 pengaduan')
  await page.getByText('1 dari 2 baris menjadi pengaduan.').waitFor()
  await everybodyCanUse(page)

  const verifier = await aMemberOfStaff(office, 'verifikator', {
    at: `/admin/bagian-organisasi/cases/BOLAMA-2023-000001`,
  })
  await verifier.page.getByText('impor 1, baris 2').waitFor()
  expect(await verifier.page.getByRole('link', { name: 'Tanda terima' }).count()).toBe(0)
  await everybodyCanUse(verifier.page)
  // The page of an open case asks who else has it open, and it is gone in a moment.
  await verifier.page.close()

  await page.getByText('Urungkan impor ini').first().click()
  await page.getByLabel('Mengapa diurungkan?').fill('Tahun yang salah.')
  await press('Urungkan impor ini')
  await page.getByText('1 pengaduan ditarik kembali.').waitFor()
})
