import { expect, it } from 'vitest'
import { officeDay } from '../support/office-days.ts'
import { readPdf } from '../support/read-pdf.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, pick, readTerm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer enters a letter that lay since last week by its own date, and posts a printed number and code', async () => {
  const office = await anOpenOffice()
  const officer = await aMemberOfStaff(office, 'petugas', { errors: [/status of 400/] })
  const { page, press } = officer
  await officer.goTo('Terima pengaduan')
  const day = officeDay(-7)
  await page.getByLabel('Tanggal diterima').fill('2020-01-02')
  await page.getByLabel('Nomor surat').fill('045/LSM/2026')
  await everybodyCanUse(page)
  await press('Periksa')
  await page.getByText('Isian ini perlu diisi.').first().waitFor()
  await everybodyCanUse(page)

  await page.getByRole('radio', { name: 'Dengan identitas' }).check()
  await page.getByLabel('Nama', { exact: true }).fill('Tono Umpama')
  await page.getByLabel(/^Alamat/).fill('Jalan Misal 7')
  await page.getByRole('checkbox', { name: 'Surat' }).waitFor()
  await page.getByLabel('Kategori').selectOption('Maladministrasi')
  await page
    .getByLabel('Uraian kejadian')
    .fill('Berkas hilang di loket. Saya menyerahkannya hari Senin, dan tidak ditemukan hari Rabu.')
  await page.getByLabel('Di mana?').fill('Loket 2')
  await pick(page, page.getByRole('button', { name: 'Pilih berkas' }), aPhoto)
  await page.getByText('Terunggah').waitFor()
  await press('Periksa')

  const readBack = page.getByRole('region', { name: 'Periksa sebelum dicatat' })
  for (const spoken of [
    'Berkas hilang di loket',
    'tidak ditemukan hari Rabu',
    aPhoto.name,
    'Tono Umpama',
    'Maladministrasi',
  ])
    await readBack.getByText(spoken).first().waitFor()
  await everybodyCanUse(page)
  expect(await readBack.getByRole('checkbox').count()).toBe(0)
  await press('Catat dan cetak tanda terima')
  await page.getByText('Tanggal ini lebih dari setahun yang lalu.').waitFor()
  await page.getByLabel('Tanggal diterima').fill(day)
  await page.getByLabel('Pokok pengaduan').fill('Berkas permohonan hilang di loket')
  await press('Periksa')
  await readBack.getByText('Berkas permohonan hilang di loket').waitFor()
  await press('Catat dan cetak tanda terima')

  const receipt = page.getByRole('region', { name: 'Pengaduan tercatat' })
  await receipt.waitFor()
  await everybodyCanUse(page)
  const handed = { number: await readTerm(receipt, 'Nomor pengaduan'), code: await readTerm(receipt, 'Kode lacak') }

  // What comes out of the printer: number and code, and not the screen around them.
  await page.emulateMedia({ media: 'print' })
  expect(await receipt.getByText(handed.code).isVisible()).toBe(true)
  expect(await page.getByText('Bagian Organisasi Sekretariat Daerah').first().isVisible()).toBe(true)
  expect(await page.getByRole('navigation').count()).toBe(0)
  expect(await page.getByRole('button').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })

  const address = await receipt.getByRole('link', { name: 'Tanda terima resmi (PDF)' }).getAttribute('href')
  const pdf = await page.request.get(address!)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  const { text } = readPdf(await pdf.body())
  for (const printed of [handed.number, 'T… U…', '045/LSM/2026', 'Citra Peraga']) expect(text).toContain(printed)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.panel.getByText('Berkas permohonan hilang di loket').first().waitFor()

  await press('Orang berikutnya')
  expect(await page.getByLabel('Pokok pengaduan').inputValue()).toBe('')
})
