import { it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a complaint without identity is verified with a decision and its reason, and the reporter reads both', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { on: phone })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Uang muka untuk stempel')
  await form.skipEvidence()
  await everybodyCanUse(visitor)
  await form.next()
  await form.step('Periksa dan kirim').waitFor()
  await form.agree()
  await form.send()
  const handed = await form.receipt()

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  const verification = await verifier.begin('Verifikasi')
  await verification.getByRole('radio', { name: 'Tidak cukup berdasar' }).check()
  await verification.getByRole('button', { name: 'Nyatakan tidak dapat ditindaklanjuti' }).waitFor()
  await everybodyCanUse(verifier.page)
  await verification.getByRole('radio', { name: 'Ya, cukup berdasar' }).check()
  await verification.getByLabel('Alasannya').fill('Loket, waktu, dan jumlahnya dapat diperiksa.')
  await everybodyCanUse(verifier.page)
  await verification.getByRole('button', { name: 'Mulai proses' }).click()
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')

  const follow = followUp(visitor)
  await follow.open(handed)
  await follow.status('Dalam proses penyelesaian')
  await follow.panel.getByText('Dinilai beralasan.').waitFor()
  await follow.panel.getByText('Loket, waktu, dan jumlahnya dapat diperiksa.').first().waitFor()
  await everybodyCanUse(visitor)
})
