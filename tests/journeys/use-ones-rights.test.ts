import type { Page } from 'playwright-core'
import { it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

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
