import { expect, it } from 'vitest'
import type { PaperView } from '../../admin/api/wire.ts'
import { unitAt } from '../support/an-office.ts'
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

  const officer = await aMemberOfStaff(office, 'petugas', {
    on: phone,
    errors: [/status of 409/],
    at: `/admin/bagian-organisasi/cases/${handed.number}`,
  })
  const { page } = officer
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
  await officer.press('Simpan konsep')
  await officer.told('Konsep tersimpan.')

  // A colleague changes the report meanwhile: neither their words nor the officer's are lost.
  const colleague = await unitAt(office.address).signIn('petugas')
  const path = `/papers/${page.url().split('/').at(-1)}`
  const change = async (findings: string) => {
    const { revision, words }: PaperView = await (await colleague.get(path)).json()
    const body = JSON.stringify({ revision, words: { ...words, findings } })
    const headers = { ...colleague.headers, 'Content-Type': 'application/json' }
    expect((await fetch(`${unitAt(office.address).api}${path}`, { method: 'PUT', headers, body })).status).toBe(200)
  }
  const [findings, conclusion] = [page.getByLabel('Temuan'), page.getByLabel('Kesimpulan')]
  await conclusion.fill('Pungutan tidak dapat dibuktikan, saksi tidak ada.')
  await change('Rekan: tidak ada tanda terima uang.')
  await officer.press('Simpan konsep')
  await page.getByText('Isi ini diubah setelah Anda menulis.').waitFor()
  await page.getByText('Isi lengkap').first().click()
  await page.locator('paper-page details').getByText('Rekan: tidak ada tanda terima uang.').first().waitFor()
  expect(await conclusion.inputValue()).toBe('Pungutan tidak dapat dibuktikan, saksi tidak ada.')
  await everybodyCanUse(page)
  await page.reload()
  await page.getByText('Isi ini diubah setelah Anda menulis.').waitFor()
  await expect.poll(() => conclusion.inputValue()).toBe('Pungutan tidak dapat dibuktikan, saksi tidak ada.')
  await officer.press('Tukar dengan yang di kolom')
  await page.getByText('Tulisan Anda sebelumnya tetap disimpan:').waitFor()
  await expect.poll(() => findings.inputValue()).toBe('Rekan: tidak ada tanda terima uang.')
  await conclusion.fill('Pungutan tidak dapat dibuktikan.')
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

it('minutes that a colleague changes twice under the open form keep the words of both', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket tiga' })
  const officer = await aMemberOfStaff(office, 'petugas', {
    errors: [/status of 409/],
    at: `/admin/bagian-organisasi/cases/${handed.number}`,
  })
  const { page } = officer
  await officer.showPart('Berita acara')
  await page.getByRole('button', { name: 'Berita acara klarifikasi' }).click()
  const [place, remarks] = [page.getByLabel('Tempat'), page.getByLabel('Catatan')]
  await place.fill('Ruang rapat')
  await officer.press('Simpan konsep')
  await officer.told('Konsep tersimpan.')

  const unit = unitAt(office.address)
  const colleague = await unit.signIn('petugas')
  const path = `/papers/${page.url().split('/').at(-1)}`
  const change = async (text: string) => {
    const { revision, words }: PaperView = await (await colleague.get(path)).json()
    const body = JSON.stringify({ revision, words: { ...words, remarks: text } })
    const headers = { ...colleague.headers, 'Content-Type': 'application/json' }
    expect((await fetch(`${unit.api}${path}`, { method: 'PUT', headers, body })).status).toBe(200)
  }
  const aside = page.locator('paper-page .kept details')
  await place.fill('Ruang rapat lantai dua')
  for (const text of ['Rekan: saksi hadir.', 'Rekan: saksi hadir berdua.']) {
    await change(text)
    await officer.press('Simpan konsep')
    await aside.getByText(text, { exact: true }).waitFor({ state: 'attached' })
    expect(await place.inputValue()).toBe('Ruang rapat lantai dua')
    expect(await remarks.inputValue()).toBe('')
  }
  await officer.press('Tukar dengan yang di kolom')
  await page.getByText('Tulisan Anda sebelumnya tetap disimpan:').waitFor()
  await expect.poll(() => remarks.inputValue()).toBe('Rekan: saksi hadir berdua.')
  await aside.getByText('Ruang rapat lantai dua').waitFor({ state: 'attached' })
  await everybodyCanUse(page)
  await place.fill('Ruang rapat lantai dua')
  await officer.press('Simpan konsep')
  await officer.told('Konsep tersimpan.')
})
