import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

type Room = Awaited<ReturnType<typeof aMemberOfStaff>>

/** Counts what somebody presses, from their first page on: each button, link, field and list that they touch. */
function counted(room: Room) {
  const { page } = room
  let clicks = 0
  return {
    /** Begins an act that may stand under "Lainnya", which is counted too, and sends its form as it is. */
    async finish(act: string) {
      clicks += 3
      const form = await room.begin(act)
      await form.getByRole('button', { name: act, exact: true }).click()
    },
    async press(name: string) {
      clicks++
      await page.getByRole('button', { name, exact: true }).click()
    },
    async follow(name: string, subject: string) {
      clicks++
      const row = page.getByRole('list', { name: 'Menunggu Anda' }).getByRole('listitem').filter({ hasText: subject })
      await row.getByRole('link', { name, exact: true }).click()
    },
    async fill(label: string, words: string) {
      clicks++
      await page.getByLabel(label, { exact: true }).last().fill(words)
    },
    async choose(label: string, option: string | RegExp) {
      clicks++
      const list = page.getByLabel(new RegExp(`^\\s*${label}`)).last()
      const value = await list.locator('option').filter({ hasText: option }).first().getAttribute('value')
      await list.selectOption(value)
    },
    get clicks() {
      return clicks
    },
  }
}

it('each role does its usual work from its first page in a few clicks', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const subject = 'Diminta uang stempel'
  await unit.file({ subject })
  const used: Record<string, number> = {}

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await everybodyCanUse(verifier.page)
  const verifying = counted(verifier)
  const { session } = await unit.signIn('petugas')
  await verifying.follow('Verifikasi', subject)
  await verifying.choose('Langsung disposisikan kepada', new RegExp(session.staff.name))
  await verifying.press('Mulai proses')
  // The word of the verification gives way to this one at once.
  await verifier.told('Pengaduan didisposisikan.')
  used.verify = verifying.clicks

  const handler = await aMemberOfStaff(office, 'petugas')
  const proposing = counted(handler)
  await proposing.follow('Jawab', subject)
  await proposing.choose('Hasil', 'Tidak terbukti')
  await proposing.fill('Isi jawaban', 'Uang itu biaya resmi. Bukti setornya kami lampirkan.')
  await proposing.press('Ajukan ke pimpinan')
  await handler.told('Usul jawaban diajukan ke pimpinan.')
  used.propose = proposing.clicks

  const leader = await aMemberOfStaff(office, 'kepala')
  await everybodyCanUse(leader.page)
  const signing = counted(leader)
  await signing.follow('Tanda tangani', subject)
  await signing.press('Kirim jawaban')
  await leader.told('Jawaban tampil di halaman pantau pelapor.')
  used.sign = signing.clicks
  await signing.finish('Selesaikan')
  await leader.told('Pengaduan selesai.')
  used.close = signing.clicks - used.sign
  await leader.page
    .getByRole('navigation', { name: 'Halaman', exact: true })
    .getByRole('link', { name: 'Hari ini' })
    .click()
  await leader.page.getByRole('heading', { name: 'Semua selesai' }).waitFor()

  console.info('clicks from the first page:', used)
  expect(used).toEqual({ verify: 3, propose: 4, sign: 2, close: 3 })
  // A case whose reporter has e-mail, from receipt to closed, for three people.
  const all = Object.values(used).reduce((sum, clicks) => sum + clicks, 0)
  expect(all).toBeLessThanOrEqual(14)
})
