import { expect, it } from 'vitest'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import { dayOf, standardCalendar } from '../../service/offices/calendar/office-calendar.ts'
import { afterWorkingDays, localDayOf } from '../../service/offices/calendar/working-days.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { unitAt } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import { signInAsOperator } from './pages/sign-in.ts'
import { aMemberOfStaff, staffRoom } from './pages/staff-room.ts'
import { complaintForm } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aPerson, aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the unit’s admin invites a colleague, who chooses a password and finds the register', async () => {
  const office = await anOpenOffice()
  const admin = await aMemberOfStaff(office, 'admin')
  const { page, press } = admin
  await admin.goTo('Petugas')
  await page.getByText('Bayu Peraga').first().waitFor()
  await press('Undang petugas')
  const invitation = page.locator('ui-dialog').filter({ hasText: 'Ia mendapat tautan sekali pakai' })
  await invitation.getByLabel('Nama', { exact: true }).fill('Fajar Misal')
  await invitation.getByLabel('Jabatan').fill('Petugas verifikasi')
  await invitation.getByRole('textbox', { name: 'Surel' }).fill('fajar@bagian-organisasi.example')
  await invitation.getByRole('checkbox', { name: 'Petugas verifikasi' }).check()
  await everybodyCanUse(page)
  await invitation.getByRole('button', { name: 'Buat undangan' }).click()
  await page.getByText('Undangan untuk Fajar Misal siap').waitFor()
  await everybodyCanUse(page)
  const link = (await page.getByRole('group', { name: 'Tautan undangan' }).getByRole('code').textContent()) ?? ''
  expect(link).toMatch(/#\/invitation\/\S+$/)

  const colleague = await aPerson(office, { errors: [/status of 401/] })
  await colleague.goto(link)
  await colleague.getByRole('heading', { name: 'Terima undangan' }).waitFor()
  await everybodyCanUse(colleague)
  await colleague.getByLabel('Kata sandi baru', { exact: true }).fill('kuda-laut-biru-77')
  await colleague.getByLabel('Ulangi kata sandi baru').fill('kuda-laut-biru-77')
  await colleague.getByRole('button', { name: 'Simpan dan masuk' }).click()
  await colleague.getByText('Bila akun Anda baru, minta pimpinan').waitFor()
  const head = await aMemberOfStaff(office, 'kepala', { at: '/admin/bagian-organisasi/today' })
  await head.press('Pastikan akun Fajar Misal')
  await head.told('Akun Fajar Misal dipastikan.')
  await everybodyCanUse(head.page)
  await colleague.reload()
  await colleague.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await staffRoom(colleague).goTo('Unit')
  await colleague.getByRole('link', { name: 'Retensi' }).waitFor()
  expect(await colleague.getByRole('link', { name: 'Pengaturan' }).count()).toBe(0)
  await staffRoom(colleague).press('Keluar')
  await colleague.getByRole('heading', { name: 'Masuk ke ruang petugas' }).waitFor()
  await everybodyCanUse(colleague)

  const late = await aPerson(office, { errors: [/status of 40[0-9]/] })
  await late.goto(link)
  await late.getByRole('alert').waitFor()
})

