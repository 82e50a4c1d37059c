import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm, readOut, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a confidential reporter stays unknown to the handlers, and reads who opened the identity and why', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { on: phone })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Identitas dirahasiakan')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Petugas meminta bagian')
  await form.skipEvidence()
  await form.panel.getByText('Identitas Anda disegel.').waitFor()
  await form.introduce(siti)
  await form.agree()
  await form.send()
  const handed = await form.receipt()

  const handler = await aMemberOfStaff(office, 'petugas')
  await handler.openCase(handed.number)
  await handler.page.getByText('Identitas dirahasiakan', { exact: false }).first().waitFor()
  const shown = await readOut(handler.page.getByRole('main'))
  expect(shown).toContain('Petugas meminta bagian')
  expect(shown).not.toMatch(/Siti|0812-0000-0001|siti@warga/)
  expect(await handler.page.getByRole('button', { name: 'Buka identitas' }).count()).toBe(0)

  const custodian = await aMemberOfStaff(office, 'kustodian')
  await custodian.openCase(handed.number)
  await custodian.press('Buka identitas')
  await custodian.page.getByLabel('Dasar').selectOption('Menghubungi pelapor')
  await custodian.page.getByLabel('Dasar').selectOption('Menghubungi pelapor')
  await custodian.page.getByLabel('Mengapa identitas perlu dibuka?').fill('Menelepon pelapor untuk memastikan tanggal.')
  await everybodyCanUse(custodian.page)
  await custodian.press('Buka dan catat')
  await custodian.page.getByText(siti.name).waitFor()
  await everybodyCanUse(custodian.page)

  const follow = followUp(visitor)
  await follow.open(handed)
  await follow.panel.getByText('Pemegang kunci identitas', { exact: true }).waitFor()
  await follow.panel.getByText('Menelepon pelapor untuk memastikan tanggal.').first().waitFor()
  await everybodyCanUse(visitor)
})
