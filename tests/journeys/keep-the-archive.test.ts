import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolderForData } from '../support/a-running-service.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { aPng } from '../support/some-files.ts'
import { someOldCases } from '../support/some-old-cases.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut, siti } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

type StaffRoom = Awaited<ReturnType<typeof aMemberOfStaff>>

/** The request for this case among those on the page about two persons. */
const requestFor = ({ page }: StaffRoom, number: string) =>
  page.locator('approval-card').filter({ has: page.getByRole('link', { name: number }) })

it('an officer proposes, the head agrees, it is destroyed, and the reporter’s page says so', async () => {
  const folder = await aFolderForData()
  const [old, held] = await someOldCases(folder, [{}, { subject: 'Perkara yang masih berjalan' }], aPng)
  const office = await anOpenOffice({ DATA_DIR: folder })

  const head = await aMemberOfStaff(office, 'kepala', { at: `/admin/bagian-organisasi/cases/${held!.number}` })
  await head.reachCase()
  await head.showPart('Masa simpan')
  await head.page.getByRole('heading', { name: 'Masa simpan' }).waitFor()
  await head.press('Tangguhkan pemusnahan')
  await head.page.getByLabel('Alasan', { exact: true }).fill('Perkara di PTUN belum diputus.')
  await everybodyCanUse(head.page)
  await head.press('Tangguhkan pemusnahan')
  await head.page.getByText('Perkara di PTUN belum diputus.').first().waitFor()
  await everybodyCanUse(head.page)

  const officer = await aMemberOfStaff(office, 'verifikator')
  await officer.goTo('Retensi')
  await officer.page.getByRole('heading', { name: 'Habis masa simpan' }).waitFor()
  await everybodyCanUse(officer.page)
  const due = officer.page.locator('due-list[act=destroy-cases]')
  expect(await due.getByRole('checkbox').count()).toBe(2)
  expect(await readOut(officer.page.getByRole('region', { name: 'Ditahan' }))).toContain(held!.number)
  await due.getByRole('checkbox', { name: old!.number }).check()
  await due.getByLabel('Dasar pemusnahan').fill('Keputusan Kepala Bagian 45/2026')
  await due.getByRole('button', { name: 'Usulkan pemusnahan' }).click()
  await officer.told('Usul terkirim.')

  await officer.goTo('Persetujuan dua orang')
  const mine = requestFor(officer, old!.number)
  await mine.getByText('Diputuskan orang lain, bukan peminta.').waitFor()
  expect(await mine.getByRole('button', { name: 'Setujui' }).count()).toBe(0)

  await head.goTo('Persetujuan dua orang')
  const theirs = requestFor(head, old!.number)
  await theirs.getByLabel('Alasan keputusan').fill('Sudah diperiksa dengan JRA.')
  await everybodyCanUse(head.page)
  await theirs.getByRole('button', { name: 'Setujui' }).click()
  await theirs.getByText('Disetujui, belum dilakukan').waitFor()

  await officer.page.reload()
  await mine.getByText('dimusnahkan selamanya').waitFor()
  await everybodyCanUse(officer.page)
  await mine.getByRole('button', { name: 'Musnahkan sekarang' }).click()
  await mine.getByText('Sudah dilakukan').waitFor()
  await officer.goTo('Retensi')
  const record = officer.page.getByRole('link', { name: /Unduh catatan pemusnahan BA-BO-/ })
  await record.waitFor()
  await everybodyCanUse(officer.page)
  const [download] = await Promise.all([officer.page.waitForEvent('download'), record.click()])
  expect(download.suggestedFilename()).toMatch(/^BA-BO-\d{4}-0001\.pdf$/)

  await officer.page.goto('/admin/bagian-organisasi/cases?status=ended')
  await officer.page.getByText('Isi sudah dimusnahkan').waitFor()
  await officer.page.getByRole('link', { name: old!.number }).click()
  await officer.page.getByRole('heading', { name: 'Isi pengaduan ini sudah dimusnahkan' }).waitFor()
  await everybodyCanUse(officer.page)
  expect(await readOut(officer.page.getByRole('main'))).not.toMatch(/Siti|loket/)

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open({ number: old!.number, code: old!.trackingCode })
  await follow.panel.getByText('dimusnahkan menurut catatan pemusnahan BA-BO-').waitFor()
  await everybodyCanUse(follow.panel.page())
  expect(await follow.panel.getByRole('button', { name: 'Cabut' }).count()).toBe(0)
})

it('the head asks, the Inspektorat agrees, and the head takes the register and opens an identity', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const head = await aMemberOfStaff(office, 'kepala')
  const auditor = await aMemberOfStaff(office, 'inspektorat')
  const cardOf = ({ page }: typeof head, act: string) => page.locator('approval-card').filter({ hasText: act })

  await head.goTo('Buku register')
  await head.page.getByRole('link', { name: 'Ekspor register…' }).click()
  await head.page.getByRole('heading', { name: 'Belum ada permintaan' }).waitFor()
  await head.page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
  await head.page.getByLabel('Diterima sejak').fill('2026-01-01')
  await head.page.getByRole('textbox', { name: 'Tujuan' }).fill('Laporan semester kepada Bupati.')
  await everybodyCanUse(head.page)
  await head.press('Minta persetujuan')
  await cardOf(head, 'Ekspor register').getByText('Menunggu orang kedua').waitFor()
  await head.press('Minta persetujuan')
  await head.page.getByLabel('Untuk apa').selectOption('Membuka beberapa identitas')
  await head.page.getByLabel('Nomor pengaduan').fill(number)
  await head.page.getByRole('textbox', { name: 'Tujuan' }).fill('Pelapor diundang ke mediasi.')
  await head.press('Minta persetujuan')
  await cardOf(head, 'Membuka beberapa identitas').getByText('Menunggu orang kedua').waitFor()

  await auditor.goTo('Persetujuan dua orang')
  for (const act of ['Ekspor register', 'Membuka beberapa identitas']) {
    const card = cardOf(auditor, act)
    await card.getByLabel('Alasan keputusan').fill('Sudah ditimbang.')
    await card.getByRole('button', { name: 'Setujui' }).click()
    await card.getByText('Disetujui, belum dilakukan').waitFor()
  }

  await head.page.reload()
  await cardOf(head, 'Ekspor register').getByText('Tanpa identitas · Diterima sejak 1 Jan 2026').waitFor()
  const take = cardOf(head, 'Ekspor register').getByRole('button', { name: 'XLSX' })
  const [download] = await Promise.all([head.page.waitForEvent('download'), take.click()])
  expect(download.suggestedFilename()).toBe('buku-register-bagian-organisasi-2026-01-01-sd-kini.xlsx')
  const [sheet] = readWorkbook(await readFile(await download.path()))
  expect(sheet?.rows.at(-1)).toMatchObject({ A: 1, B: number, E: 'Dengan identitas' })
  await cardOf(head, 'Ekspor register').getByText('Sudah dilakukan').waitFor()
  const opening = cardOf(head, 'Membuka beberapa identitas')
  await opening.getByRole('button', { name: `Buka identitas ${number}` }).click()
  await opening.getByText(siti.name).waitFor()
  await everybodyCanUse(head.page)
  await opening.getByRole('button', { name: 'Sembunyikan' }).click()
  expect(await opening.getByText(siti.name).count()).toBe(0)
})

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
