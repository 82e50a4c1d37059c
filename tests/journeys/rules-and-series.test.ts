import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint, takenUpBy } from './support/a-complaint.ts'
import { phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a unit makes a rule by choosing, sees what it would have done, switches it on, and it gives out the next complaint', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  await unit.file({ category: 'maladministration' })

  const admin = await aMemberOfStaff(office, 'admin', { on: phone, at: '/admin/bagian-organisasi/rules' })
  const { page } = admin
  await page.getByText('Belum ada aturan').waitFor()
  await admin.press('Tambah aturan')
  await admin.press('Simpan')
  await page.getByText('Pilih sedikitnya satu hal yang dikerjakan.').waitFor()
  await page.getByLabel('Nama', { exact: true }).fill('Maladministrasi ke Citra')
  await page.getByRole('checkbox', { name: 'Maladministrasi' }).check()
  await page.getByLabel('Tugaskan kepada').selectOption({ label: 'Citra Peraga' })
  await page.getByRole('checkbox', { name: 'Pimpinan' }).check()
  const sentence =
    'Bila pengaduan masuk dengan kategori Maladministrasi, tugaskan kepada Citra Peraga dan beri tahu pimpinan.'
  await page.getByText(sentence).waitFor()
  await everybodyCanUse(page)
  await admin.press('Simpan')
  await admin.told('Aturan disimpan.')

  // A rule is off until somebody saw on what it would have acted.
  await admin.press('Nyalakan: Maladministrasi ke Citra')
  await page.getByText('Aturan ini akan berlaku pada 1 pengaduan dari 90 hari terakhir.').waitFor()
  await everybodyCanUse(page)
  await admin.press('Nyalakan')
  await admin.told('Aturan aktif.')

  const { number } = await unit.file({ category: 'maladministration' })
  const verifier = await unit.signIn('verifikator')
  await verifier.act(number, 'verify')
  const handler = async () => (await verifier.case(number)).handler?.name
  await expect.poll(handler, { timeout: 60_000, interval: 1_000 }).toBe('Citra Peraga')
  const officer = await aMemberOfStaff(office, 'petugas', { at: `/admin/bagian-organisasi/cases/${number}` })
  await officer.showPart('Riwayat')
  await officer.page.getByText('Maladministrasi ke Citra: menugaskan kepada Citra Peraga.').waitFor()
  await officer.page.getByText('Maladministrasi ke Citra: memberi tahu pimpinan.').waitFor()
})

it('a unit makes a series of acts, a verifier does it by three clicks, takes it back, and finds it by Ctrl+K and for many', async () => {
  const office = await anOpenOffice()
  const [one, two] = [await aComplaint(office), await aComplaint(office)]
  const clerk = await unitAt(office.address).signIn('verifikator')
  await takenUpBy(office, 'verifikator', one, two)

  const admin = await aMemberOfStaff(office, 'admin', { on: phone, at: '/admin/bagian-organisasi/series' })
  await admin.page.getByText('Belum ada rangkaian').waitFor()
  await admin.press('Tambah rangkaian')
  await admin.page.getByLabel('Nama', { exact: true }).fill('Serahkan ke loket')
  await admin.page.getByRole('checkbox', { name: 'Verifikasi pengaduan' }).check()
  await admin.press('Simpan')
  await admin.page.getByText('Pilih sedikitnya dua tindakan; untuk satu tindakan sudah ada tombolnya.').waitFor()
  await admin.page.getByLabel('Disposisikan kepada').selectOption({ label: 'Citra Peraga' })
  await admin.page.getByLabel('Catatan untuk petugas').fill('Cek rekaman loket.')
  await admin.page.getByText('Verifikasi, disposisikan kepada Citra Peraga, lalu tulis catatan.').waitFor()
  await everybodyCanUse(admin.page)
  await admin.press('Simpan')
  await admin.told('Rangkaian disimpan.')
  await everybodyCanUse(admin.page)

  const { page, press, acts, showPart, told } = await aMemberOfStaff(office, 'verifikator')
  const address = (number: string) => `/admin/bagian-organisasi/cases/${number}`
  // The clock of their machine is a day ahead, which takes nobody's ten seconds away.
  await page.addInitScript('{ const now = Date.now; Date.now = () => now() + 86_400_000 }')
  await page.goto(address(one.number))
  let clicks = 0
  const click = async (name: string) => {
    clicks++
    await acts.getByRole('button', { name }).click()
  }
  const dialog = page.getByRole('dialog', { name: 'Serahkan ke loket' })
  const order = async () => {
    await click('Lainnya')
    await click('Serahkan ke loket')
    await dialog.waitFor()
    await page.getByText('Disposisi kepada Citra Peraga').waitFor()
    clicks++
    await press('Jalankan')
  }
  await order()
  await press('Batalkan')
  await told('Tidak jadi dijalankan. Tidak ada yang berubah.')
  expect((await clerk.case(one.number)).status).toBe('received')
  expect(clicks).toBe(3)
  console.info('clicks from the case for verify, dispatch and note by a series:', clicks)

  await order()
  const sentence = 'Rangkaian dijalankan.'
  await page
    .getByText(/Dijalankan dalam \d+ detik/)
    .or(page.getByText(sentence))
    .first()
    .waitFor()
  await everybodyCanUse(page)
  await told(sentence)
  const done = await clerk.case(one.number)
  expect([done.status, done.handler?.name, done.notes[0]?.text]).toEqual([
    'in_progress',
    'Citra Peraga',
    'Cek rekaman loket.',
  ])
  await showPart('Riwayat')
  await expect.poll(() => page.getByText('rangkaian “Serahkan ke loket”').count()).toBe(3)
  await page.getByText('Bayu Peraga').first().waitFor()
  await everybodyCanUse(page)

  // What would be refused is not offered.
  await click('Lainnya')
  await acts.getByRole('button', { name: 'Templat' }).waitFor()
  expect(await acts.getByRole('button', { name: 'Serahkan ke loket' }).count()).toBe(0)

  await page.goto(address(two.number))
  await page.getByRole('heading', { name: 'Uraian' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.locator('command-palette input').fill('loket')
  await page.getByRole('option', { name: /Serahkan ke loket/ }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  await everybodyCanUse(page)
  await page.keyboard.press('Escape')

  await page.goto('/admin/bagian-organisasi/cases')
  await page.getByRole('checkbox', { name: 'Pilih semua di halaman ini' }).check()
  await page
    .getByRole('group', { name: 'Tindakan untuk yang dipilih' })
    .getByRole('button', { name: 'Rangkaian' })
    .click()
  await page.getByRole('dialog', { name: 'Rangkaian pada 2 pengaduan' }).waitFor()
  await page.getByLabel('Rangkaian tindakan').selectOption({ label: 'Serahkan ke loket' })
  await press('Lihat dahulu apa yang berubah')
  await page.getByRole('list', { name: '1 tidak berubah' }).getByText(one.number).waitFor()
  await everybodyCanUse(page)
  await press('Jalankan untuk 1 pengaduan')
  await told('Rangkaian: 1 pengaduan selesai.')
  expect((await clerk.case(two.number)).handler?.name).toBe('Citra Peraga')
})
