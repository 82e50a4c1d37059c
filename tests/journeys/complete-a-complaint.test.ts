import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, pick } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the office asks for exactly what is missing, and the reporter completes the complaint with words and a file', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office)

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  const asking = await verifier.begin('Minta kelengkapan')
  // What the complaint lacks is ticked already, and put into words.
  for (const name of ['Kapan terjadi', 'Di mana terjadi', 'Siapa yang terlibat', 'Bukti pendukung']) {
    expect([name, await asking.getByRole('checkbox', { name }).isChecked()]).toEqual([name, true])
  }
  expect(await asking.getByRole('checkbox', { name: 'Identitas pelapor' }).isChecked()).toBe(false)
  expect(await asking.getByLabel('Jelaskan kepada pelapor').inputValue()).toContain('- Kapan kejadiannya')
  await asking.getByRole('checkbox', { name: 'Di mana terjadi' }).uncheck()
  await asking.getByRole('checkbox', { name: 'Siapa yang terlibat' }).uncheck()
  await asking.getByLabel('Jelaskan kepada pelapor').fill('Tanggal berapa, dan adakah kuitansinya?')
  await everybodyCanUse(verifier.page)
  await asking.getByRole('button', { name: 'Kirim permintaan' }).click()
  await verifier.told('Kelengkapan diminta kepada pelapor.')
  await everybodyCanUse(verifier.page)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.status('Menunggu kelengkapan pelapor')
  const asked = follow.panel.getByRole('region', { name: 'Kelengkapan yang kami minta' })
  expect(await asked.getByRole('checkbox').count()).toBe(2)
  await asked.getByText('Tanggal berapa, dan adakah kuitansinya?').waitFor()
  await everybodyCanUse(reporter)
  // The photo is at home: what is brought stands apart from what is still missing.
  await asked.getByRole('checkbox', { name: 'Waktu kejadian' }).check()
  await asked.getByLabel('Keterangan tambahan').fill('Tanggal 20 November, sekitar pukul sepuluh.')
  await asked.getByRole('button', { name: 'Kirim kelengkapan' }).click()
  await follow.sent()
  await asked.getByText('Sudah diterima: Waktu kejadian').waitFor()
  expect(await asked.getByRole('checkbox').count()).toBe(1)
  await everybodyCanUse(reporter)
  await asked.getByLabel('Keterangan tambahan').fill('Ini kuitansinya.')
  await pick(reporter, asked.getByRole('button', { name: 'Pilih berkas' }), aPhoto)
  await asked.getByText('Tersimpan').first().waitFor()
  await asked.getByRole('button', { name: 'Kirim kelengkapan' }).click()
  await follow.sent()
  await follow.status('Diterima')
  await follow.panel.getByText('Tanggal 20 November, sekitar pukul sepuluh.').first().waitFor()
  await follow.panel.getByRole('button', { name: `Unduh: ${aPhoto.name}` }).waitFor()

  await verifier.page.reload()
  await verifier.page.getByText('Tanggal 20 November, sekitar pukul sepuluh.').first().waitFor()
  await verifier.page.getByRole('button', { name: `Lihat ${aPhoto.name}` }).click()
  await everybodyCanUse(verifier.page)
})
