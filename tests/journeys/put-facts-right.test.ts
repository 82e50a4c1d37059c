import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a complaint in the wrong category is put right, and its reporter reads what was changed and why', async () => {
  const office = await anOpenOffice()
  const complaint = await aComplaint(office, { category: 'illegal_levy', subject: 'Berkas tidak kunjung selesai' })

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(complaint.number)
  const form = await verifier.begin('Perbaiki data')
  await form.getByLabel('Kategori').selectOption('Maladministrasi')
  await form.getByLabel('Orang yang diadukan').fill('Petugas loket 3')
  await form.getByLabel('Apa yang keliru?').fill('Isinya tentang layanan yang lambat.')
  await form.getByText('Batas waktu dihitung lagi').waitFor()
  await form.getByText('Petugas yang disebut di sini').waitFor()
  await everybodyCanUse(verifier.page)
  await form.getByRole('button', { name: 'Perbaiki dan beri tahu pelapor' }).click()
  await verifier.told('Data pengaduan diperbaiki.')

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open(complaint)
  await expect.poll(() => readOut(follow.panel)).toContain('Isinya tentang layanan yang lambat.')
})
