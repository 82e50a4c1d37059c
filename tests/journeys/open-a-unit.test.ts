import { expect, it } from 'vitest'
import { withOperator } from '../support/an-operator.ts'
import { signInAsOperator } from './pages/sign-in.ts'
import { aPerson, aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the operator opens a unit, its first admin sets a password, and visitors read that it is not open yet', async () => {
  const office = await anOpenOffice(withOperator)
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto('/admin/')
  await signInAsOperator(page, office.address)
  await page.getByRole('heading', { name: 'Unit layanan' }).waitFor()
  await everybodyCanUse(page)
  await page.getByRole('button', { name: 'Buka unit baru' }).click()
  const form = page.locator('ui-dialog').filter({ hasText: 'Unit mulai dengan tata cara' })
  await form.getByLabel('Nama resmi').fill('Dinas Umpama Kabupaten Misal')
  await form.getByLabel('Nama pendek').fill('Dinas Umpama')
  await form.getByLabel('Alamat unit').fill('dinas-umpama')
  await form.getByLabel('Awalan nomor pengaduan').fill('DU')
  await form.getByLabel('Nama', { exact: true }).fill('Gita Contoh')
  await form.getByLabel('Surel').fill('gita@dinas-umpama.example')
  await everybodyCanUse(page)
  await form.getByRole('button', { name: 'Buka unit' }).click()
  const link = await page.getByRole('group', { name: 'Tautan untuk admin unit' }).getByRole('code').textContent()
  await everybodyCanUse(page)

  const admin = await aPerson(office, { errors: [/status of 401/] })
  await admin.goto(link ?? '')
  await admin.getByLabel('Kata sandi baru', { exact: true }).fill('dua-gajah-tenang-8')
  await admin.getByLabel('Ulangi kata sandi baru').fill('dua-gajah-tenang-8')
  await admin.getByRole('button', { name: 'Simpan dan masuk' }).click()
  await admin.getByRole('link', { name: 'Unit', exact: true }).waitFor()
  expect(await admin.getByText('Dinas Umpama').first().isVisible()).toBe(true)

  const visitor = await aVisitor(office, { on: phone })
  await visitor.goto('/t/dinas-umpama')
  await visitor.getByText('Formulir ini belum dibuka').waitFor()
  await everybodyCanUse(visitor)
})
