import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a reporter objects to a complaint that was declined, and another officer has it handled', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket dua' })
  const unit = unitAt(office.address)
  const verifier = await unit.signIn('verifikator', demoPassword)
  const declining = { reason: 'not_our_authority', text: 'Urusan dinas lain.', elsewhere: 'Dinas Contoh' }
  expect((await verifier.act(handed.number, 'decline', declining)).status).toBe(200)

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.status('Tidak dapat ditindaklanjuti')
  await follow.panel.getByText('Urusan dinas lain.').first().waitFor()
  await follow.press('Ajukan keberatan')
  await follow.panel.getByRole('textbox', { name: 'Isi keberatan' }).fill('Loket itu milik kantor ini.')
  await everybodyCanUse(reporter)
  await follow.press('Kirim keberatan')
  await follow.status('Keberatan')

  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(handed.number)
  await head.page.getByText('Loket itu milik kantor ini.').first().waitFor()
  await head.begin('Putuskan keberatan')
  await head.page.getByRole('radio', { name: 'Keberatan dikabulkan' }).check()
  await head.page.getByLabel('Keputusan dan alasannya, untuk pelapor').fill('Kantor ini berwenang.')
  await everybodyCanUse(head.page)
  await head.press('Kirim keputusan')
  await head.told('Keberatan diputuskan.')
  await head.page.getByText('Dalam proses', { exact: true }).first().waitFor()

  await follow.open(handed)
  await follow.status('Dalam proses')
})

it('without JavaScript the rating is given, and the record of a refused complaint is fetched', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Jalan rusak di depan pasar' })
  const unit = unitAt(office.address)
  const verifier = await unit.signIn('verifikator', demoPassword)
  const refused = { reason: 'not_our_authority', text: 'Urusan dinas lain.', elsewhere: 'Dinas Contoh' }
  expect((await verifier.act(handed.number, 'decline', refused)).status).toBe(200)

  const reporter = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  await reporter.goto('/t/bagian-organisasi/follow')
  const form = reporter.getByRole('main')
  await form.getByLabel('Nomor pengaduan').fill(handed.number)
  await form.getByLabel('Kode lacak').fill(handed.code)
  await form.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await form.getByRole('heading', { name: 'Melanjutkan ke lembaga lain' }).waitFor()
  await everybodyCanUseWithoutScripts(reporter)
  const [file] = await Promise.all([
    reporter.waitForEvent('download'),
    form.getByRole('button', { name: 'Unduh berkas pengaduan (PDF)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`${handed.number}-berkas.pdf`)
})

const unfold = (page: Page, summary: string) => page.getByText(summary, { exact: true }).click()

it('a request about personal data is answered by the head, and its reporter reads that without JavaScript', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office)
  const reporter = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  const open = async () => {
    await reporter.goto('/t/bagian-organisasi/follow')
    await reporter.getByLabel('Nomor pengaduan').fill(handed.number)
    await reporter.getByLabel('Kode lacak').fill(handed.code)
    await reporter.getByRole('button', { name: 'Lihat pengaduan' }).click()
  }
  await open()
  for (const summary of ['Salinan data saya', 'Perbaiki identitas atau kontak', 'Tarik identitas saya']) {
    await unfold(reporter, summary)
  }
  await unfold(reporter, 'Permintaan lain tentang data saya')
  await everybodyCanUseWithoutScripts(reporter)
  await reporter.getByLabel('Saya ingin').selectOption('Menghapus data saya')
  await reporter.getByLabel('Permintaan Anda').fill('Hapus foto loket saya.')
  await reporter.getByRole('button', { name: 'Kirim permintaan' }).click()
  await reporter.getByText('Permintaan Anda terkirim.').waitFor()
  await reporter.getByText(/Dijawab paling lambat/).waitFor()

  const head = await aMemberOfStaff(office, 'kepala', { errors: [/status of 409/] })
  await head.goTo('Permintaan data pribadi')
  await head.page
    .getByRole('list', { name: 'Permintaan yang menunggu jawaban' })
    .getByText('Menghapus data saya')
    .waitFor()
  await everybodyCanUse(head.page)
  await head.page.getByRole('link', { name: handed.number }).click()
  await head.reachCase()
  await head.page.getByText('Hapus foto loket saya.').waitFor()
  await head.page.getByRole('radio', { name: 'Tidak dipenuhi' }).check()
  await head.page.getByLabel('Jawaban untuk pelapor').fill('Siti Contoh, foto itu bukti perkara.')
  await head.press('Kirim jawaban')
  await head.page.getByText('Di tulisan ini ada nama pelapor.').waitFor()
  await everybodyCanUse(head.page)
  await head.page.getByLabel('Jawaban untuk pelapor').fill('Foto itu bukti perkara.')
  await head.press('Kirim jawaban')
  await head.told('Jawaban terkirim.')
  await head.goTo('Permintaan data pribadi')
  await head.page.getByRole('heading', { name: 'Tidak ada permintaan yang menunggu' }).waitFor()
  await everybodyCanUse(head.page)

  await open()
  await reporter.getByText('Foto itu bukti perkara.').waitFor()
  await everybodyCanUseWithoutScripts(reporter)
})

it('a complaint is followed on at most two screens of a phone, new and in progress, and what few people need is folded', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket dua' })
  const visitor = await aVisitor(office, { on: phone })
  await visitor.goto('/t/bagian-organisasi/follow')
  const panel = visitor.getByRole('region', { name: 'Pengaduan', exact: true })
  await panel.getByLabel('Nomor pengaduan').fill(handed.number)
  await panel.getByLabel('Kode lacak').fill(handed.code)
  await panel.getByRole('button', { name: 'Lihat pengaduan', exact: true }).click()
  await panel.getByRole('heading', { name: `Pengaduan ${handed.number}` }).waitFor()
  await panel.getByText('Verifikasi paling lambat').waitFor()

  const measure = async (complaint: string) => {
    const height = await visitor.evaluate(() => document.documentElement.scrollHeight)
    console.log(`${complaint} takes ${height} px, ${(height / phone.height).toFixed(2)} screens`)
    expect(height).toBeLessThanOrEqual(2 * phone.height)
  }
  await measure('a new complaint')
  await everybodyCanUse(visitor)

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  await (await verifier.begin('Verifikasi')).getByRole('button', { name: 'Mulai proses' }).click()
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')
  await panel.getByRole('button', { name: 'Perbarui' }).click()
  await panel.getByText('Dalam proses penyelesaian').first().waitFor()
  await measure('a complaint in progress')

  await panel.getByRole('heading', { name: 'Pesan', exact: true }).click()
  await panel.getByLabel('Tulis pesan kepada petugas').fill('Bagaimana kelanjutannya?')
  await panel.getByRole('button', { name: 'Kirim pesan' }).click()
  await panel.getByText('Bagaimana kelanjutannya?').waitFor()
  expect(await visitor.getByRole('heading', { level: 1 }).count()).toBe(1)
})

