import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a verifier names a colleague in a note; the colleague’s bell leads to it, and whom the case is kept from is never offered', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const { number } = await unit.file({ subject: 'Berkas hilang di loket' })
  const kept = await unit.file({ reportedPerson: 'Ibu Citra Peraga di loket dua', subject: 'Loket dua' })

  const verifier = await aMemberOfStaff(office, 'verifikator')
  const { page } = verifier
  await verifier.openCase(number)
  const note = page.getByLabel('Catatan untuk petugas')
  await note.pressSequentially('Tolong cocokkan buku loket, @cit')
  await page.getByRole('option', { name: /Citra Peraga/ }).waitFor()
  await everybodyCanUse(page)
  await page.keyboard.press('Enter')
  expect(await note.inputValue()).toBe('Tolong cocokkan buku loket, @Citra Peraga ')
  await verifier.press('Simpan catatan')
  await verifier.told('Catatan internal tersimpan.')
  await page.getByText('@Citra Peraga', { exact: true }).waitFor()

  const colleague = await aMemberOfStaff(office, 'petugas')
  await colleague.page.getByRole('button', { name: /Pemberitahuan/ }).click()
  await colleague.page.getByText('Anda disebut dalam catatan:').waitFor()
  await everybodyCanUse(colleague.page)
  await colleague.page
    .getByRole('link', { name: new RegExp(number) })
    .last()
    .click()
  await colleague.page.getByText('Tolong cocokkan buku loket,').waitFor()

  await page.goto(`/admin/bagian-organisasi/cases/${kept.number}`)
  await note.pressSequentially('Rahasia, @')
  await page.getByRole('option', { name: /Dewi Peraga/ }).waitFor()
  expect(await page.getByRole('option', { name: /Citra Peraga/ }).count()).toBe(0)
})
