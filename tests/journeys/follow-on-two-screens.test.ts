import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a complaint is followed on at most two screens of a phone, new and in progress, and what few people need is folded', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket dua' })
  const visitor = await aVisitor(office, { on: phone })
  await visitor.goto('/t/bagian-organisasi/follow')
  const panel = visitor.getByRole('region', { name: 'Pengaduan', exact: true })
  await panel.getByLabel('Nomor pengaduan').fill(handed.number)
  await panel.getByLabel('Kode lacak').fill(handed.code)
  await panel.getByRole('button', { name: 'Lihat pengaduan', exact: true }).click()
  await panel.getByRole('heading', { name: `Pengaduan ${handed.number}` }).waitFor()
  await panel.getByText('Verifikasi paling lambat').waitFor()

  const measure = async (complaint: string) => {
    const height = await visitor.evaluate(() => document.documentElement.scrollHeight)
    console.log(`${complaint} takes ${height} px, ${(height / phone.height).toFixed(2)} screens`)
    expect(height).toBeLessThanOrEqual(2 * phone.height)
  }
  await measure('a new complaint')
  await everybodyCanUse(visitor)

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  await (await verifier.begin('Verifikasi')).getByRole('button', { name: 'Mulai proses' }).click()
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')
  await panel.getByRole('button', { name: 'Perbarui' }).click()
  await panel.getByText('Dalam proses penyelesaian').first().waitFor()
  await measure('a complaint in progress')

  await panel.getByRole('heading', { name: 'Pesan', exact: true }).click()
  await panel.getByLabel('Tulis pesan kepada petugas').fill('Bagaimana kelanjutannya?')
  await panel.getByRole('button', { name: 'Kirim pesan' }).click()
  await panel.getByText('Bagaimana kelanjutannya?').waitFor()
  expect(await visitor.getByRole('heading', { level: 1 }).count()).toBe(1)
})
