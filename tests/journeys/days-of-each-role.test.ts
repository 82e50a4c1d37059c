import { expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { unitAt } from '../support/an-office.ts'
import { aQuestion } from '../support/some-questions.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { takenUpBy } from './support/a-complaint.ts'
import { anOpenOffice } from './support/an-open-office.ts'
import { countingPresses } from './support/presses.ts'
import { fitsOnTwoScreens } from './support/two-screens.ts'

type Room = Awaited<ReturnType<typeof aMemberOfStaff>>

/** The row of a case in what waits for somebody. */
const rowOf = ({ page }: Room, number: string) =>
  page.getByRole('list', { name: 'Menunggu Anda' }).getByRole('listitem').filter({ hasText: number })

/** Chooses what stands in a list beside more words, e.g. a handler and how many cases they have. */
async function choose({ page }: Room, label: RegExp, option: string): Promise<void> {
  const list = page.getByLabel(label).last()
  const value = await list.locator('option').filter({ hasText: option }).first().getAttribute('value')
  await list.selectOption(value)
}

const follow = (room: Room, act: string, number: string) =>
  rowOf(room, number).getByRole('link', { name: act, exact: true }).click()

/** Declares that the case does not concern them, and comes with the same press to what it waits for. */
const takeUp = (room: Room, number: string) =>
  rowOf(room, number).getByRole('button', { name: 'Tidak terkait, buka' }).click()

it('each role does its usual work in a few presses, from its first page or from the case', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const unclear = await unit.file({ subject: 'Loket tutup lebih awal' })
  const twin = await unit.file({ subject: 'Jembatan ambruk' })
  await takenUpBy(office, 'verifikator', await unit.file({ subject: 'Jembatan ambruk' }))
  const elsewhere = await unit.file({ subject: 'Jalan dinas berlubang', category: 'maladministration' })
  const named = await unit.file()
  const used: Record<string, number> = {}
  const { session } = await unit.signIn('petugas')

  const verifier = await aMemberOfStaff(office, 'verifikator')
  const verifying = await countingPresses(verifier.page)
  await takeUp(verifier, named.number)
  await choose(verifier, /^\s*Langsung disposisikan kepada/, session.staff.name)
  await verifier.press('Mulai proses')
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')
  await verifier.page.getByText(session.staff.name).first().waitFor()
  used.verifyAndDispatch = await verifying()

  await verifier.goTo('Hari ini')
  await verifier.openCase(unclear.number)
  await fitsOnTwoScreens(verifier.page)
  await verifying()
  const asking = await verifier.begin('Minta kelengkapan')
  await asking.getByRole('button', { name: 'Kirim permintaan' }).click()
  await verifier.told('Kelengkapan diminta kepada pelapor.')
  await fitsOnTwoScreens(verifier.page)
  used.ask = await verifying()

  await verifier.goTo('Hari ini')
  await verifier.openCase(twin.number)
  await verifying()
  await (await verifier.findAct('Gabungkan')).click()
  await verifier.page.getByRole('link', { name: /^BO-/ }).first().click()
  await verifier.page.getByRole('radio', { name: 'ditangani terus' }).first().check()
  await verifier.page.getByLabel('Alasan penggabungan').fill('Laporan yang sama.')
  await verifier.press('Gabungkan dan beri tahu pelapor')
  await verifier.told('Pengaduan digabungkan.')
  used.merge = await verifying()

  await verifier.goTo('Hari ini')
  await verifier.openCase(elsewhere.number)
  await verifying()
  const forward = await verifier.begin('Teruskan')
  await forward.getByLabel('Unit tujuan').selectOption('Dinas Layanan Warga Kabupaten Contoh')
  await forward.getByLabel('Mengapa diteruskan?').fill('Jalan itu dirawat dinas.')
  await forward.getByRole('button', { name: 'Teruskan', exact: true }).click()
  await verifier.told('Penerusan tersimpan.')
  used.forward = await verifying()

  const handler = await aMemberOfStaff(office, 'petugas')
  const handling = await countingPresses(handler.page)
  await handler.openCase(named.number)
  await fitsOnTwoScreens(handler.page)
  await handling()
  await handler.press('Buka identitas')
  await handler.page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await handler.page.getByLabel('Mengapa identitas perlu dibuka?').fill('Menelepon pelapor.')
  await handler.press('Buka dan catat')
  await handler.page.getByText('Siti Contoh').first().waitFor()
  used.openIdentity = await handling()

  await handler.goTo('Hari ini')
  await handling()
  await follow(handler, 'Jawab', named.number)
  await choose(handler, /^\s*Hasil/, 'Tidak terbukti')
  await handler.page
    .getByLabel('Isi jawaban', { exact: true })
    .last()
    .fill('Uang itu biaya resmi. Bukti setornya kami lampirkan.')
  await handler.press('Ajukan ke pimpinan')
  await handler.told('Usul jawaban diajukan ke pimpinan.')
  used.propose = await handling()

  const leader = await aMemberOfStaff(office, 'kepala')
  const leading = await countingPresses(leader.page)
  await takeUp(leader, named.number)
  await leader.press('Kirim jawaban')
  await leader.told('Jawaban tampil di halaman pantau pelapor.')
  used.sign = await leading()
  await fitsOnTwoScreens(leader.page)
  const closing = await leader.begin('Selesaikan')
  await closing.getByRole('button', { name: 'Selesaikan', exact: true }).click()
  await leader.told('Pengaduan selesai.')
  used.close = await leading()
  await fitsOnTwoScreens(leader.page)

  await leader.goTo('Hari ini')
  await leading()
  await leader.page
    .getByRole('navigation', { name: 'Halaman', exact: true })
    .getByRole('link', { name: 'Laporan' })
    .click()
  const [report] = await Promise.all([
    leader.page.waitForEvent('download'),
    leader.page.getByRole('link', { name: /PDF/ }).first().click(),
  ])
  expect(report.suggestedFilename()).toMatch(/\.pdf$/)
  used.report = await leading()
  console.info('presses:', used)
  expect(used).toEqual({
    ...{ verifyAndDispatch: 3, ask: 2, propose: 4, sign: 2, close: 2, report: 2 },
    ...{ merge: 5, forward: 4, openIdentity: 4 },
  })
  // A case whose reporter has e-mail, from receipt to closed, for three people.
  const { verifyAndDispatch, propose, sign, close } = used
  expect(verifyAndDispatch + propose + sign + close).toBeLessThanOrEqual(12)
})