it('whoever holds a receipt learns on a phone whether the PDF is unaltered, and the PDF stays with them', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const aPdf = async () => {
    const receipt = await unit.file()
    const bytes = Buffer.from(await (await unit.reporter(receipt).get('/receipt.pdf')).arrayBuffer())
    return { ...receipt, file: { name: 'tanda-terima.pdf', mimeType: 'application/pdf', buffer: bytes } }
  }
  const [mine, another] = [await aPdf(), await aPdf()]
  const altered = Buffer.from(mine.file.buffer)
  altered.set([altered[5000]! ^ 1], 5000)

  const holder = await aVisitor(office, { on: phone })
  await holder.goto(new URL(mine.verifyUrl).pathname)
  const sent: string[] = []
  holder.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  const found = async (file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) => {
    await holder.getByLabel('Pilih PDF').setInputFiles(file)
    const said = holder.getByRole('status')
    await said.getByText(file.name).filter({ visible: true }).waitFor()
    return said.getByRole('heading', { level: 3 }).textContent()
  }
  expect(await found(mine.file)).toBe('Asli dan tidak diubah')
  await everybodyCanUse(holder)
  expect(await found({ ...mine.file, name: 'diubah.pdf', buffer: altered })).toBe('Bukan berkas yang kami berikan')
  expect(await found(aPhoto)).toBe('Ini bukan PDF')
  expect(await found({ ...another.file, name: 'lain.pdf' })).toBe('Ini tanda terima lain')
  await everybodyCanUse(holder)
  expect(sent).toEqual([])

  await holder.getByRole('link', { name: 'Buka pemeriksaan tanda terima itu' }).click()
  expect(await found(another.file)).toBe('Asli dan tidak diubah')
})
