import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm } from './pages/visitor.ts'
import { aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the unit’s admin asks about money in one category, and the officer reads what the visitor answered', async () => {
  const office = await anOpenOffice()
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('link', { name: 'Pengaduan', exact: true }).click()
  const categories = admin.page.getByRole('region', { name: 'Kategori', exact: true })
  const category = categories.getByRole('listitem').filter({ hasText: 'Pertanyaan tambahan' }).first()
  await category.getByText(/: ditangani dalam /).click()
  await category.getByText('Pertanyaan tambahan').click()
  await category.getByRole('button', { name: 'Tambah pertanyaan' }).click()
  await category.getByLabel('Pertanyaan (Indonesia)').fill('Apakah Anda diminta uang?')
  await category.getByLabel('Pertanyaan (Inggris)').fill('Were you asked for money?')
  await category.getByLabel('Jenis jawaban').selectOption('choice')
  const answers = category.getByLabel('Jawaban (Indonesia)')
  for (const [at, [id, en]] of [['Ya', 'Yes'] as const, ['Tidak', 'No'] as const].entries()) {
    await answers.nth(at).fill(id)
    await category.getByLabel('Jawaban (Inggris)').nth(at).fill(en)
  }
  await category.getByRole('button', { name: 'Tambah pertanyaan' }).click()
  await category.getByLabel('Pertanyaan (Indonesia)').nth(1).fill('Berapa jumlahnya?')
  await category.getByLabel('Pertanyaan (Inggris)').nth(1).fill('How much?')
  await category.getByLabel('Jenis jawaban').nth(1).selectOption('amount')
  await category.getByLabel('Ditanyakan bila').selectOption('Apakah Anda diminta uang?')
  await category.getByRole('checkbox', { name: 'Ya', exact: true }).check()
  await category.getByText('Coba seperti pelapor').click()
  await everybodyCanUse(admin.page)
  const preview = category.locator('question-preview')
  expect(await preview.getByLabel('Berapa jumlahnya?').count()).toBe(0)
  await preview.getByRole('radio', { name: 'Ya', exact: true }).check()
  await preview.getByLabel('Berapa jumlahnya?').waitFor()
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')

  const visitor = await aVisitor(office)
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Maladministrasi', 'Beberapa pertanyaan')
  await visitor.getByRole('radio', { name: 'Ya', exact: true }).check()
  await visitor.getByLabel('Berapa jumlahnya?').fill('50.000')
  await visitor.getByText('Rp 50.000').waitFor()
  await visitor.getByRole('button', { name: 'Lanjut' }).click()
  await visitor.getByLabel('Pokok pengaduan').fill('Diminta uang untuk berkas')
  await visitor.getByLabel('Uraian kejadian').fill('Petugas meminta uang agar berkas diproses.')
  for (const _ of [1, 2, 3]) await visitor.getByRole('button', { name: 'Lanjut' }).click()
  for (const statement of await visitor.getByRole('checkbox').all()) await statement.check()
  await visitor.getByRole('button', { name: 'Kirim pengaduan' }).click()
  const { number } = await form.receipt()

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(number)
  const story = verifier.page.locator('case-story')
  await story.getByText('Berapa jumlahnya?').waitFor()
  await story.getByText('Rp 50.000').waitFor()
})
