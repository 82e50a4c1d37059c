import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { SeriesList } from '../../service/contract/series.ts'
import type { TemplateList } from '../../service/contract/templates.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { takenUpBy } from './support/a-complaint.ts'
import { phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const unbroken = (word: string, length: number) => word.repeat(length).slice(0, length)
const wide = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth')

async function anOfficeAfterEightWeeks() {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const admin = await unit.signIn('admin')
  const put = (path: string, body: unknown) =>
    fetch(`${unit.api}${path}`, {
      method: 'PUT',
      headers: { ...admin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const settings: TenantSettingsView = await (await admin.get('/settings')).json()
  const label = { id: unbroken('Kategoripanjang', 80), en: unbroken('Longcategory', 80) }
  const categories = settings.categories.map((one, at) => (at === 0 ? { ...one, label } : one))
  expect((await put('/settings', { ...settings, categories })).status).toBe(200)
  const { version }: SeriesList = await (await admin.get('/series')).json()
  const series = Array.from({ length: 20 }, (_, at) => ({
    name: unbroken('Rangkaianpanjang', 78) + String(at).padStart(2, '0'),
    does: { verify: true, note: 'Cek rekaman loket.' },
  }))
  expect((await put('/series', { version, series })).status).toBe(200)
  return { office, unit, admin, last: series[19]?.name ?? '' }
}

it('long names and many series leave each act within reach, on a phone and on a screen', async () => {
  const { office, unit, last } = await anOfficeAfterEightWeeks()
  const filed = await unit.file({ subject: unbroken('Pungutanliar', 150) })
  const { number } = filed
  await takenUpBy(office, 'verifikator', filed)
  for (const on of [phone, undefined]) {
    const at = `/admin/bagian-organisasi/cases/${number}`
    const { page, acts, press } = await aMemberOfStaff(office, 'verifikator', on ? { on, at } : { at })
    await acts.getByRole('button', { name: 'Lainnya' }).click()
    const series = acts.getByRole('button', { name: last })
    await series.click()
    await page.getByRole('dialog', { name: last }).waitFor()
    await press('Batal')
    await acts.getByRole('button', { name: 'Lainnya' }).click()
    const first = await acts.getByRole('button', { name: 'Templat' }).boundingBox()
    expect(first?.x).toBeGreaterThanOrEqual(0)
    expect(await wide(page)).toBe(0)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Cari perintah' }).fill(number.slice(-2))
    const found = page.getByRole('option', { name: `Buka pengaduan ${number}` })
    await found.waitFor()
    expect(
      await found.evaluate((one) => (one.parentElement?.scrollWidth ?? 0) - (one.parentElement?.clientWidth ?? 0)),
    ).toBe(0)
  }
  const { page } = await aMemberOfStaff(office, 'admin', {
    on: phone,
    at: '/admin/bagian-organisasi/settings?page=filing',
  })
  await page
    .getByText(/^Kategoripanjang/)
    .first()
    .waitFor()
  expect(await wide(page)).toBe(0)
})

it('one of many templates is found by a few letters of its words', async () => {
  const { office, admin } = await anOfficeAfterEightWeeks()
  const words = { kind: 'message', language: 'id' }
  for (const [name, text] of [
    ['Jadwal', 'Kami mengunjungi kantor desa pada hari Senin.'],
    ['Kuitansi', 'Mohon simpan kuitansi yang asli.'],
  ])
    expect((await admin.post('/templates', { ...words, name, text })).status).toBe(201)
  const { items }: TemplateList = await (await admin.get('/templates')).json()

  const { page } = await aMemberOfStaff(office, 'admin', { at: '/admin/bagian-organisasi/templates' })
  const lines = page.getByRole('list', { name: 'Templat balasan' }).getByRole('listitem')
  await expect.poll(() => lines.count()).toBe(items.length)
  const seek = page.getByRole('searchbox', { name: 'Cari templat' })
  await seek.fill('kuit asli')
  await expect.poll(() => lines.count()).toBe(1)
  await page.getByRole('button', { name: 'Ubah templat Kuitansi' }).waitFor()
  await everybodyCanUse(page)
  await seek.fill('tidak ada yang begini')
  await page.getByText('Tidak ada yang cocok.').waitFor()
})

it('days in the wrong order are named, where an empty list would say that nothing came in', async () => {
  const { page } = await aMemberOfStaff(await anOpenOffice(), 'verifikator', {
    at: '/admin/bagian-organisasi/cases?from=2026-11-30&to=2026-11-01',
  })
  await page.getByText('Tanggal awal sesudah tanggal akhir, jadi tidak ada yang cocok.').waitFor()
})

it('a printed register says of which unit and day it is, what was asked for and how much of it is there, and has rows alone', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  for (let filed = 0; filed < 26; filed++) await unit.file()
  const { page } = await aMemberOfStaff(office, 'kepala', { at: '/admin/bagian-organisasi/cases?sort=received_asc' })
  const first = page.getByRole('row', { name: /BO-\d{4}-000001/ })
  await first.waitFor()
  await page.getByText('Tanggal, saluran, dan tempat').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByText(/^Bagian Organisasi.* Dicetak /).waitFor()
  await page.getByText('Saringan yang berlaku: Perlu dikerjakan.').waitFor()
  await page
    .getByText('Kertas ini memuat 25 dari 26 pengaduan. Semuanya dapat diambil lewat “Ekspor register”.')
    .waitFor()
  const controls = page.getByRole('main').locator('button, input, select, summary, nav, .banner')
  await expect.poll(() => controls.filter({ visible: true }).count()).toBe(0)
  expect(await first.evaluate((row) => getComputedStyle(row).breakInside)).toBe('avoid')
  expect(await page.getByRole('row').count()).toBe(26)
  await page.goto('/admin/bagian-organisasi/cases?assignee=none&due=soon')
  await page
    .getByText('Saringan yang berlaku: Perlu dikerjakan · Penangan: Belum ada · Batas waktu sudah dekat.')
    .waitFor()
})

it('a printed case says where more came before what is on the paper, and has no signs to press on its labels', async () => {
  const { office, unit, admin } = await anOfficeAfterEightWeeks()
  const settings: TenantSettingsView = await (await admin.get('/settings')).json()
  const labels = [{ id: 'menunggu', name: 'Menunggu dinas', colour: 'amber' }]
  const saved = await fetch(`${unit.api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, labels }),
  })
  expect(saved.status).toBe(200)
  const { number } = await unit.file()
  const verifier = await unit.signIn('verifikator')
  await verifier.act(number, 'set-label', { label: 'menunggu', on: true })
  for (let noted = 0; noted < 40; noted++) await verifier.act(number, 'note', { text: `Catatan ${noted}` })

  const { page } = await aMemberOfStaff(office, 'verifikator', { at: `/admin/bagian-organisasi/cases/${number}` })
  await page.getByRole('button', { name: 'Catatan sebelumnya' }).waitFor()
  const sentence = page.locator('case-notes').getByText('Bagian sebelumnya tidak tercetak di sini.')
  expect(await sentence.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  await sentence.waitFor()
  await page.getByText('Menunggu dinas').waitFor()
  expect(await page.locator('case-labels svg').filter({ visible: true }).count()).toBe(0)
})