it('a case fits on two screens also where its reporter objects and a colleague is on it, and with five questions', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const filed = await unit.file({ subject: 'Diminta uang stempel' })
  const [verifier, head, handler, admin] = [
    await unit.signIn('verifikator'),
    await unit.signIn('kepala'),
    await unit.signIn('petugas'),
    await unit.signIn('admin'),
  ]
  const [lead, colleague] = [handler.session.staff.id, verifier.session.staff.id]
  await verifier.act(filed.number, 'verify')
  const assistants = [{ staff: colleague, instruction: 'Cek rekaman loket.' }]
  expect((await head.act(filed.number, 'dispatch', { handler: lead, assistants })).status).toBe(200)
  const answer = { outcome: 'unsubstantiated', text: 'Tidak ada pungutan di loket dua pada hari itu.' }
  expect((await head.act(filed.number, 'answer', answer)).status).toBe(200)
  const objecting = await unit.reporter(filed).post('/objection', { text: 'Uang saya belum kembali.' })
  expect(objecting.status).toBe(201)

  const settings: TenantSettingsView = await (await admin.get('/settings')).json()
  const codes = ['satu', 'dua', 'tiga', 'empat', 'lima']
  const questions = codes.map((code) => aQuestion({ code }))
  const categories = settings.categories.map((one) => (one.code === 'illegal_levy' ? { ...one, questions } : one))
  const saved = await fetch(`${unit.api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, categories }),
  })
  expect(saved.status).toBe(200)
  const answers = Object.fromEntries(codes.map((code) => [code, 'Laki-laki, di loket dua dekat pintu.']))
  const asked = await unit.file({ answers })

  for (const mailbox of ['verifikator', 'kepala'] as const) {
    const room = await aMemberOfStaff(office, mailbox)
    for (const { number } of [filed, asked]) {
      await room.page.goto(`/admin/bagian-organisasi/cases/${number}`)
      await room.reachCase()
      await room.page.getByRole('heading', { name: 'Batas waktu' }).waitFor()
      await fitsOnTwoScreens(room.page)
    }
  }
})
