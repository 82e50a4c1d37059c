import type { Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { desktop, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a verifier keeps a view whose count follows what comes in, and finds a case by a word of a message', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const { number, trackingCode } = await unit.file({ subject: 'Uang parkir' })
  const { page, press, goTo } = await aMemberOfStaff(office, 'verifikator')
  await goTo('Buku register')
  await page.getByRole('link', { name: number }).waitFor()

  await page.getByLabel('Kategori').selectOption({ label: 'Pungutan lain-lain oleh petugas' })
  await press('Simpan tampilan ini')
  await page.getByLabel('Nama tampilan').fill('Pungutan')
  await everybodyCanUse(page)
  await press('Simpan')
  const view = page.getByRole('navigation', { name: 'Tampilan tersimpan' }).getByRole('link', { name: /^Pungutan/ })
  await expect.poll(async () => (await view.textContent())?.replace(/\s+/g, ' ').trim()).toBe('Pungutan 1')
  await everybodyCanUse(page)

  await unit.file({ subject: 'Biaya loket' })
  await expect.poll(async () => (await view.textContent())?.replace(/\s+/g, ' ').trim()).toBe('Pungutan 2')

  await unit.reporter({ number, trackingCode }).post('/messages', { text: 'Karcisnya bertuliskan Wirabumi.' })
  await page.getByRole('searchbox').fill('wirabumi')
  await expect.poll(() => page.getByRole('table').getByRole('link').count()).toBe(1)
  await page.getByRole('link', { name: number }).waitFor()
  await page.getByRole('searchbox').fill(String(Number(number.split('-').at(-1))))
  await page.getByRole('link', { name: number }).waitFor()
})

it('a handler begins with what is theirs', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const { number } = await unit.file()
  const head = await unit.signIn('kepala')
  const { session } = await unit.signIn('petugas')
  await head.act(number, 'verify')
  await head.act(number, 'dispatch', { handler: session.staff.id, instruction: 'Tangani.' })

  const handler = await aMemberOfStaff(office, 'petugas')
  await handler.page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await handler.page.getByRole('link', { name: number }).click()
  await handler.page.getByRole('heading', { name: 'Uraian' }).waitFor()
})

for (const viewport of [desktop, phone]) {
  it(`what comes after the list moves nothing of it, ${viewport.width} pixels wide`, async () => {
    const office = await anOpenOffice({ LIMITS: 'off' })
    const unit = unitAt(office.address)
    const { number } = await unit.file()
    const { page } = await aMemberOfStaff(office, 'kepala', { on: viewport })
    await page.goto('/admin/bagian-organisasi/cases?category=illegal_levy')
    await page.getByRole('button', { name: 'Simpan tampilan ini' }).click()
    await page.getByLabel('Nama tampilan').fill('Pungutan yang masih berjalan di loket')
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await page.getByRole('navigation', { name: 'Tampilan tersimpan' }).getByRole('link').waitFor()

    let go: () => void = () => {}
    const isListed = new Promise<void>((resolve) => {
      go = resolve
    })
    const later = async (route: Route) => {
      await isListed
      await route.continue()
    }
    await page.route(/\/views\b/, later)
    await page.route(/(more-filters|saved-views|reporter-look-up)-[^/]*\.js/, later)
    await page.goto('/admin/bagian-organisasi/cases')
    const row = page.getByRole('link', { name: number })
    await row.waitFor()
    const before = await row.boundingBox()
    go()
    await page.getByRole('navigation', { name: 'Tampilan tersimpan' }).getByRole('link').waitFor()
    await page.getByText('Pelapor tidak membawa nomor').waitFor({ state: 'attached' })
    expect((await row.boundingBox())?.y).toBe(before?.y)
    if (viewport === phone) await page.getByText('Saringan', { exact: true }).click()
    await page.getByText('Pelapor tidak membawa nomor').waitFor()
    await everybodyCanUse(page)
  })
}
