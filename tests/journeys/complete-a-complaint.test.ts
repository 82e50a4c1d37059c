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
  await asking.getByRole('checkbox', { name: 'Kapan terjadi' }).check()
  await asking.getByRole('checkbox', { name: 'Bukti pendukung' }).check()
  await asking.getByLabel('Jelaskan kepada pelapor').fill('Tanggal berapa, dan adakah kuitansinya?')
  await everybodyCanUse(verifier.page)
  await asking.getByRole('button', { name: 'Kirim permintaan' }).click()
  await verifier.told('Permintaan kelengkapan terkirim.')
  await everybodyCanUse(verifier.page)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.status('Menunggu kelengkapan pelapor')
  const asked = follow.panel.getByRole('region', { name: 'Yang perlu Anda lengkapi' })
  expect(await asked.getByRole('list').first().getByRole('listitem').allTextContents()).toEqual([
    'Waktu kejadian',
    'Bukti pendukung',
  ])
  await asked.getByText('Tanggal berapa, dan adakah kuitansinya?').waitFor()
  await everybodyCanUse(reporter)
  await asked.getByLabel('Keterangan tambahan').fill('Tanggal 20 November, sekitar pukul sepuluh.')
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
