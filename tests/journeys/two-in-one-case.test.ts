import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('two officers in one case see each other, and one is told what the other changed without losing a word', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(number)
  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(number)

  await head.page.getByText('Bayu Peraga juga membuka pengaduan ini.').waitFor()
  await verifier.page.getByText('Dewi Peraga juga membuka pengaduan ini.').waitFor()
  await everybodyCanUse(head.page)
  await verifier.page.getByLabel('Catatan untuk petugas').fill('Saya periksa dahulu.')
  await head.page.getByText('Bayu Peraga sedang menulis di pengaduan ini.').waitFor()
  await everybodyCanUse(head.page)

  const panel = await head.begin('Verifikasi')
  await panel.getByRole('button', { name: 'Mulai proses' }).click()
  await head.told('Pengaduan terverifikasi dan dalam proses.')
  await verifier.page.getByText(/Berubah sementara itu: Diverifikasi dan mulai ditangani, Dewi Peraga/).waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.press('Muat yang terbaru')
  await verifier.acts.getByRole('button', { name: 'Disposisi' }).waitFor()
  expect(await verifier.page.getByLabel('Catatan untuk petugas').inputValue()).toBe('Saya periksa dahulu.')

  await head.goTo('Buku register')
  await head.page.getByRole('link', { name: number }).waitFor()
  await expect.poll(() => verifier.page.getByText('Dewi Peraga juga membuka pengaduan ini.').count()).toBe(0)

  await verifier.press('Simpan catatan')
  const asked = await verifier.begin('Minta kelengkapan')
  await asked.getByRole('checkbox', { name: 'Bukti' }).check()
  await asked.getByLabel('Jelaskan kepada pelapor apa yang diperlukan').fill('Mohon foto loketnya.')
  await asked.getByRole('button', { name: 'Kirim permintaan' }).click()
  await verifier.told('Kelengkapan diminta kepada pelapor.')
  await head.page.getByText('Daftar ini sudah berubah.').waitFor({ timeout: 60_000 })
  await everybodyCanUse(head.page)
  await head.press('Tampilkan')
  await head.page.getByText('Daftar ini sudah berubah.').waitFor({ state: 'detached' })
})
