import { expect, it } from 'vitest'
import { letterOffice } from '../support/a-letter-office.ts'
import { unitAt } from '../support/an-office.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer learns beforehand that a name will be covered, and reads it neither in notes nor letters once it is kept', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const staff = (mailbox: string) => unit.signIn(mailbox)
  const atWork = { unit: () => unit, staff }
  expect((await setLetters(atWork, lettersOn)).status).toBe(200)
  const reporter = { name: 'Sekar Umpamawati', address: 'Jalan Misal 9', phone: '0812-0000-7714' }
  const { number } = await unit.file({ reporter: { ...reporter, channels: ['letter'] as const } })
  const message = { text: 'Bu Sekar Umpamawati, silakan datang.', leakReason: 'Pelapor meminta disapa.' }
  expect((await (await staff('verifikator')).act(number, 'message', message)).status).toBe(200)
  await letterOffice(atWork).theLetter(number, 'message')

  const officer = await aMemberOfStaff(office, 'petugas', { errors: [/status of 409/] })
  const { page } = officer
  await officer.openCase(number)
  await page.getByLabel('Catatan untuk petugas').fill('Bu Sekar Umpamawati sudah menelepon.')
  await officer.press('Simpan catatan')
  await page.getByText('siapa pun membaca “[nama disamarkan]”').waitFor()
  await everybodyCanUse(page)
  await page.getByLabel('Mengapa harus tetap ada?').fill('Untuk dihubungi lagi.')
  await officer.press('Simpan catatan')
  await page.getByText('Bu Sekar Umpamawati sudah menelepon.').waitFor()

  const kept = await (await staff('verifikator')).act(number, 'keep-confidential', { reason: 'Terlapor mengenalnya.' })
  expect(kept.status).toBe(200)
  await page.reload()
  await page.getByText('Bu [nama disamarkan] sudah menelepon.').waitFor()
  await officer.goTo('Surat')
  // What tells the reporter of it is a letter too; the message has waited longer.
  await page.getByRole('link', { name: /^Naskah \d/ }).click()
  await page
    .getByRole('button', { name: `Lihat Pesan petugas, ${number}` })
    .first()
    .click()
  await page.getByText('Nama, alamat, dan kontak pelapor disamarkan di surat ini').waitFor()
  await everybodyCanUse(page)
  expect(await page.getByRole('article', { name: 'Pratinjau surat' }).textContent()).not.toContain('Sekar')
})
