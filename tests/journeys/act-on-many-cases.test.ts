import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint, takenUpBy } from './support/a-complaint.ts'
import { phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** Two cases that can be dispatched, and one that is not verified yet. */
async function threeCases() {
  const office = await anOpenOffice()
  const verifier = await unitAt(office.address).signIn('verifikator')
  const [one, two, early] = [await aComplaint(office), await aComplaint(office), await aComplaint(office)]
  for (const { number } of [one, two]) await verifier.act(number, 'verify')
  await takenUpBy(office, 'verifikator', early)
  return { office, verifier, one, two, early }
}

it('a verifier dispatches many cases at once: sees first what changes, undoes it, and does it again', async () => {
  const { office, verifier: clerk, one, two, early } = await threeCases()
  const verifier = await aMemberOfStaff(office, 'verifikator')
  const { page, press, told } = verifier
  await verifier.goTo('Buku register')
  await page.getByRole('checkbox', { name: 'Pilih semua di halaman ini' }).check()
  await page.getByText('3 dipilih').waitFor()
  await everybodyCanUse(page)
  const acts = page.getByRole('group', { name: 'Tindakan untuk yang dipilih' })
  await acts.getByRole('button', { name: 'Disposisi' }).click()
  await page.getByRole('dialog', { name: 'Disposisikan 3 pengaduan' }).waitFor()
  await page
    .getByRole('combobox', { name: 'Penangan' })
    .last()
    .selectOption({ label: 'Citra Peraga · Petugas penerima dan penangan' })
  await everybodyCanUse(page)
  await page.getByRole('button', { name: 'Lihat dahulu apa yang berubah' }).click()
  const stays = page.getByRole('list', { name: '1 tidak berubah' })
  await stays.getByText(early.number).waitFor()
  await stays.getByText('Tindakan ini tidak dapat dilakukan pada status pengaduan saat ini.').waitFor()
  await page.getByRole('list', { name: '2 akan berubah' }).getByText(one.number).waitFor()
  await everybodyCanUse(page)
  await page.getByRole('button', { name: 'Jalankan untuk 2 pengaduan' }).click()
  await press('Urungkan')
  await page.getByText('Disposisi diurungkan. Tidak ada yang berubah.').waitFor()
  expect((await clerk.case(one.number)).handler).toBeNull()

  await page.getByRole('checkbox', { name: `Pilih ${two.number}` }).check()
  await acts.getByRole('button', { name: 'Disposisi' }).click()
  await page.getByRole('dialog', { name: 'Disposisikan 1 pengaduan' }).waitFor()
  await page
    .getByRole('combobox', { name: 'Penangan' })
    .last()
    .selectOption({ label: 'Citra Peraga · Petugas penerima dan penangan' })
  await page.getByRole('button', { name: 'Lihat dahulu apa yang berubah' }).click()
  await page.getByRole('button', { name: 'Jalankan untuk 1 pengaduan' }).click()
  const done = 'Disposisi: 1 pengaduan selesai.'
  await page
    .getByText(/Disposisi: 1 pengaduan, dijalankan dalam \d+ detik/)
    .or(page.getByText(done))
    .first()
    .waitFor()
  await everybodyCanUse(page)
  await told(done)
  await page
    .getByRole('row', { name: new RegExp(two.number) })
    .getByText('Citra Peraga')
    .waitFor()
  expect((await clerk.case(two.number)).handler?.name).toBe('Citra Peraga')
})

it('on a phone: what was changed meanwhile stays as it is, and is told', async () => {
  const { office, verifier: clerk, one, two } = await threeCases()
  const { page, told } = await aMemberOfStaff(office, 'verifikator', { on: phone })
  await page.getByRole('navigation', { name: 'Halaman utama' }).getByRole('link', { name: 'Pengaduan' }).click()
  await page.getByRole('checkbox', { name: `Pilih ${one.number}` }).check()
  await page.getByRole('checkbox', { name: `Pilih ${two.number}` }).check()
  await everybodyCanUse(page)
  await page
    .getByRole('group', { name: 'Tindakan untuk yang dipilih' })
    .getByRole('button', { name: 'Catatan' })
    .click()
  await page.getByRole('dialog', { name: 'Catatan pada 2 pengaduan' }).waitFor()
  await page.getByLabel('Catatan untuk petugas').fill('Dibahas hari Senin.')
  await page.getByRole('button', { name: 'Lihat dahulu apa yang berubah' }).click()
  await page.getByRole('button', { name: 'Jalankan untuk 2 pengaduan' }).click()
  await page.getByText(/Catatan: 2 pengaduan/).waitFor()
  await clerk.act(one.number, 'note', { text: 'Sementara itu.' })
  await page.reload()
  await told('Catatan: 1 pengaduan selesai.')
  await page.getByText('Pengaduan ini baru saja berubah.').waitFor()
  await everybodyCanUse(page)
})