it('the operator closes a unit, visitors read where to go instead, and it opens again when taken back', async () => {
  const office = await anOpenOffice(withOperator)
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto('/admin/')
  await signInAsOperator(page, office.address)
  const unit = page.getByRole('listitem').filter({ hasText: 'bagian-organisasi' })
  await unit.getByRole('button', { name: 'Tutup unit' }).click()
  const form = page.locator('ui-dialog').filter({ hasText: 'tidak menerima pengaduan baru' })
  await form.getByRole('button', { name: 'Tutup unit' }).click()
  await form.getByText('Isian ini perlu diisi.').first().waitFor()
  await everybodyCanUse(page)
  await form.getByLabel(/dalam bahasa Indonesia/).fill('Sampaikan kepada Dinas Contoh di dinas.example.')
  await form.getByLabel(/dalam bahasa Inggris/).fill('Write to Dinas Contoh at dinas.example.')
  await form.getByRole('button', { name: 'Tutup unit' }).click()
  await unit.getByText(/Tidak menerima pengaduan baru sejak/).waitFor()
  await everybodyCanUse(page)

  const visitor = await aVisitor(office, { on: phone })
  await visitor.goto('/t/bagian-organisasi')
  await visitor.getByText('Sampaikan kepada Dinas Contoh di dinas.example.').waitFor()
  await everybodyCanUse(visitor)

  await unit.getByRole('button', { name: 'Batalkan penutupan' }).click()
  await unit.getByRole('button', { name: 'Tutup unit' }).waitFor()
  const another = await aVisitor(office, { on: phone })
  await another.goto('/t/bagian-organisasi')
  await complaintForm(another).step('Pilih kerahasiaan identitas').waitFor()
  expect(await another.getByText('Dinas Contoh di dinas.example').count()).toBe(0)
})

it('an admin finds a category by its name and gives it a procedure; of two admins none loses what they wrote', async () => {
  const office = await anOpenOffice()
  const { page, press, told } = await aMemberOfStaff(office, 'admin', { errors: [/status of 409/] })
  const unit = `${office.address}/admin/bagian-organisasi`
  await page.goto(`${unit}/settings`)
  await page.getByLabel('Cari pengaturan').fill('malad')
  await page.getByRole('button', { name: 'Kategori: Maladministrasi' }).click()
  const category = page.locator('#category-maladministration')
  await category.getByText('Lanjutan', { exact: true }).click()
  const next = 'Petugas lapangan datang melihat dalam tiga hari kerja.'
  await category.getByLabel('Apa yang terjadi sesudah ini (Indonesia)').fill(next)
  await category.getByText(`Sesudah Anda mengadu: ${next}`).waitFor()
  const another = category.getByLabel('Tambah batas waktu sendiri')
  await another.selectOption({ label: 'Verifikasi' })
  await category.getByLabel('Lama', { exact: true }).fill('1')
  expect(await another.inputValue()).toBe('')
  await everybodyCanUse(page)
  await press('Simpan perubahan')
  await told('Pengaturan tersimpan dan langsung berlaku.')
  await category.getByRole('link', { name: 'Atur siapa yang memeriksa' }).click()
  await page.getByText('Bila pengaduan masuk dengan kategori Maladministrasi, …').waitFor()

  const other = await aMemberOfStaff(office, 'admin')
  const addressOf = (where: typeof page) => where.getByLabel('Alamat')
  for (const where of [page, other.page]) await where.goto(`${unit}/begin?step=contact`)
  await addressOf(page).fill('Jalan Umpama 2')
  await addressOf(other.page).fill('Jalan Misal 1')
  await other.press('Simpan dan lanjut')
  await other.page.getByText('Langkah ini tersimpan.').waitFor()
  await press('Simpan dan lanjut')
  await page.getByText('Diubah Anda berdua, dan milik Anda yang dipakai bila disimpan: kontak.').waitFor()
  expect(await addressOf(page).inputValue()).toBe('Jalan Umpama 2')
  await press('Simpan dan lanjut')
  await page.getByText('Langkah ini tersimpan.').waitFor()
})

