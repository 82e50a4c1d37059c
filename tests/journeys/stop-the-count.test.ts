import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
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
