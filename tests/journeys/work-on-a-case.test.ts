import { expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { letterOffice } from '../support/a-letter-office.ts'
import { unitAt } from '../support/an-office.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { officeDay } from '../support/office-days.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint, takenUpBy } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a complaint in the wrong category is put right, and its reporter reads what was changed and why', async () => {
  const office = await anOpenOffice()
  const complaint = await aComplaint(office, { category: 'illegal_levy', subject: 'Berkas tidak kunjung selesai' })

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(complaint.number)
  const form = await verifier.begin('Perbaiki data')
  await form.getByLabel('Kategori').selectOption('Maladministrasi')
  await form.getByLabel('Orang yang diadukan').fill('Petugas loket 3')
  await form.getByLabel('Apa yang keliru?').fill('Isinya tentang layanan yang lambat.')
  await form.getByText('Batas waktu dihitung lagi').waitFor()
  await form.getByText('Petugas yang disebut di sini').waitFor()
  await everybodyCanUse(verifier.page)
  await form.getByRole('button', { name: 'Perbaiki dan beri tahu pelapor' }).click()
  await verifier.told('Data pengaduan diperbaiki.')

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open(complaint)
  await expect.poll(() => readOut(follow.panel)).toContain('Isinya tentang layanan yang lambat.')
})

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

it('a unit makes a label, a verifier sets it by one press and on many cases, and finds and takes it off again', async () => {
  const office = await anOpenOffice()
  const [one, two] = [await aComplaint(office), await aComplaint(office)]
  await takenUpBy(office, 'verifikator', one, two)

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

it('an officer ticks off what the category asks for, is reminded of the rest on its day, and nobody else is', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const admin = await unitAt(office.address).signIn('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const steps = [{ id: 'Tanya petugas loket' }, { id: 'Periksa kuitansi', en: 'Look at the receipt' }]
  const body = JSON.stringify({ ...settings, categories: settings.categories.map((one) => ({ ...one, steps })) })
  const headers = { ...admin.headers, 'Content-Type': 'application/json' }
  const saved = await fetch(`${unitAt(office.address).api}/settings`, { method: 'PUT', headers, body })
  expect(saved.status).toBe(200)
  const verifier = await unitAt(office.address).signIn('verifikator')
  const handler = await unitAt(office.address).signIn('petugas')
  await verifier.act(number, 'verify')
  await verifier.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: 'Tangani.' })

  const { page, press, openCase, begin, told } = await aMemberOfStaff(office, 'petugas')
  await openCase(number)
  const list = page.getByRole('region', { name: 'Daftar periksa' })
  await list.getByRole('checkbox', { name: 'Tanya petugas loket' }).check()
  await list.getByText('1 dari 2 selesai').waitFor()
  await press('Ingatkan saya')
  await page.getByLabel('Mengingatkan apa?').fill('Telepon Saptarana soal kuitansi.')
  await press('Ingatkan saya')
  await page.getByText('Pilih harinya.').waitFor()
  await everybodyCanUse(page)
  await page.getByRole('radio', { name: 'Hari lain' }).check()
  const today = officeDay()
  await page.locator('case-reminders').getByLabel('Tanggal').fill(today)
  await press('Ingatkan saya')
  await told('Anda diingatkan pada ')
  const panel = await begin('Usulkan jawaban')
  await panel.getByText('1 langkah belum dicentang: Periksa kuitansi').waitFor()
  await everybodyCanUse(page)

  await page.goto(`${office.address}/admin/bagian-organisasi/today`)
  const row = page.getByRole('list', { name: 'Pengingat Anda' }).getByRole('listitem')
  await row.getByText('Telepon Saptarana soal kuitansi.').waitFor()
  await row.getByRole('link', { name: number }).click()
  await list.getByText('1 dari 2 selesai').waitFor()
  await page.goBack()
  await row.getByRole('button', { name: 'Selesai' }).click()
  await told('Pengingat selesai.')
  await expect.poll(() => row.count()).toBe(0)

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(number)
  await head.page.getByRole('region', { name: 'Daftar periksa' }).getByText('Periksa kuitansi').waitFor()
  expect(await head.page.getByText('Saptarana').count()).toBe(0)
})

it('two officers in one case see each other, and one is told what the other changed without losing a word', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  // The verifier's own note may be done while the next act is ordered, which the page then orders once more.
  const verifier = await aMemberOfStaff(office, 'verifikator', { errors: [/status of 409/] })
  await verifier.openCase(number)
  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(number)

  await head.page.getByText('Bayu Peraga juga membuka pengaduan ini.').waitFor()
  await verifier.page.getByText('Dewi Peraga juga membuka pengaduan ini.').waitFor()
  await everybodyCanUse(head.page)
  await verifier.page.getByLabel('Catatan untuk petugas').fill('Saya periksa dahulu.')
  await head.page.getByText('Bayu Peraga sedang menulis di pengaduan ini.').waitFor()
  await everybodyCanUse(head.page)

  const panel = await head.begin('Verifikasi')
  await panel.getByRole('button', { name: 'Mulai proses' }).click()
  await head.told('Pengaduan terverifikasi dan dalam proses.')
  await verifier.page.getByText(/Berubah sementara itu: Diverifikasi dan mulai ditangani, Dewi Peraga/).waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.press('Muat yang terbaru')
  await verifier.acts.getByRole('button', { name: 'Disposisi' }).waitFor()
  expect(await verifier.page.getByLabel('Catatan untuk petugas').inputValue()).toBe('Saya periksa dahulu.')

  await head.goTo('Buku register')
  await head.page.getByRole('link', { name: number }).waitFor()
  await expect.poll(() => verifier.page.getByText('Dewi Peraga juga membuka pengaduan ini.').count()).toBe(0)

  await verifier.press('Simpan catatan')
  const asked = await verifier.begin('Minta kelengkapan')
  await asked.getByRole('checkbox', { name: 'Bukti' }).check()
  await asked.getByLabel('Jelaskan kepada pelapor apa yang diperlukan').fill('Mohon foto loketnya.')
  await asked.getByRole('button', { name: 'Kirim permintaan' }).click()
  await verifier.told('Kelengkapan diminta kepada pelapor.')
  await head.page.getByText('Daftar ini sudah berubah.').waitFor({ timeout: 60_000 })
  await everybodyCanUse(head.page)
  await head.press('Tampilkan')
  await head.page.getByText('Daftar ini sudah berubah.').waitFor({ state: 'detached' })
})

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
