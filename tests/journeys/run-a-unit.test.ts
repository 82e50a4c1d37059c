import { expect, it } from 'vitest'
import { aMemberOfStaff, staffRoom } from './pages/staff-room.ts'
import { aPerson } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the unit’s admin invites a colleague, who chooses a password and finds the register', async () => {
  const office = await anOpenOffice()
  const admin = await aMemberOfStaff(office, 'admin')
  const { page, press } = admin
  await admin.goTo('Petugas')
  await page.getByText('Bayu Peraga').first().waitFor()
  await press('Undang petugas')
  const invitation = page.locator('ui-dialog').filter({ hasText: 'Ia mendapat tautan sekali pakai' })
  await invitation.getByLabel('Nama', { exact: true }).fill('Fajar Misal')
  await invitation.getByLabel('Jabatan').fill('Petugas verifikasi')
  await invitation.getByRole('textbox', { name: 'Surel' }).fill('fajar@bagian-organisasi.example')
  await invitation.getByRole('checkbox', { name: 'Petugas verifikasi' }).check()
  await everybodyCanUse(page)
  await invitation.getByRole('button', { name: 'Buat undangan' }).click()
  await page.getByText('Undangan untuk Fajar Misal siap').waitFor()
  await everybodyCanUse(page)
  const link = (await page.getByRole('group', { name: 'Tautan undangan' }).getByRole('code').textContent()) ?? ''
  expect(link).toMatch(/#\/invitation\/\S+$/)

  const colleague = await aPerson(office, { errors: [/status of 401/] })
  await colleague.goto(link)
  await colleague.getByRole('heading', { name: 'Terima undangan' }).waitFor()
  await everybodyCanUse(colleague)
  await colleague.getByLabel('Kata sandi baru', { exact: true }).fill('kuda-laut-biru-77')
  await colleague.getByLabel('Ulangi kata sandi baru').fill('kuda-laut-biru-77')
  await colleague.getByRole('button', { name: 'Simpan dan masuk' }).click()
  await colleague.getByText('Bila akun Anda baru, minta pimpinan').waitFor()
  const head = await aMemberOfStaff(office, 'kepala', { at: '/admin/bagian-organisasi/today' })
  await head.press('Pastikan akun Fajar Misal')
  await head.told('Akun Fajar Misal dipastikan.')
  await everybodyCanUse(head.page)
  await colleague.reload()
  await colleague.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await staffRoom(colleague).goTo('Unit')
  await colleague.getByRole('link', { name: 'Retensi' }).waitFor()
  expect(await colleague.getByRole('link', { name: 'Pengaturan' }).count()).toBe(0)
  await staffRoom(colleague).press('Keluar')
  await colleague.getByRole('heading', { name: 'Masuk ke ruang petugas' }).waitFor()
  await everybodyCanUse(colleague)

  const late = await aPerson(office, { errors: [/status of 40[0-9]/] })
  await late.goto(link)
  await late.getByRole('alert').waitFor()
})
