import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the head looks at the figures of four months, writes to them, signs the report and takes it away', async () => {
  const office = await anOpenOffice()
  await unitAt(office.address).file()
  const { page, goTo, press, told } = await aMemberOfStaff(office, 'kepala')
  await goTo('Laporan evaluasi')
  const reports = page.getByRole('list', { name: 'Laporan dua tahun terakhir' })
  await reports.getByRole('link').first().click()
  await page.getByText('Laporan dapat diselesaikan setelah caturwulannya berakhir.').waitFor()
  await everybodyCanUse(page)
  await page.locator('evaluation-page').getByRole('link', { name: 'Laporan evaluasi' }).click()

  await reports.getByRole('link').nth(1).click()
  await page.getByLabel('Perubahan di kantor karena pengaduan').fill('Papan tarif dipasang di kedua loket.')
  await page.getByText('Simpan draf dahulu.').waitFor()
  await page.locator('evaluation-page').getByRole('link', { name: 'Laporan evaluasi' }).click()
  await page.getByRole('button', { name: 'Tetap di sini' }).click()
  await press('Simpan draf')
  await told('Draf tersimpan.')
  await press('Selesaikan')
  await page.locator('signing-form [aria-invalid]').first().waitFor()
  await page.getByLabel('Nomor surat').fill('045/12/2026')
  await press('Selesaikan')
  await page.getByText(/^Ditandatangani .*, nomor 045\/12\/2026\./).waitFor()
  expect(await page.getByRole('button', { name: 'Simpan draf' }).count()).toBe(0)
  await everybodyCanUse(page)

  const take = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ])
    return readFile(await download.path())
  }
  expect((await take('Unduh PDF')).subarray(0, 5).toString()).toBe('%PDF-')
  const sheets = readWorkbook(await take('Unduh XLSX'))
  expect(sheets[2]?.rows[2]?.B).toBe('Papan tarif dipasang di kedua loket.')
}, 120_000)