it('the unit’s admin asks about money in one category, and the officer reads what the visitor answered', async () => {
  const office = await anOpenOffice()
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('link', { name: 'Pengaduan', exact: true }).click()
  const categories = admin.page.getByRole('region', { name: 'Kategori', exact: true })
  const category = categories.getByRole('listitem').filter({ hasText: 'Pertanyaan tambahan' }).first()
  await category.getByText(/: ditangani dalam /).click()
  await category.getByText('Pertanyaan tambahan').click()
  await category.getByRole('button', { name: 'Tambah pertanyaan' }).click()
  await category.getByLabel('Pertanyaan (Indonesia)').fill('Apakah Anda diminta uang?')
  await category.getByLabel('Pertanyaan (Inggris)').fill('Were you asked for money?')
  await category.getByLabel('Jenis jawaban').selectOption('choice')
  const answers = category.getByLabel('Jawaban (Indonesia)')
  for (const [at, [id, en]] of [['Ya', 'Yes'] as const, ['Tidak', 'No'] as const].entries()) {
    await answers.nth(at).fill(id)
    await category.getByLabel('Jawaban (Inggris)').nth(at).fill(en)
  }
  await category.getByRole('button', { name: 'Tambah pertanyaan' }).click()
  await category.getByLabel('Pertanyaan (Indonesia)').nth(1).fill('Berapa jumlahnya?')
  await category.getByLabel('Pertanyaan (Inggris)').nth(1).fill('How much?')
  await category.getByLabel('Jenis jawaban').nth(1).selectOption('amount')
  await category.getByLabel('Ditanyakan bila').selectOption('Apakah Anda diminta uang?')
  await category.getByRole('checkbox', { name: 'Ya', exact: true }).check()
  await category.getByText('Coba seperti pelapor').click()
  await everybodyCanUse(admin.page)
  const preview = category.locator('question-preview')
  expect(await preview.getByLabel('Berapa jumlahnya?').count()).toBe(0)
  await preview.getByRole('radio', { name: 'Ya', exact: true }).check()
  await preview.getByLabel('Berapa jumlahnya?').waitFor()
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')

  const visitor = await aVisitor(office)
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Maladministrasi', 'Beberapa pertanyaan')
  await visitor.getByRole('radio', { name: 'Ya', exact: true }).check()
  await visitor.getByLabel('Berapa jumlahnya?').fill('50.000')
  await visitor.getByText('Rp 50.000').waitFor()
  await visitor.getByRole('button', { name: 'Lanjut' }).click()
  await visitor.getByLabel('Pokok pengaduan').fill('Diminta uang untuk berkas')
  await visitor.getByLabel('Uraian kejadian').fill('Petugas meminta uang agar berkas diproses.')
  for (const _ of [1, 2, 3]) await visitor.getByRole('button', { name: 'Lanjut' }).click()
  for (const statement of await visitor.getByRole('checkbox').all()) await statement.check()
  await visitor.getByRole('button', { name: 'Kirim pengaduan' }).click()
  const { number } = await form.receipt()

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(number)
  const story = verifier.page.locator('case-story')
  await story.getByText('Berapa jumlahnya?').waitFor()
  await story.getByText('Rp 50.000').waitFor()
})

it('an admin closes the office for a day, sees beforehand what moves, and the reporter reads why a date moved', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const receipt = await unit.file()
  const dueAt = receipt.clocks[0]?.dueAt
  // The first day that counts for every date.
  const closed = dayOf(afterWorkingDays(localDayOf(instantOf(new Date()), standardCalendar), 2, standardCalendar).last)

  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('link', { name: 'Waktu', exact: true }).click()
  const calendar = admin.page.getByRole('region', { name: 'Kalender' })
  await calendar.getByRole('button', { name: 'Tambah hari setempat' }).click()
  await calendar.getByLabel('Tanggal').fill(closed)
  await calendar.getByLabel('Keterangan').fill('Hari jadi kabupaten')
  const holidays = admin.page.getByRole('region', { name: 'Hari libur nasional' })
  await holidays.getByRole('button', { name: 'Lihat akibatnya sebelum menyimpan' }).click()
  await holidays.getByText('1 pengaduan terbuka akan bergeser.').waitFor()
  await holidays.getByText('Hari jadi kabupaten').waitFor()
  await everybodyCanUse(admin.page)
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')

  const asReporter = { headers: { Authorization: `Bearer ${receipt.trackingCode}` } }
  const follow = async () =>
    (await (await fetch(`${unit.api}/complaints/${receipt.number}`, asReporter)).json()) as ComplaintView
  await expect.poll(async () => (await follow()).clocks[0]?.dueAt).not.toBe(dueAt)

  const reporter = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  await reporter.goto('/t/bagian-organisasi/follow')
  const page = reporter.getByRole('main')
  await page.getByLabel('Nomor pengaduan').fill(receipt.number)
  await page.getByLabel('Kode lacak').fill(receipt.trackingCode)
  await page.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await page.getByText('Batas waktu bergeser karena kalender kantor berubah').waitFor()
  await page.getByText(/Verifikasi: dari .* menjadi .*Tidak dihitung: .*Hari jadi kabupaten/).waitFor()
  await page.getByText('Rincian per hari').first().click()
  await page.getByText('kantor tutup: Hari jadi kabupaten').first().waitFor()
  await everybodyCanUseWithoutScripts(reporter)
})

