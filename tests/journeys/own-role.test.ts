import { expect, it } from 'vitest'
import type { InvitedStaffView } from '../../service/contract/account.ts'
import type { RolesView } from '../../service/contract/staff.ts'
import { knock, password } from '../support/a-colleague.ts'
import { unitAt } from '../support/an-office.ts'
import { haveSession, isSignedIn } from './pages/sign-in.ts'
import { aMemberOfStaff, staffRoom } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aPerson, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const unit = '/admin/bagian-organisasi'

it('a unit makes a role of its own with its warning in view; who has it sees what it allows, and loses no word where it is taken away meanwhile', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const admin = await aMemberOfStaff(office, 'admin', { on: phone, at: `${unit}/staff` })
  await admin.press('Buat peran')
  await admin.page.getByLabel('Nama peran').fill('Penelaah')
  for (const permission of [
    'Menangani: berkirim pesan, mengusulkan jawaban',
    'Menyetujui jawaban, memutus keberatan',
  ]) {
    await admin.page.getByRole('checkbox', { name: permission }).check()
  }
  await admin.press('Simpan')
  const warning = admin.page.getByText('Tanpa izin membaca pengaduan')
  await warning.waitFor()
  const again = admin.page.getByRole('button', { name: 'Tetap simpan' })
  for (const seen of [warning, again]) await expect.poll(() => seen.evaluate(isInView)).toBe(true)
  await everybodyCanUse(admin.page)
  await admin.page.getByRole('checkbox', { name: 'Membaca pengaduan', exact: true }).check()
  await admin.page.getByRole('checkbox', { name: 'Menyetujui jawaban, memutus keberatan' }).uncheck()
  await admin.press('Simpan')
  await admin.told('Peran Penelaah disimpan.')

  const { get, post, headers } = await unitAt(office.address).signIn('admin')
  const { unit: made } = (await (await get('/staff/roles')).json()) as RolesView
  const own = [{ id: made.roles[0]?.id, categories: null }]
  const member = { name: 'Wulan Peraga', position: 'Penelaah', email: 'wulan@bagian-organisasi.example' }
  const invited = await post('/staff', { ...member, roles: [], unitRoles: own, reportsTo: null })
  expect(invited.status).toBe(201)
  const { staff, setUpUrl } = (await invited.json()) as InvitedStaffView
  const token = setUpUrl?.split('/').at(-1)
  expect((await knock({ url: office.address }, '/invitations/acceptance', { token, password })).status).toBe(200)
  const head = await unitAt(office.address).signIn('kepala')
  expect((await head.post(`/staff/${staff.id}/vouching`, {})).status).toBe(204)

  const page = await aPerson(office, {
    errors: [/status of (401|403|404)/, /net::ERR_/, /Failed to load/, /^uncaught: $/],
  })
  await haveSession(page, office.address, member.email, password)
  await page.goto('/admin/')
  await isSignedIn(page)
  const entries = page.getByRole('navigation', { name: 'Halaman', exact: true }).getByRole('link')
  await expect
    .poll(async () => (await entries.allTextContents()).map((one) => one.replace(/\d+/g, '').trim()))
    .toEqual(expect.arrayContaining(['Hari ini', 'Pengaduan']))
  const reviewer = staffRoom(page)
  await reviewer.openCase(number)
  const message = page.getByLabel('Pesan kepada pelapor')
  const kept = page.waitForResponse(
    (one) => one.request().method() === 'PUT' && one.url().includes('/unsent/') && one.ok(),
  )
  await message.fill('Mohon kirim')
  await kept
  await page.context().setOffline(true)
  await message.fill('Mohon kirim kuitansinya')
  await page.getByText('Tulisan terakhir belum tersimpan').first().waitFor()
  const { unit: now } = (await (await get('/staff/roles')).json()) as RolesView
  const changed = await fetch(`${office.address}/api/v1/tenants/bagian-organisasi/unit-roles/${now.roles[0]?.id}`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ version: now.version, name: now.roles[0]?.name, permissions: ['reports.read'] }),
  })
  expect(changed.status).toBe(200)
  await page.context().setOffline(false)
  await page.getByText('Anda tidak lagi berwenang di sini').first().waitFor()
  expect(await message.inputValue()).toBe('Mohon kirim kuitansinya')
  await page
    .getByRole('navigation', { name: 'Halaman', exact: true })
    .getByRole('link', { name: /^Pengaduan/ })
    .click()
  await page.getByRole('button', { name: 'Tetap di sini' }).click()
  expect(await message.inputValue()).toBe('Mohon kirim kuitansinya')
  await everybodyCanUse(page)
})

function isInView(one: Element): boolean {
  const { top, bottom } = one.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}
