import { expect, it } from 'vitest'
import { withOperator } from '../support/an-operator.ts'
import { followUp } from './pages/follow-up.ts'
import { signInAsOperator } from './pages/sign-in.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut, readTerm } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aPerson, aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

const nowhere = /status of 404/

/** Writes a complaint down at the counter and picks whom it is about. */
async function takeIn(office: OpenOffice, story: string, ...people: readonly string[]) {
  const officer = await aMemberOfStaff(office, 'petugas')
  const { page, press } = officer
  await officer.goTo('Terima pengaduan')
  await page.getByRole('link', { name: 'Loket' }).click()
  await page.getByRole('radio', { name: 'Tanpa identitas' }).check()
  await press('Lanjut')
  await page.getByLabel('Kategori').selectOption('Pungutan lain-lain oleh petugas')
  await page.getByLabel('Uraian kejadian').fill(story)
  await page.getByText('Apakah orang yang diadukan pegawai di sini?').click()
  for (const name of people) await page.getByRole('checkbox', { name }).check()
  await everybodyCanUse(page)
  await press('Bacakan kembali')
  await page.getByText(`tidak akan dilihat ${people[0]}`).waitFor()
  await page.getByRole('checkbox', { name: 'Sudah dibacakan' }).check()
  await page.getByRole('checkbox', { name: 'Tata cara pengaduan sudah dijelaskan' }).check()
  await press('Catat dan cetak tanda terima')
  await page.getByRole('region', { name: 'Pengaduan tercatat' }).waitFor()
  return officer
}

it('a verifier keeps a case from the officer it is about, the head handles it, and the reporter reads that', async () => {
  const office = await anOpenOffice()
  const other = await aComplaint(office, { subject: 'Antrean tidak dipanggil' })
  const chronology = 'Ibu Citra Peraga meminta uang sebelum surat saya distempel.'
  const handed = await aComplaint(office, { subject: 'Diminta uang stempel', chronology })

  const officer = await aMemberOfStaff(office, 'petugas', { errors: [nowhere] })

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  const address = verifier.page.url()
  const kept = 'Sebelum diputuskan, pengaduan ini tertutup bagi Citra Peraga, tanpa pemberitahuan kepadanya.'
  await verifier.page.getByText(kept).waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.page.getByRole('button', { name: /^Citra Peraga/ }).click()
  await verifier.page.getByRole('checkbox', { name: 'Citra Peraga', checked: true }).waitFor()
  await verifier.page.getByRole('checkbox', { name: 'Dewi Peraga' }).check()
  await verifier.page.getByText('Anda sendiri tidak akan melihatnya lagi.').waitFor()
  await verifier.page.getByRole('checkbox', { name: 'Dewi Peraga' }).uncheck()
  await verifier.page.getByRole('checkbox', { name: 'Citra Peraga' }).check()
  await verifier.page.getByText('Tidak melihatnya lagi: Citra Peraga.').waitFor()
  await verifier.page.getByText('Ditangani Dewi Peraga (Kepala Bagian Organisasi).').waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.page.getByLabel('Alasan').fill('Ia yang menjaga loket dua hari itu.')
  await verifier.press('Tutup akses')
  await verifier.told('Akses ditutup.')
  await verifier.page.getByText('Ditutup bagi Citra Peraga · ditangani Dewi Peraga').waitFor()
  await everybodyCanUse(verifier.page)
  const verify = await verifier.begin('Verifikasi')
  await verify.getByRole('button', { name: 'Mulai proses' }).click()
  const dispatch = await verifier.begin('Disposisi')
  const offered = dispatch.getByRole('combobox', { name: 'Penangan' }).getByRole('option')
  await expect.poll(() => offered.allTextContents()).toEqual(['Pilih…', 'Dewi Peraga · Kepala Bagian Organisasi'])

  await officer.goTo('Buku register')
  await officer.page.getByRole('link', { name: other.number }).waitFor()
  expect(await readOut(officer.page.getByRole('main'))).not.toMatch(/stempel|000002/)
  await officer.page.getByRole('searchbox').fill('stempel')
  await officer.page.getByRole('searchbox').press('Enter')
  await officer.page.getByText('Tidak ada yang cocok').waitFor()
  await officer.page.goto(address)
  await officer.page.getByText('Pengaduan ini tidak ada di unit Anda.').waitFor()
  await everybodyCanUse(officer.page)

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(handed.number)
  await head.page.getByText('Ditutup bagi Citra Peraga · ditangani Dewi Peraga').waitFor()
  const answer = await head.begin('Jawab')
  await answer.getByLabel('Hasil').selectOption('Terbukti')
  await answer.getByLabel('Isi jawaban').fill('Pungutan itu tidak ada dasarnya dan uang Anda dikembalikan.')
  await answer.getByRole('button', { name: 'Kirim jawaban' }).click()
  await head.told('Jawaban tampil di halaman pantau pelapor.')

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open(handed)
  await follow.panel.getByText('Dialihkan: ditangani petugas lain di luar yang dilaporkan').waitFor()
  expect(await readOut(follow.panel)).not.toMatch(/menjaga loket/)
  await everybodyCanUse(follow.panel.page())
})

