import { expect, it } from 'vitest'
import { withOperator } from '../support/an-operator.ts'
import { signInAsOperator } from './pages/sign-in.ts'
import { complaintForm } from './pages/visitor.ts'
import { aPerson, aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the operator closes a unit, visitors read where to go instead, and it opens again when taken back', async () => {
  const office = await anOpenOffice(withOperator)
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto('/admin/')
  await signInAsOperator(page, office.address)
  const unit = page.getByRole('listitem').filter({ hasText: 'bagian-organisasi' })
  await unit.getByRole('button', { name: 'Tutup unit' }).click()
  const form = page.locator('ui-dialog').filter({ hasText: 'tidak menerima pengaduan baru' })
  await form.getByRole('button', { name: 'Tutup unit' }).click()
  await form.getByText('Isian ini perlu diisi.').first().waitFor()
  await everybodyCanUse(page)
  await form.getByLabel(/dalam bahasa Indonesia/).fill('Sampaikan kepada Dinas Contoh di dinas.example.')
  await form.getByLabel(/dalam bahasa Inggris/).fill('Write to Dinas Contoh at dinas.example.')
  await form.getByRole('button', { name: 'Tutup unit' }).click()
  await unit.getByText(/Tidak menerima pengaduan baru sejak/).waitFor()
  await everybodyCanUse(page)

  const visitor = await aVisitor(office, { on: phone })
  await visitor.goto('/t/bagian-organisasi')
  await visitor.getByText('Sampaikan kepada Dinas Contoh di dinas.example.').waitFor()
  await everybodyCanUse(visitor)

  await unit.getByRole('button', { name: 'Batalkan penutupan' }).click()
  await unit.getByRole('button', { name: 'Tutup unit' }).waitFor()
  const another = await aVisitor(office, { on: phone })
  await another.goto('/t/bagian-organisasi')
  await complaintForm(another).step('Pilih kerahasiaan identitas').waitFor()
  expect(await another.getByText('Dinas Contoh di dinas.example').count()).toBe(0)
})
