import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a unit makes a label, a verifier sets it by one press and on many cases, and finds and takes it off again', async () => {
  const office = await anOpenOffice()
  const [one, two] = [await aComplaint(office), await aComplaint(office)]

  const admin = await aMemberOfStaff(office, 'admin', { at: `/admin/bagian-organisasi/settings?page=filing` })
  await admin.press('Tambah label')
  await admin.page.getByRole('textbox', { name: 'Nama label' }).fill('Menunggu data dinas')
  await admin.page.getByRole('combobox', { name: 'Warna' }).last().selectOption({ label: 'Jingga tua' })
  await everybodyCanUse(admin.page)
  await admin.press('Simpan perubahan')
  await admin.page.getByRole('button', { name: 'Arsipkan' }).waitFor()

  const { page, press, told } = await aMemberOfStaff(office, 'verifikator', {
    at: `/admin/bagian-organisasi/cases/${one.number}`,
  })
  await page.getByRole('button', { name: 'Label', exact: true }).click()
  await page.getByRole('group', { name: 'Pasang label' }).getByRole('button', { name: 'Menunggu data dinas' }).click()
  const takeOff = page.getByRole('button', { name: 'Lepas label Menunggu data dinas' })
  await takeOff.waitFor()
  await everybodyCanUse(page)

  await page.goto(`${office.address}/admin/bagian-organisasi/cases`)
  const row = (number: string) => page.getByRole('row', { name: new RegExp(number) })
  await row(one.number).getByText('Menunggu data dinas').waitFor()
  await page.getByRole('checkbox', { name: `Pilih ${two.number}` }).check()
  await page.getByRole('group', { name: 'Tindakan untuk yang dipilih' }).getByRole('button', { name: 'Label' }).click()
  await page.getByRole('dialog', { name: 'Label pada 1 pengaduan' }).waitFor()
  await page.getByRole('combobox', { name: 'Label' }).last().selectOption({ label: 'Menunggu data dinas' })
  await press('Lihat dahulu apa yang berubah')
  await press('Jalankan untuk 1 pengaduan')
  await told('Label: 1 pengaduan selesai.')
  await row(two.number).getByText('Menunggu data dinas').waitFor()

  await page.getByRole('combobox', { name: 'Label' }).first().selectOption({ label: 'Menunggu data dinas' })
  await page.waitForURL(/label=/)
  await page.locator('[aria-busy=false]').waitFor()
  await everybodyCanUse(page)
  await page.goto(`${office.address}/admin/bagian-organisasi/cases/${one.number}`)
  await takeOff.click()
  await page.getByRole('button', { name: 'Label', exact: true }).waitFor()
  const verifier = await unitAt(office.address).signIn('verifikator')
  expect((await verifier.case(one.number)).labels).toEqual([])
  expect((await verifier.case(two.number)).labels).toMatchObject([{ name: 'Menunggu data dinas', colour: 'amber' }])
})
