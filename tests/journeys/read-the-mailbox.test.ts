import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('letters that the service would have sent lie in the built-in mailbox, with number and link only', async () => {
  const office = await anOpenOffice()
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Kotak percobaan')
  await admin.page.getByText('Belum ada surel').waitFor()
  await everybodyCanUse(admin.page)

  const { number } = await aComplaint(office, { subject: 'Perkara rahasia' })
  const letters = async () => {
    await admin.page.reload()
    await admin.page.getByText('Belum ada surel').or(admin.page.getByRole('list')).first().waitFor()
    return admin.page.getByRole('button', { name: number }).count()
  }
  await expect.poll(letters).toBe(1)
  await admin.page.getByRole('button', { name: number }).click()
  const letter = admin.page.getByRole('article')
  await letter.waitFor()
  await everybodyCanUse(admin.page)
  const text = await readOut(letter)
  expect(text).toContain(`${office.address}/t/bagian-organisasi/follow`)
  expect(text).not.toMatch(/Perkara rahasia|Siti Contoh|Pungutan/)
})
