import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer writes minutes and a report; the head approves the report, and the reporter sees neither', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket dua' })

  const officer = await aMemberOfStaff(office, 'petugas', { on: phone })
  const { page } = officer
  await page.goto(`/admin/bagian-organisasi/cases/${handed.number}`)
  await officer.showPart('Berita acara')
  await page.getByRole('button', { name: 'Berita acara klarifikasi' }).click()
  await page.getByLabel('Tanggal').fill('2026-11-24')
  await page.getByLabel('Tempat').fill('Ruang rapat')
  await officer.press('Tambah orang')
  await page.getByLabel('Nama').fill('Budi Misal')
  await officer.press('Tambah pertanyaan')
  const first = page.getByRole('group', { name: 'Pertanyaan 1' })
  await first.getByLabel('Pertanyaan').fill('Apakah Saudara bertugas di loket dua?')
  await first.getByLabel('Jawaban').fill('Ya, sampai pukul dua belas.')
  await everybodyCanUse(page)
  await officer.press('Selesaikan dan beri nomor')
  await officer.told('Berita acara selesai.')
  await page
    .getByText(/BA\/001\//)
    .first()
    .waitFor()
  await everybodyCanUse(page)

  await page.getByRole('link', { name: `Kembali ke ${handed.number}` }).click()
  await officer.showPart('Berita acara')
  await page.getByRole('button', { name: 'Laporan hasil pemeriksaan' }).click()
  await page.getByLabel('Temuan').fill('Tidak ada tanda terima uang.')
  await page.getByLabel('Kesimpulan').fill('Pungutan tidak dapat dibuktikan.')
  await page.getByLabel('Hasil').selectOption('Bukti tidak cukup')
  await page.getByLabel('Rekomendasi').fill('Pasang tarif layanan di loket.')
  await officer.press('Ajukan ke pimpinan')
  await officer.told('Laporan diajukan ke pimpinan.')

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(handed.number)
  await head.showPart('Berita acara')
  await head.page.getByRole('link', { name: 'Buka Laporan hasil pemeriksaan' }).click()
  await head.page.getByText('Pungutan tidak dapat dibuktikan.').first().waitFor()
  await everybodyCanUse(head.page)
  await head.press('Setujui dan beri nomor')
  await head.told('Laporan disetujui.')
  await head.page
    .getByText(/LHP\/001\//)
    .first()
    .waitFor()

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.status('Diterima')
  const shown = await readOut(follow.panel)
  for (const kept of ['Budi Misal', 'LHP/001', 'Pungutan tidak dapat dibuktikan']) expect(shown).not.toContain(kept)
})
