import { expect, it } from 'vitest'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a reporter objects to a complaint that was declined, and another officer has it handled', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket dua' })
  const unit = unitAt(office.address)
  const verifier = await unit.signIn('verifikator', demoPassword)
  const declining = { reason: 'not_our_authority', text: 'Urusan dinas lain.', elsewhere: 'Dinas Contoh' }
  expect((await verifier.act(handed.number, 'decline', declining)).status).toBe(200)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.status('Tidak dapat ditindaklanjuti')
  await follow.panel.getByText('Urusan dinas lain.').first().waitFor()
  await follow.press('Ajukan keberatan')
  await follow.panel.getByRole('textbox', { name: 'Isi keberatan' }).fill('Loket itu milik kantor ini.')
  await everybodyCanUse(reporter)
  await follow.press('Kirim keberatan')
  await follow.status('Keberatan')

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(handed.number)
  await head.page.getByText('Loket itu milik kantor ini.').first().waitFor()
  await head.begin('Putuskan keberatan')
  await head.page.getByRole('radio', { name: 'Keberatan dikabulkan' }).check()
  await head.page.getByLabel('Keputusan dan alasannya, untuk pelapor').fill('Kantor ini berwenang.')
  await everybodyCanUse(head.page)
  await head.press('Kirim keputusan')
  await head.told('Keberatan diputuskan.')
  await head.page.getByText('Dalam proses', { exact: true }).first().waitFor()

  await follow.open(handed)
  await follow.status('Dalam proses')
})

it('without JavaScript the rating is given, and the record of a refused complaint is fetched', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Jalan rusak di depan pasar' })
  const unit = unitAt(office.address)
  const verifier = await unit.signIn('verifikator', demoPassword)
  const refused = { reason: 'not_our_authority', text: 'Urusan dinas lain.', elsewhere: 'Dinas Contoh' }
  expect((await verifier.act(handed.number, 'decline', refused)).status).toBe(200)

  const reporter = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  await reporter.goto('/t/bagian-organisasi/follow')
  const form = reporter.getByRole('main')
  await form.getByLabel('Nomor pengaduan').fill(handed.number)
  await form.getByLabel('Kode lacak').fill(handed.code)
  await form.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await form.getByRole('heading', { name: 'Melanjutkan ke lembaga lain' }).waitFor()
  await everybodyCanUseWithoutScripts(reporter)
  const [file] = await Promise.all([
    reporter.waitForEvent('download'),
    form.getByRole('button', { name: 'Unduh berkas pengaduan (PDF)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`${handed.number}-berkas.pdf`)
})
