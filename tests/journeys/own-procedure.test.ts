import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an admin finds a category by its name and gives it a procedure; of two admins none loses what they wrote', async () => {
  const office = await anOpenOffice()
  const { page, press } = await aMemberOfStaff(office, 'admin', { errors: [/status of 409/] })
  const unit = `${office.address}/admin/bagian-organisasi`
  await page.goto(`${unit}/settings`)
  await page.getByLabel('Cari pengaturan').fill('malad')
  await page.getByRole('button', { name: 'Kategori: Maladministrasi' }).click()
  const category = page.locator('#category-maladministration')
  await category.getByText('Lanjutan', { exact: true }).click()
  const next = 'Petugas lapangan datang melihat dalam tiga hari kerja.'
  await category.getByLabel('Apa yang terjadi sesudah ini (Indonesia)').fill(next)
  await category.getByText(`Sesudah Anda mengadu: ${next}`).waitFor()
  const another = category.getByLabel('Tambah batas waktu sendiri')
  await another.selectOption({ label: 'Verifikasi' })
  await category.getByLabel('Lama', { exact: true }).fill('1')
  expect(await another.inputValue()).toBe('')
  await everybodyCanUse(page)
  await press('Simpan perubahan')
  await page.getByRole('button', { name: 'Simpan perubahan' }).waitFor({ state: 'detached' })
  await category.getByRole('link', { name: 'Atur siapa yang memeriksa' }).click()
  await page.getByText('Bila pengaduan masuk dengan kategori Maladministrasi, …').waitFor()

  const other = await aMemberOfStaff(office, 'admin')
  const addressOf = (where: typeof page) => where.getByLabel('Alamat')
  for (const where of [page, other.page]) await where.goto(`${unit}/begin?step=contact`)
  await addressOf(page).fill('Jalan Umpama 2')
  await addressOf(other.page).fill('Jalan Misal 1')
  await other.press('Simpan dan lanjut')
  await other.page.getByText('Langkah ini tersimpan.').waitFor()
  await press('Simpan dan lanjut')
  await page.getByText('Diubah Anda berdua, dan milik Anda yang dipakai bila disimpan: kontak.').waitFor()
  expect(await addressOf(page).inputValue()).toBe('Jalan Umpama 2')
  await press('Simpan dan lanjut')
  await page.getByText('Langkah ini tersimpan.').waitFor()
})
