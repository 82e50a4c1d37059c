import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a second office on the same service has its own page, categories and numbers, and the first sees nothing of it', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { on: phone })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/demo/dinas-contoh')
  await everybodyCanUse(visitor)
  await visitor.getByRole('button', { name: 'Sampaikan pengaduan' }).click()
  const form = complaintForm(visitor)
  await form.step('Pilih kerahasiaan identitas').waitFor()
  await form.panel.getByText('Aturan penanganan dan privasi').click()
  await form.panel.getByText('Janji kami kepada pelapor').waitFor()
  await everybodyCanUse(visitor)
  await form.choosePrivacy('Tanpa identitas')
  const kinds = await form.panel.getByRole('radio').all()
  expect(kinds).toHaveLength(4)
  expect(await form.panel.getByRole('radio', { name: 'Maladministrasi' }).count()).toBe(0)
  await everybodyCanUse(visitor)
  await form.chooseCategory('Sikap petugas')

  // Closed and opened again, the dialog still has what was written.
  await visitor.keyboard.press('Escape')
  await visitor.getByText('isian Anda masih ada').waitFor()
  await everybodyCanUse(visitor)
  await visitor.getByRole('alertdialog').getByRole('button', { name: 'Tutup' }).click()
  await form.panel.waitFor({ state: 'hidden' })
  await visitor.getByRole('button', { name: 'Sampaikan pengaduan' }).click()
  await form.step('Apa yang terjadi').waitFor()
  await form.tell('Dilayani sambil dimarahi')
  await form.skipEvidence()
  await form.next()
  await form.agree()
  await form.send()
  const { number } = await form.receipt()
  expect(number).toMatch(/^DLW-\d{4}-000001$/)
  await everybodyCanUse(visitor)

  const verifier = await aMemberOfStaff(office, 'verifikator', { errors: [/status of 404/] })
  await verifier.page.getByText('Belum ada pengaduan').or(verifier.page.getByText('Tidak ada yang menunggu')).waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.page.goto(`/admin/dinas-contoh/cases/${number}`)
  await verifier.page.getByText('Halaman tidak ditemukan').first().waitFor()
  await verifier.page.goto(`/admin/bagian-organisasi/cases/${number}`)
  await verifier.page.getByText('Pengaduan ini tidak ada di unit Anda.').waitFor()
})
