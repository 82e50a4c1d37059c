import { expect, it } from 'vitest'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a new complaint is followed on at most two screens of a phone, and what few people need is folded', async () => {
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

  const height = await visitor.evaluate(() => document.documentElement.scrollHeight)
  console.log(`a new complaint takes ${height} px, ${(height / phone.height).toFixed(2)} screens`)
  expect(height).toBeLessThanOrEqual(2 * phone.height)
  await everybodyCanUse(visitor)

  await panel.getByRole('heading', { name: 'Pesan', exact: true }).click()
  await panel.getByLabel('Tulis pesan kepada petugas').fill('Bagaimana kelanjutannya?')
  await panel.getByRole('button', { name: 'Kirim pesan' }).click()
  await panel.getByText('Bagaimana kelanjutannya?').waitFor()
  expect(await visitor.getByRole('heading', { level: 1 }).count()).toBe(1)
})
