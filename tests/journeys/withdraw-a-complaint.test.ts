import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a reporter takes a complaint back after second thoughts, and the office sees that it is over', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office)
  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)

  await follow.panel.getByLabel('Alasan').fill('Uangnya sudah dikembalikan.')
  await follow.press('Cabut pengaduan…')
  await everybodyCanUse(reporter)
  await follow.press('Batal')
  await follow.press('Cabut pengaduan…')
  await follow.press('Ya, cabut pengaduan ini')
  await follow.status('Dicabut')
  expect(await follow.panel.getByText('Cabut pengaduan', { exact: true }).count()).toBe(0)

  const verifier = await aMemberOfStaff(office, 'verifikator', {
    at: `/admin/bagian-organisasi/cases/${handed.number}`,
  })
  expect(await verifier.page.getByRole('link', { name: handed.number }).count()).toBe(0)
  await verifier.showPart('Riwayat')
  await verifier.page.getByText('Uangnya sudah dikembalikan.').first().waitFor()
  // What leaves the unit can still be redacted.
  await verifier.acts.waitFor()
  const [first] = await verifier.acts.getByRole('button').allInnerTexts()
  expect(first).toBe('Samarkan kata')
  await everybodyCanUse(verifier.page)
})

it('a wrong code opens nothing, and says so without saying which of the two was wrong', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office)
  const stranger = await aVisitor(office, { errors: [/status of 404/] })
  await stranger.goto('/t/bagian-organisasi/follow')
  const { panel, press } = followUp(stranger)
  await everybodyCanUse(stranger)
  await panel.getByLabel('Nomor pengaduan').fill(handed.number)
  await panel.getByLabel('Kode lacak').fill('AAAA-BBBB-CCCC-DDDD')
  await press('Lihat pengaduan')
  await panel.getByText('Nomor atau kode tidak cocok.').waitFor()
  await everybodyCanUse(stranger)
})
