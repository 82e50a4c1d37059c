import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut, siti } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

type StaffRoom = Awaited<ReturnType<typeof aMemberOfStaff>>

async function ask({ page, press, told }: StaffRoom, reason: string): Promise<void> {
  await press('Minta dibuka')
  await page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await page.getByLabel('Mengapa identitas perlu dibuka?').fill(reason)
  await everybodyCanUse(page)
  await press('Kirim permintaan')
  await told('Permintaan terkirim kepada pemegang kunci identitas.')
}

async function decide({ page, press }: StaffRoom, choice: 'Setujui' | 'Tolak', because: string): Promise<void> {
  await page.getByRole('radio', { name: choice }).check()
  await page.getByLabel('Alasan keputusan').fill(because)
  await everybodyCanUse(page)
  await press('Simpan keputusan')
}

it('an officer opens a confidential identity once a custodian agreed, and the reporter reads that', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { privacy: 'confidential' })

  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.openCase(handed.number)
  await ask(officer, 'Ingin tahu siapa yang melapor.')
  await officer.page.getByText('Ini permintaan Anda.').waitFor()
  expect(await officer.page.getByRole('button', { name: 'Buka identitas' }).count()).toBe(0)

  const custodian = await aMemberOfStaff(office, 'kustodian')
  await custodian.goTo('Permintaan identitas')
  await custodian.page.getByText('Ingin tahu siapa yang melapor.').waitFor()
  await custodian.openCase(handed.number)
  await decide(custodian, 'Tolak', 'Perkaranya dapat ditangani tanpa itu.')
  await custodian.told('Permintaan ditolak.')
  await custodian.goTo('Permintaan identitas')
  await custodian.page.getByRole('heading', { name: 'Tidak ada permintaan yang menunggu' }).waitFor()
  await everybodyCanUse(custodian.page)

  await officer.page.reload()
  await officer.page.getByText('Perkaranya dapat ditangani tanpa itu.').first().waitFor()
  expect(await officer.page.getByRole('button', { name: 'Buka identitas' }).count()).toBe(0)
  await ask(officer, 'Nama di kuitansi harus dicocokkan.')

  await custodian.page.reload()
  await custodian.openCase(handed.number)
  await decide(custodian, 'Setujui', 'Kuitansi adalah bukti utama.')
  await custodian.told('Permintaan disetujui.')

  await officer.page.reload()
  await officer.press('Buka identitas')
  await officer.page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await officer.page.getByLabel('Mengapa identitas perlu dibuka?').fill('Mencocokkan nama di kuitansi.')
  await officer.press('Buka dan catat')
  await officer.page.getByText(siti.name).waitFor()
  await everybodyCanUse(officer.page)
  await officer.press('Sembunyikan sekarang')
  await officer.page.getByRole('button', { name: 'Minta dibuka' }).waitFor()

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.panel.getByText('Mencocokkan nama di kuitansi.').first().waitFor()
  expect(await readOut(follow.panel)).not.toMatch(/Ingin tahu siapa|Kuitansi adalah bukti utama/)

  await follow.panel.getByText('Memastikan identitas: Mencocokkan nama di kuitansi.').waitFor()
  await everybodyCanUse(reporter)

  const plain = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  await plain.goto('/t/bagian-organisasi/follow')
  await plain.getByLabel('Nomor pengaduan').fill(handed.number)
  await plain.getByLabel('Kode lacak').fill(handed.code)
  await plain.getByRole('button', { name: 'Lihat pengaduan' }).click()
  const openings = plain.locator('section').filter({ hasText: 'Siapa yang membuka identitas Anda' })
  await openings.getByText('Memastikan identitas: Mencocokkan nama di kuitansi.').waitFor()
  await openings.getByText('Petugas penerima dan penangan').waitFor()
  await openings.locator('time').waitFor()
  await everybodyCanUseWithoutScripts(plain)
  expect(await readOut(plain.locator('main'))).not.toMatch(/Citra Peraga|Ingin tahu siapa|Kuitansi adalah bukti utama/)

  const head = await aMemberOfStaff(office, 'kepala')
  await head.goTo('Catatan akses')
  const opening = head.page.getByRole('row').filter({ hasText: 'Membuka identitas' })
  await opening.filter({ hasText: 'Memastikan identitas' }).getByRole('link', { name: handed.number }).waitFor()
  expect(await readOut(head.page.getByRole('main'))).not.toMatch(/Siti|0812-0000-0001|kuitansi/)
})
