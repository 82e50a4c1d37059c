import { it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer marks words of the story, says why, and reads on the case that outsiders will not read them', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Karno melihat uang diminta' })
  const officer = await aMemberOfStaff(office, 'verifikator')
  const { page } = officer
  await officer.openCase(handed.number)
  const panel = await officer.begin('Samarkan kata')
  await panel.getByLabel('Kata, satu tiap baris').fill('Karno')
  await panel.getByLabel('Alasan').fill('Saksi minta tidak disebut.')
  await everybodyCanUse(page)
  await panel.getByRole('button', { name: 'Simpan' }).click()
  await officer.told('Kata disamarkan bagi pihak luar.')
  await page.getByRole('heading', { name: 'Disamarkan bagi pihak luar' }).waitFor()
  await page.getByText('Saksi minta tidak disebut.').first().waitFor()
  await page.getByText('Karno melihat uang diminta').first().waitFor()
  await everybodyCanUse(page)
})
