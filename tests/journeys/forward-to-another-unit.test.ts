import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const there = 'dinas-contoh'
const maladministration = 'maladministration'

async function offered(office: Awaited<ReturnType<typeof anOpenOffice>>, number: string) {
  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(number)
  const forward = await verifier.begin('Teruskan')
  await forward.getByLabel('Unit tujuan').selectOption('Dinas Layanan Warga Kabupaten Contoh')
  await forward.getByLabel('Mengapa diteruskan?').fill('Loket itu dijalankan dinas.')
  await everybodyCanUse(verifier.page)
  await forward.getByRole('button', { name: 'Teruskan', exact: true }).click()
  await verifier.told('Penerusan tersimpan.')
  await verifier.page.getByRole('heading', { name: 'Menunggu diterima Dinas Layanan Warga' }).waitFor()
  await everybodyCanUse(verifier.page)
  return verifier
}

/** The list of another unit, opened anew until the case lies in it. */
async function waitingThere(office: Awaited<ReturnType<typeof anOpenOffice>>, number: string) {
  const officer = await aMemberOfStaff(office, 'verifikator', { unit: there })
  const lies = () => officer.page.getByText(`· ${number}`).count()
  await expect
    .poll(
      async () => {
        await officer.page.goto(`/admin/${there}/transfers`)
        await officer.page.getByRole('heading', { name: 'Kiriman unit lain' }).waitFor()
        await officer.page.getByText('Memuat kiriman…').waitFor({ state: 'detached' })
        return lies()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await everybodyCanUse(officer.page)
  return officer
}

it('a complaint goes to another unit, and its reporter goes on with the number and code that they have', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { category: maladministration, subject: 'Nama salah ketik' })
  const verifier = await offered(office, handed.number)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.panel.getByText(/Sampai diterima di sana, pengaduan tetap kami tangani/).waitFor()

  const officer = await waitingThere(office, handed.number)
  expect(await readOut(officer.page.getByRole('main'))).not.toMatch(/Bayu|Siti/)
  await officer.press('Terima')
  await officer.page.getByLabel('Kategori di unit Anda').selectOption({ index: 1 })
  await everybodyCanUse(officer.page)
  await officer.press('Terima pengaduan')
  await officer.told(/Pengaduan diterima dengan nomor DLW-\d{4}-000001\./)
  await officer.page
    .getByText(/Dari Bagian Organisasi/)
    .first()
    .waitFor()
  await everybodyCanUse(officer.page)

  await follow.press('Perbarui')
  await follow.panel.getByText(/Sekarang ditangani Dinas Layanan Warga/).waitFor()
  await follow.panel.getByRole('heading', { name: /^Pengaduan DLW-\d{4}-000001$/ }).waitFor()
  await everybodyCanUse(reporter)
  await follow.panel.getByLabel('Tulis pesan kepada petugas').fill('Apakah berkas saya sudah di sana?')
  await follow.press('Kirim pesan')
  await follow.sent()

  await officer.page.reload()
  await officer.page.getByText('Apakah berkas saya sudah di sana?').waitFor()
  await officer.page.getByLabel('Pesan kepada pelapor').fill('Sudah, kami periksa hari ini.')
  await officer.press('Kirim kepada pelapor')
  await officer.told('Pesan tampil di halaman pantau pelapor.')
  await follow.press('Perbarui')
  await follow.panel.getByText('Sudah, kami periksa hari ini.').waitFor()

  await verifier.page.reload()
  await verifier.page.getByText(/nomor di sana DLW-\d{4}-000001/).waitFor()
  expect(await readOut(verifier.page.getByRole('main'))).not.toMatch(/kami periksa hari ini/)
  await everybodyCanUse(verifier.page)

  const plain = await aVisitor(office, { on: phone, javaScriptEnabled: false })
  await plain.goto('/t/bagian-organisasi/follow')
  await plain.getByLabel('Nomor pengaduan').fill(handed.number)
  await plain.getByLabel('Kode lacak').fill(handed.code)
  await plain.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await plain.getByText('Sudah, kami periksa hari ini.').waitFor()
})

it('a complaint about officials is forwarded to the Inspektorat, and its number there is told later', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office)
  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  const forward = await verifier.begin('Teruskan')
  await forward.getByLabel('Nama instansi tujuan').fill('Inspektorat Kabupaten Contoh')
  await forward.getByLabel('Mengapa diteruskan?').fill('Menyangkut dugaan pungutan oleh pegawai.')
  await everybodyCanUse(verifier.page)
  await forward.getByRole('button', { name: 'Teruskan', exact: true }).click()
  await verifier.told('Penerusan tersimpan.')
  const number = await verifier.begin('Nomor di tempat tujuan')
  await number.getByLabel('Nomor pengaduan ini di Inspektorat Kabupaten Contoh').fill('700/123/2026')
  await number.getByRole('button', { name: 'Simpan dan beri tahu pelapor' }).click()
  await verifier.told('Nomor di tempat tujuan tampil di halaman pantau pelapor.')
  await everybodyCanUse(verifier.page)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.status('Diteruskan')
  await follow.panel
    .getByText(/diteruskan ke Inspektorat Kabupaten Contoh\. Nomornya di sana: 700\/123\/2026/)
    .waitFor()
  await everybodyCanUse(reporter)
})
