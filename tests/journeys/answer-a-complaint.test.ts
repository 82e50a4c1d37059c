import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the office verifies, dispatches, proposes and approves; the reporter reads the answer and accepts it', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket dua' })

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  const verification = await verifier.begin('Verifikasi')
  await everybodyCanUse(verifier.page)
  await verification.getByRole('button', { name: 'Mulai proses' }).click()
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')
  const dispatch = await verifier.begin('Disposisi')
  await dispatch
    .getByLabel('Penangan', { exact: true })
    .selectOption({ label: 'Citra Peraga · Petugas penerima dan penangan' })
  await dispatch.getByLabel('Petunjuk disposisi').fill('Tanyakan kepada petugas loket dua.')
  await dispatch.getByRole('checkbox', { name: 'Dewi Peraga · Kepala Bagian Organisasi' }).check()
  const helper = dispatch.getByRole('group', { name: 'Dewi Peraga · Kepala Bagian Organisasi' })
  await helper.getByLabel('Untuk diketahui').check()
  await everybodyCanUse(verifier.page)
  await dispatch.getByRole('button', { name: 'Disposisikan', exact: true }).click()
  await verifier.told('Pengaduan didisposisikan.')

  const handler = await aMemberOfStaff(office, 'petugas')
  await handler.openCase(handed.number)
  await handler.page.getByText('Tanyakan kepada petugas loket dua.').first().waitFor()
  await handler.press('Sudah dilaksanakan')
  await handler.page.getByLabel('Apa yang sudah dilakukan?').fill('Petugas loket dua sudah ditanya.')
  await everybodyCanUse(handler.page)
  await handler.page.locator('carried-out-form').getByRole('button', { name: 'Sudah dilaksanakan' }).click()
  await handler.told('Pelaksanaan tercatat.')
  const proposal = await handler.begin('Usulkan jawaban')
  await proposal.getByLabel('Hasil').selectOption('Terbukti')
  await proposal.getByLabel('Isi jawaban').fill('Uang itu tidak ada dasarnya. Kami mengembalikannya kepada Anda.')
  await everybodyCanUse(handler.page)
  await proposal.getByRole('button', { name: 'Ajukan ke pimpinan' }).click()
  await handler.told('Usul jawaban diajukan ke pimpinan.')
  expect(await handler.acts.getByRole('button', { name: 'Jawab', exact: true }).count()).toBe(0)

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(handed.number)
  await head.page.getByText('Petugas loket dua sudah ditanya.').first().waitFor()
  const answer = await head.begin('Jawab')
  await answer.getByRole('radio', { name: 'Setujui usul apa adanya' }).check()
  await everybodyCanUse(head.page)
  await answer.getByRole('button', { name: 'Kirim jawaban' }).click()
  await head.told('Jawaban tampil di halaman pantau pelapor.')
  await everybodyCanUse(head.page)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.status('Dijawab')
  await follow.panel.getByText('Hasil: Terbukti').waitFor()
  await follow.panel.getByText('Kami mengembalikannya kepada Anda.').first().waitFor()
  await everybodyCanUse(reporter)
  await follow.press('Saya setuju dengan jawaban ini')
  await follow.press('Ya, saya setuju')
  await follow.status('Selesai')
  await everybodyCanUse(reporter)
  const shown = await readOut(follow.panel)
  expect(shown).toContain('Diminta uang di loket dua')
  expect(shown).not.toContain('Tanyakan kepada petugas loket dua.')
})
