import { expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { unitAt } from '../support/an-office.ts'
import { officeDay } from '../support/office-days.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer ticks off what the category asks for, is reminded of the rest on its day, and nobody else is', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const admin = await unitAt(office.address).signIn('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const steps = [{ id: 'Tanya petugas loket' }, { id: 'Periksa kuitansi', en: 'Look at the receipt' }]
  const body = JSON.stringify({ ...settings, categories: settings.categories.map((one) => ({ ...one, steps })) })
  const headers = { ...admin.headers, 'Content-Type': 'application/json' }
  const saved = await fetch(`${unitAt(office.address).api}/settings`, { method: 'PUT', headers, body })
  expect(saved.status).toBe(200)
  const verifier = await unitAt(office.address).signIn('verifikator')
  const handler = await unitAt(office.address).signIn('petugas')
  await verifier.act(number, 'verify')
  await verifier.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: 'Tangani.' })

  const { page, press, openCase, begin, told } = await aMemberOfStaff(office, 'petugas')
  await openCase(number)
  const list = page.getByRole('region', { name: 'Daftar periksa' })
  await list.getByRole('checkbox', { name: 'Tanya petugas loket' }).check()
  await list.getByText('1 dari 2 selesai').waitFor()
  await press('Ingatkan saya')
  await page.getByLabel('Mengingatkan apa?').fill('Telepon Saptarana soal kuitansi.')
  await press('Ingatkan saya')
  await page.getByText('Pilih harinya.').waitFor()
  await everybodyCanUse(page)
  await page.getByRole('radio', { name: 'Hari lain' }).check()
  const today = officeDay()
  await page.locator('case-reminders').getByLabel('Tanggal').fill(today)
  await press('Ingatkan saya')
  await told('Anda diingatkan pada ')
  const panel = await begin('Usulkan jawaban')
  await panel.getByText('1 langkah belum dicentang: Periksa kuitansi').waitFor()
  await everybodyCanUse(page)

  await page.goto(`${office.address}/admin/bagian-organisasi/today`)
  const row = page.getByRole('list', { name: 'Pengingat Anda' }).getByRole('listitem')
  await row.getByText('Telepon Saptarana soal kuitansi.').waitFor()
  await row.getByRole('link', { name: number }).click()
  await list.getByText('1 dari 2 selesai').waitFor()
  await page.goBack()
  await row.getByRole('button', { name: 'Selesai' }).click()
  await told('Pengingat selesai.')
  await expect.poll(() => row.count()).toBe(0)

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(number)
  await head.page.getByRole('region', { name: 'Daftar periksa' }).getByText('Periksa kuitansi').waitFor()
  expect(await head.page.getByText('Saptarana').count()).toBe(0)
})
