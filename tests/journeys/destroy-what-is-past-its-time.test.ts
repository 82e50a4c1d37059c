import { expect, it } from 'vitest'
import { aFolderForData } from '../support/a-running-service.ts'
import { aPng } from '../support/some-files.ts'
import { someOldCases } from '../support/some-old-cases.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

type StaffRoom = Awaited<ReturnType<typeof aMemberOfStaff>>

/** The request for this case among those on the page about two persons. */
const requestFor = ({ page }: StaffRoom, number: string) =>
  page.locator('approval-card').filter({ has: page.getByRole('link', { name: number }) })

it('an officer proposes, the head agrees, it is destroyed, and the reporter’s page says so', async () => {
  const folder = await aFolderForData()
  const [old, held] = await someOldCases(folder, [{}, { subject: 'Perkara yang masih berjalan' }], aPng)
  const office = await anOpenOffice({ DATA_DIR: folder })

  const head = await aMemberOfStaff(office, 'kepala', { at: `/admin/bagian-organisasi/cases/${held!.number}` })
  await head.showPart('Masa simpan')
  await head.page.getByRole('heading', { name: 'Masa simpan' }).waitFor()
  await head.press('Tangguhkan pemusnahan')
  await head.page.getByLabel('Alasan', { exact: true }).fill('Perkara di PTUN belum diputus.')
  await everybodyCanUse(head.page)
  await head.press('Tangguhkan pemusnahan')
  await head.page.getByText('Perkara di PTUN belum diputus.').first().waitFor()
  await everybodyCanUse(head.page)

  const officer = await aMemberOfStaff(office, 'verifikator')
  await officer.goTo('Retensi')
  await officer.page.getByRole('heading', { name: 'Habis masa simpan' }).waitFor()
  await everybodyCanUse(officer.page)
  const due = officer.page.locator('due-list[act=destroy-cases]')
  expect(await due.getByRole('checkbox').count()).toBe(2)
  expect(await readOut(officer.page.getByRole('region', { name: 'Ditahan' }))).toContain(held!.number)
  await due.getByRole('checkbox', { name: old!.number }).check()
  await due.getByLabel('Dasar pemusnahan').fill('Keputusan Kepala Bagian 45/2026')
  await due.getByRole('button', { name: 'Usulkan pemusnahan' }).click()
  await officer.told('Usul terkirim.')

  await officer.goTo('Persetujuan dua orang')
  const mine = requestFor(officer, old!.number)
  await mine.getByText('Diputuskan orang lain, bukan peminta.').waitFor()
  expect(await mine.getByRole('button', { name: 'Setujui' }).count()).toBe(0)

  await head.goTo('Persetujuan dua orang')
  const theirs = requestFor(head, old!.number)
  await theirs.getByLabel('Alasan keputusan').fill('Sudah diperiksa dengan JRA.')
  await everybodyCanUse(head.page)
  await theirs.getByRole('button', { name: 'Setujui' }).click()
  await theirs.getByText('Disetujui, belum dilakukan').waitFor()

  await officer.page.reload()
  await mine.getByText('dimusnahkan selamanya').waitFor()
  await everybodyCanUse(officer.page)
  await mine.getByRole('button', { name: 'Musnahkan sekarang' }).click()
  await mine.getByText('Sudah dilakukan').waitFor()
  await officer.goTo('Retensi')
  const record = officer.page.getByRole('link', { name: /Unduh catatan pemusnahan BA-BO-/ })
  await record.waitFor()
  await everybodyCanUse(officer.page)
  const [download] = await Promise.all([officer.page.waitForEvent('download'), record.click()])
  expect(download.suggestedFilename()).toMatch(/^BA-BO-\d{4}-0001\.pdf$/)

  await officer.page.goto('/admin/bagian-organisasi/cases?status=ended')
  await officer.page.getByText('Isi sudah dimusnahkan').waitFor()
  await officer.page.getByRole('link', { name: old!.number }).click()
  await officer.page.getByRole('heading', { name: 'Isi pengaduan ini sudah dimusnahkan' }).waitFor()
  await everybodyCanUse(officer.page)
  expect(await readOut(officer.page.getByRole('main'))).not.toMatch(/Siti|loket/)

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open({ number: old!.number, code: old!.trackingCode })
  await follow.panel.getByText('dimusnahkan menurut catatan pemusnahan BA-BO-').waitFor()
  await everybodyCanUse(follow.panel.page())
  expect(await follow.panel.getByRole('button', { name: 'Cabut' }).count()).toBe(0)
})
