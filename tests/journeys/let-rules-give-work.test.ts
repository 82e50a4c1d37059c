import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a unit makes a rule by choosing, sees what it would have done, switches it on, and it gives out the next complaint', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  await unit.file({ category: 'maladministration' })

  const admin = await aMemberOfStaff(office, 'admin', { on: phone, at: '/admin/bagian-organisasi/rules' })
  const { page } = admin
  await page.getByText('Belum ada aturan').waitFor()
  await admin.press('Tambah aturan')
  await admin.press('Simpan')
  await page.getByText('Pilih sedikitnya satu hal yang dikerjakan.').waitFor()
  await page.getByLabel('Nama', { exact: true }).fill('Maladministrasi ke Citra')
  await page.getByRole('checkbox', { name: 'Maladministrasi' }).check()
  await page.getByLabel('Tugaskan kepada').selectOption({ label: 'Citra Peraga' })
  await page.getByRole('checkbox', { name: 'Pimpinan' }).check()
  const sentence =
    'Bila pengaduan masuk dengan kategori Maladministrasi, tugaskan kepada Citra Peraga dan beri tahu pimpinan.'
  await page.getByText(sentence).waitFor()
  await everybodyCanUse(page)
  await admin.press('Simpan')
  await admin.told('Aturan disimpan.')

  // A rule is off until somebody saw on what it would have acted.
  await admin.press('Nyalakan: Maladministrasi ke Citra')
  await page.getByText('Aturan ini akan berlaku pada 1 pengaduan dari 90 hari terakhir.').waitFor()
  await everybodyCanUse(page)
  await admin.press('Nyalakan')
  await admin.told('Aturan aktif.')

  const { number } = await unit.file({ category: 'maladministration' })
  const verifier = await unit.signIn('verifikator')
  await verifier.act(number, 'verify')
  const officer = await aMemberOfStaff(office, 'petugas')
  const lines = async () => {
    await officer.page.goto(`/admin/bagian-organisasi/cases/${number}`)
    await officer.page.getByRole('heading', { name: 'Uraian' }).waitFor()
    await officer.showPart('Riwayat')
    return officer.page.getByText('Maladministrasi ke Citra: menugaskan kepada Citra Peraga.').count()
  }
  await expect.poll(lines, { timeout: 60_000, interval: 1_000 }).toBe(1)
  await officer.page.getByText('Maladministrasi ke Citra: memberi tahu pimpinan.').waitFor()
})
