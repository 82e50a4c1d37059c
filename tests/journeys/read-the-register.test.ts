import type { Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { desktop, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const sentence = /sejak .+ karena menunggu hasil laboratorium, paling lama sampai /

it('a count that staff stop stands in the register and the late list, and the month is a file in two presses', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office, { subject: 'Air keruh' })
  const verifier = await aMemberOfStaff(office, 'verifikator', { errors: [/status of 400/] })
  const { page } = verifier
  await verifier.openCase(number)
  await verifier.begin('Hentikan hitungan')
  await page.getByLabel('Apa yang ditunggu?').fill('- . -')
  await verifier.press('Hentikan')
  await page.getByText('paling sedikit sepuluh huruf').first().waitFor()
  await page.getByLabel('Apa yang ditunggu?').fill('Menunggu hasil laboratorium.')
  await verifier.press('Hentikan')
  await verifier.told('Hitungan batas waktu dihentikan.')

  await verifier.goTo('Buku register')
  await page.getByText(sentence).waitFor()
  await everybodyCanUse(page)
  await verifier.goTo('Terlambat dan sebabnya')
  await page.getByText(sentence).waitFor()

  await page
    .getByRole('navigation', { name: 'Halaman', exact: true })
    .getByRole('link', { name: /^Laporan/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Laporan berkala' }).waitFor()
  await everybodyCanUse(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /^PDF/ }).first().click()
  expect((await downloading).suggestedFilename()).toMatch(/^laporan-bagian-organisasi-\d{4}-\d{2}\.pdf$/)
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
