import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readPdf } from '../support/read-pdf.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { resizeWindow } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer on their first day reads what to do beside the page, goes on working, and takes the guide along', async () => {
  const office = await anOpenOffice()
  const { page } = await aMemberOfStaff(office, 'verifikator')
  await page.getByRole('heading', { name: 'Hari ini', level: 1 }).waitFor()
  const button = page.getByRole('button', { name: 'Panduan halaman ini' })
  const guide = page.getByRole('complementary', { name: 'Panduan halaman ini' })

  await button.click()
  await guide.getByRole('heading', { name: 'Hari ini: mulai dari sini', level: 3 }).waitFor()
  expect(await guide.getByRole('heading', { level: 2 }).evaluate((one) => one.matches(':focus'))).toBe(true)
  await everybodyCanUse(page)

  // The page stays in use, and the guide follows to the next one.
  await page.getByRole('navigation', { name: 'Halaman', exact: true }).getByRole('link', { name: 'Pengaduan' }).click()
  await guide.getByRole('heading', { name: 'Mencari pengaduan', level: 3 }).waitFor()
  await guide.getByText('Berlatih dahulu').click()
  await guide.getByText(/cari bagian “Latihan”/).waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    guide.getByRole('link', { name: 'Unduh sebagai PDF' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('petugas-verifikasi.pdf')
  const { pages, text } = readPdf(await readFile(await file.path()))
  expect(pages).toBe(2)
  expect(text).toContain('Memverifikasi')

  await page.keyboard.press('Escape')
  await guide.waitFor({ state: 'hidden' })
  expect(await button.evaluate((one) => one.matches(':focus'))).toBe(true)
  await page.keyboard.press('h')
  await expect.poll(() => guide.getByRole('heading', { level: 2 }).evaluate((one) => one.matches(':focus'))).toBe(true)
  await page.keyboard.press('Escape')
  // "?" still lists the keys, the guide's own among them.
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Pintasan papan ketik' })
  await keys.waitFor()
  await page.locator('desk-keys').getByText('Panduan halaman ini').waitFor()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'hidden' })

  await resizeWindow(page, { width: 390, height: 844 })
  await button.click()
  await guide.waitFor()
  await everybodyCanUse(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

it('an officer practises with a complaint of their own, and finds nothing of it among the real ones', async () => {
  const office = await anOpenOffice()
  const { page: desk } = await aMemberOfStaff(office, 'verifikator', { at: '/admin/account' })
  const [page] = await Promise.all([
    desk.context().waitForEvent('page'),
    desk.getByRole('link', { name: /^Buka latihan/ }).click(),
  ])
  const band = page.getByRole('complementary', { name: 'Latihan' })
  await band.getByText('Tidak dihitung').waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await everybodyCanUse(page)
  const navigation = page.getByRole('navigation', { name: 'Halaman', exact: true })
  expect(await navigation.getByRole('link', { name: 'Laporan' }).count()).toBe(0)

  const [form] = await Promise.all([
    page.context().waitForEvent('page'),
    band.getByRole('link', { name: 'Isi formulir pelapor' }).click(),
  ])
  await form.getByText('LATIHAN –').first().waitFor()
  await form.close()

  await page.goto('/admin/bagian-organisasi.latihan/intake')
  await band.waitFor()
  await band.getByRole('link', { name: 'Kembali ke pekerjaan' }).click()
  await page.getByRole('heading', { name: 'Hari ini', level: 1 }).waitFor()
  await band.waitFor({ state: 'hidden' })
})
