import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** What a form's field of date and time takes, so many minutes ago at the office. */
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000)
    .toLocaleString('sv', { timeZone: 'Asia/Jakarta' })
    .slice(0, 16)
    .replace(' ', 'T')

it('the custodian records a borrowed account, and the reporters whose cases it read are told', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office)
  const untouched = await aComplaint(office)
  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.openCase(handed.number)

  const { page, goTo, press, told } = await aMemberOfStaff(office, 'kustodian')
  await goTo('Register insiden')
  await page.getByRole('heading', { name: 'Belum ada insiden' }).waitFor()
  await everybodyCanUse(page)
  await press('Catat insiden')
  await press('Simpan')
  await page.getByText('Pilih paling sedikit satu.').waitFor()
  await everybodyCanUse(page)
  await page
    .getByLabel('Apa yang terjadi, dan bagaimana data terungkap')
    .fill('Komputer loket ditinggal dalam keadaan terbuka.')
  await page.getByLabel('Penanganan dan pemulihan').fill('Sesi diakhiri dan kata sandi diganti.')
  await page.getByLabel('Mulai terjadi').fill(minutesAgo(90))
  await page.getByLabel('Uraian kejadian').check()
  await page.getByRole('checkbox', { name: /Citra Peraga/ }).check()
  await press('Simpan')
  await told('Insiden tercatat.')

  const cases = page.getByRole('list', { name: /Pengaduan terdampak/ })
  const line = cases.getByRole('listitem').filter({ hasText: handed.number })
  await line.getByText('Belum diberi tahu').waitFor()
  await line.getByText(/Membaca pengaduan/).waitFor()
  await page.getByText(/juga membuka daftar atau ekspor/).waitFor()
  expect(await cases.getByText(untouched.number).count()).toBe(0)
  await everybodyCanUse(page)

  await page.getByLabel('Nomor pengaduan').fill(untouched.number)
  await press('Tambah pengaduan')
  await cases.getByText('ditambahkan petugas').waitFor()
  await press(`Keluarkan ${untouched.number}`)
  await page.getByLabel('Mengapa tidak terdampak?').fill('Tidak terlihat di layar itu.')
  await press('Keluarkan')
  await cases.getByText('Dikeluarkan: Tidak terlihat di layar itu.').waitFor()

  const notice = page.getByLabel('Naskah bahasa Indonesia')
  await notice.fill(`${await notice.inputValue()}\n\nHormat kami, kantor.`)
  await press('Kirim kepada pelapor')
  await everybodyCanUse(page)
  await press('Ya, kirim sekarang')
  await told('Pemberitahuan sampai di halaman pelapor')
  await line.getByText(/Pemberitahuan sedang dikirim|Pemberitahuan terkirim/).waitFor()

  await page.getByLabel('Disampaikan lewat, dan nomor tandanya').fill('Surat nomor 1/2026')
  await press('Catat sudah disampaikan')
  await page.getByLabel(/^Pelajaran/).fill('Layar terkunci sendiri setelah satu menit.')
  await press('Tutup insiden')
  await page.getByText(/^Ditutup .* oleh/).waitFor()
  await everybodyCanUse(page)
  await page.getByRole('link', { name: 'Register insiden' }).last().click()
  await page.getByText('Komputer loket ditinggal').waitFor()
  await everybodyCanUse(page)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.panel.getByText(/Komputer loket ditinggal[\s\S]*Hormat kami, kantor/).waitFor()
  await everybodyCanUse(reporter)
  const other = followUp(await aVisitor(office, { on: phone }))
  await other.open(untouched)
  expect(await other.panel.getByText('Komputer loket').count()).toBe(0)

  const plain = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  await plain.goto('/t/bagian-organisasi/follow')
  await plain.getByLabel('Nomor pengaduan').fill(handed.number)
  await plain.getByLabel('Kode lacak').fill(handed.code)
  await plain.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await plain.getByText('Komputer loket ditinggal').waitFor()
  await everybodyCanUseWithoutScripts(plain)
})
