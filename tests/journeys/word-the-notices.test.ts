import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** The browser tells of each answer that is a no. */
const refused = /status of 409/

it('an admin words the receipt, is kept from telling too much, and the next reporter reads it; then ours is back', async () => {
  const office = await anOpenOffice()
  const { page, goTo, press, told } = await aMemberOfStaff(office, 'admin', { errors: [refused] })
  await goTo('Teks')
  const receipt = page.getByRole('listitem').filter({ hasText: 'Pengaduan diterima' })
  await receipt.getByRole('link', { name: 'Surel' }).waitFor()
  await everybodyCanUse(page)

  await receipt.getByRole('link', { name: 'Surel' }).click()
  const text = page.getByLabel('Isi', { exact: true })
  const preview = page.getByRole('region', { name: 'Tampilan bagi pelapor' })
  await preview.getByText('Pengaduan BO-2026-000123 sudah kami terima').waitFor()
  await page.getByLabel('Perihal').fill('Kabar dari Bagian Organisasi')
  await text.fill('Matur nuwun. Pengaduan {nomor} ada pada kami: {tautan}\n\nKeadaannya: ')
  await press('Sisipkan Status (perlu izin: Ditambah status dan tanggal)')
  await preview.getByText('Keadaannya: Dalam proses penyelesaian').waitFor()
  await page.getByText('{status} tidak akan terkirim').waitFor()
  await everybodyCanUse(page)
  await press('Simpan')
  await page.getByText('Teks ini memuat lebih banyak daripada yang diizinkan untuk salurannya.').waitFor()

  await text.fill('Matur nuwun. Pengaduan {nomor} ada pada kami: {tautan}')
  await preview.getByText('Matur nuwun. Pengaduan BO-2026-000123 ada pada kami').waitFor()
  await press('Simpan')
  await told('Tersimpan.')

  const newestMail = async () => {
    await page.reload()
    await page.getByText('Belum ada surel').or(page.getByRole('list')).first().waitFor()
    const mails = page.getByRole('navigation', { name: 'Surel yang tidak dikirim' }).locator('strong')
    return (await mails.allInnerTexts())[0]
  }
  await goTo('Kotak percobaan')
  const { number } = await aComplaint(office)
  await expect.poll(newestMail).toBe('Kabar dari Bagian Organisasi')
  await page.getByRole('button', { name: 'Kabar dari Bagian Organisasi' }).click()
  await page.getByText(`Matur nuwun. Pengaduan ${number} ada pada kami`).waitFor()

  await goTo('Teks')
  await receipt.getByRole('link', { name: 'Surel Milik unit' }).click()
  await page.getByText('Ani Peraga').first().waitFor()
  await press('Kembali ke bawaan')
  await told('Teks bawaan dipakai lagi.')
  const next = await aComplaint(office)
  await goTo('Kotak percobaan')
  await expect.poll(newestMail).toBe(`Pengaduan ${next.number} sudah kami terima`)
})