/** The browser tells of each answer that is a no. */
const refused = /status of 409/

it('an admin words the receipt, is kept from telling too much, and the next reporter reads it; then ours is back', async () => {
  const office = await anOpenOffice()
  const { page, goTo, press, told } = await aMemberOfStaff(office, 'admin', { errors: [refused] })
  await goTo('Teks')
  const receipt = page.getByRole('listitem').filter({ hasText: 'Pengaduan diterima' })
  await receipt.getByRole('link', { name: 'Surel' }).waitFor()
  await everybodyCanUse(page)

  await receipt.getByRole('link', { name: 'Surel' }).click()
  const text = page.getByLabel('Isi', { exact: true })
  const preview = page.getByRole('region', { name: 'Tampilan bagi pelapor' })
  await preview.getByText('Pengaduan BO-2026-000123 sudah kami terima').waitFor()
  await page.getByLabel('Perihal').fill('Kabar dari Bagian Organisasi')
  await text.fill('Matur nuwun. Pengaduan {nomor} ada pada kami: {tautan}\n\nKeadaannya: ')
  await press('Sisipkan Status (perlu izin: Ditambah status dan tanggal)')
  await preview.getByText('Keadaannya: Dalam proses penyelesaian').waitFor()
  await page.getByText('{status} tidak akan terkirim').waitFor()
  await everybodyCanUse(page)
  await press('Simpan')
  await page.getByText('Teks ini memuat lebih banyak daripada yang diizinkan untuk salurannya.').waitFor()

  await text.fill('Matur nuwun. Pengaduan {nomor} ada pada kami: {tautan}')
  await preview.getByText('Matur nuwun. Pengaduan BO-2026-000123 ada pada kami').waitFor()
  await press('Simpan')
  await told('Tersimpan.')

  const newestMail = async () => {
    await page.reload()
    await page.getByText('Belum ada surel').or(page.getByRole('list')).first().waitFor()
    const mails = page.getByRole('navigation', { name: 'Surel yang tidak dikirim' }).locator('strong')
    return (await mails.allInnerTexts())[0]
  }
  await goTo('Kotak percobaan')
  const { number } = await aComplaint(office)
  await expect.poll(newestMail).toBe('Kabar dari Bagian Organisasi')
  await page.getByRole('button', { name: 'Kabar dari Bagian Organisasi' }).click()
  await page.getByText(`Matur nuwun. Pengaduan ${number} ada pada kami`).waitFor()

  await goTo('Teks')
  await receipt.getByRole('link', { name: 'Surel Milik unit' }).click()
  await page.getByText('Ani Peraga').first().waitFor()
  await press('Kembali ke bawaan')
  await told('Teks bawaan dipakai lagi.')
  const next = await aComplaint(office)
  await goTo('Kotak percobaan')
  await expect.poll(newestMail).toBe(`Pengaduan ${next.number} sudah kami terima`)
})
