import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

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
