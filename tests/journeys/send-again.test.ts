import { expect, it, onTestFinished } from 'vitest'
import { startStandInResend } from '../support/stand-in-resend.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer reads why nobody could be told, and has the news sent again once the address is taken', async () => {
  const resend = await startStandInResend()
  onTestFinished(resend.close)
  resend.mood = 'refuses_address'
  const office = await anOpenOffice({ RESEND_API_KEY: 're_contoh', RESEND_BASE_URL: resend.url })
  const { number } = await aComplaint(office, { subject: 'Pemberitahuan tidak sampai' })
  await expect.poll(() => resend.requests).toBe(1)

  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.goTo('Pemberitahuan yang tidak sampai')
  await officer.page.getByText('Penyedia surel menolak alamat ini', { exact: false }).waitFor()
  await everybodyCanUse(officer.page)
  resend.mood = 'well'
  await officer.page.getByRole('button', { name: 'Kirim ulang' }).click()
  await officer.page.getByText('Tidak ada pemberitahuan yang gagal').waitFor()
  await expect.poll(() => resend.delivered.length).toBe(1)
  expect(resend.delivered[0]?.subject).toContain(number)
})
