import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { EvaluationView } from '../../service/contract/figures.ts'
import { unitAt } from '../support/an-office.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the head looks at the figures of four months, writes to them, signs the report and takes it away', async () => {
  const office = await anOpenOffice()
  await unitAt(office.address).file()
  const { page, goTo, press, told } = await aMemberOfStaff(office, 'kepala', { errors: [/status of 409/] })
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
  // What was typed is kept, so nobody is asked whether to leave.
  await reports.getByRole('link').nth(1).click()
  await expect
    .poll(() => page.getByLabel('Perubahan di kantor karena pengaduan').inputValue())
    .toBe('Papan tarif dipasang di kedua loket.')
  // A colleague who may write it too saves meanwhile, from another device: neither text is lost.
  const colleague = await unitAt(office.address).signIn('kepala')
  const path = `/evaluations/${page.url().split('/').at(-1)}`
  const write = async (foreword: string) => {
    const view: EvaluationView = await (await colleague.get(path)).json()
    const { revision, changes, analysis, followUp } = view
    const body = JSON.stringify({ revision, foreword, changes, analysis, followUp })
    const headers = { ...colleague.headers, 'Content-Type': 'application/json' }
    expect((await fetch(`${unitAt(office.address).api}${path}`, { method: 'PUT', headers, body })).status).toBe(200)
  }
  const foreword = page.getByLabel('Pengantar')
  const changes = page.getByLabel('Perubahan di kantor karena pengaduan')
  const aside = page.locator('evaluation-page blockquote')
  await write('Dibuat oleh rekan.')
  await press('Simpan draf')
  await page.getByText('Isi ini diubah setelah Anda menulis.').waitFor()
  await aside.getByText('Dibuat oleh rekan.').waitFor()
  expect(await changes.inputValue()).toBe('Papan tarif dipasang di kedua loket.')
  await everybodyCanUse(page)
  await page.reload()
  await aside.getByText('Dibuat oleh rekan.').waitFor()
  await expect.poll(() => changes.inputValue()).toBe('Papan tarif dipasang di kedua loket.')
  // And once more, under the open form.
  await write('Disusun ulang oleh rekan.')
  await press('Simpan draf')
  await aside.getByText('Disusun ulang oleh rekan.').waitFor()
  expect(await changes.inputValue()).toBe('Papan tarif dipasang di kedua loket.')
  expect(await foreword.inputValue()).toBe('')
  await press('Tukar dengan yang di kolom')
  await page.getByText('Tulisan Anda sebelumnya tetap disimpan:').waitFor()
  await expect.poll(() => foreword.inputValue()).toBe('Disusun ulang oleh rekan.')
  await aside.getByText('Papan tarif dipasang di kedua loket.').waitFor()
  await changes.fill('Papan tarif dipasang di kedua loket.')
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
})