it('a case given back is everybody’s again', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { reportedPerson: 'Ibu Citra Peraga' })
  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  await verifier.page.getByRole('button', { name: /^Citra Peraga/ }).click()
  await verifier.page.getByLabel('Alasan').fill('Ia yang menjaga loket dua hari itu.')
  await verifier.press('Tutup akses')
  await verifier.told('Akses ditutup.')
  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(handed.number)
  await head.press('Ubah penutupan akses')
  await head.page.getByRole('checkbox', { name: 'Citra Peraga' }).uncheck()
  await head.page.getByText('Terlihat lagi oleh semua petugas yang berhak.').waitFor()
  await everybodyCanUse(head.page)
  await head.page.getByLabel('Alasan').fill('Ternyata orang lain dengan nama yang sama.')
  await head.press('Cabut penutupan')
  await head.told('Penutupan akses dicabut.')
  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.openCase(handed.number)
  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open(handed)
  await follow.panel.getByText('Tidak lagi dialihkan: ditangani petugas unit seperti biasa').waitFor()
})

it('a verifier says in one press that nobody here is meant, and the officer with that name reads it again', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office, { reportedPerson: 'Citra dari bank di sebelah' })
  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(number)
  await verifier.press('Bukan petugas itu')
  await verifier.told('Penutupan akses dicabut.')
  await verifier.page.getByText('Siapa yang dimaksud pelapor?').waitFor({ state: 'detached' })
  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.openCase(number)
})

it('a verifier whom a complaint may concern hands it on from the list of the day, and reads no word of it', async () => {
  const office = await anOpenOffice()
  const [own, another] = [
    await aComplaint(office, { subject: 'Antrean tidak dipanggil' }),
    await aComplaint(office, { subject: 'Diminta uang stempel' }),
  ]
  const { page, press, goTo, showPart, told } = await aMemberOfStaff(office, 'verifikator', {
    errors: [/status of 40[34]/],
  })
  const row = (number: string) => page.getByRole('listitem').filter({ hasText: number })
  await row(own.number).waitFor()
  await row(another.number).waitFor()
  expect(await page.getByText(/Antrean tidak dipanggil|Diminta uang stempel/).count()).toBe(0)
  await everybodyCanUse(page)
  await row(own.number).getByRole('link', { name: 'Mungkin terkait' }).click()
  await page.getByText('Bila mungkin, pengaduan diserahkan kepada petugas lain.').waitFor()
  await everybodyCanUse(page)
  await press('Mungkin terkait, serahkan')
  await page.getByText(`Pengaduan ${own.number} diserahkan kepada petugas lain`).waitFor()
  await everybodyCanUse(page)
  await goTo('Hari ini')
  await row(another.number).getByRole('button', { name: 'Tidak terkait, buka' }).click()
  await page.getByRole('button', { name: 'Mulai proses' }).waitFor()
  await showPart('Riwayat')
  await page.getByText('Mungkin terkait dengan Anda?').click()
  await everybodyCanUse(page)
  await press('Mungkin terkait, serahkan')
  await told(`Pengaduan ${another.number} diserahkan kepada petugas lain`)
  await page.getByRole('heading', { name: 'Buku register' }).waitFor()
})

it('an officer at the counter picks the head, and from that moment only the Inspektorat finds the case', async () => {
  const office = await anOpenOffice()
  const officer = await takeIn(office, 'Surat saya baru ditandatangani setelah saya membayar.', 'Dewi Peraga')
  const { page } = officer
  const receipt = page.getByRole('region', { name: 'Pengaduan tercatat' })
  const number = await readTerm(receipt, 'Nomor pengaduan')
  expect(await receipt.getByRole('link', { name: 'Buka pengaduan' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Keluar dari loket' }).click()
  await officer.goTo('Buku register')
  await page.getByText('Belum ada pengaduan').waitFor()

  const auditor = await aMemberOfStaff(office, 'inspektorat')
  await auditor.openCase(number)
  await auditor.page.getByText('Ditutup bagi Dewi Peraga · ditangani Fajar Peraga').waitFor()
  await auditor.acts.getByRole('button', { name: 'Verifikasi' }).waitFor()
})

it('where everybody is complained about, the operator hears that, and nothing of the case', async () => {
  const office = await anOpenOffice(withOperator)
  const story = 'Uang tanda tangan dibagi dua.'
  const { page: counter } = await takeIn(office, story, 'Dewi Peraga', 'Fajar Peraga')
  const number = await readTerm(counter.getByRole('region', { name: 'Pengaduan tercatat' }), 'Nomor pengaduan')

  for (const mailbox of ['kepala', 'inspektorat'] as const) {
    const { page } = await aMemberOfStaff(office, mailbox, { at: '/admin/bagian-organisasi/cases' })
    await page.getByText('Belum ada pengaduan').waitFor()
  }
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto('/admin/')
  await signInAsOperator(page, office.address)
  const units = page.getByRole('list', { name: 'Unit layanan' })
  await units.getByText('1 pengaduan tidak dapat dibaca siapa pun di unit ini').waitFor()
  await everybodyCanUse(page)
  const said = await readOut(page.getByRole('main'))
  for (const secret of [number, story, 'Peraga', 'Pungutan']) expect(said).not.toContain(secret)
})
