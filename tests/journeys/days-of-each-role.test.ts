import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

type Room = Awaited<ReturnType<typeof aMemberOfStaff>>

/** Counts what somebody presses, from their first page on: each button, link, field and list that they touch. */
function counted({ page }: Room) {
  let clicks = 0
  return {
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
    async choose(label: string, option: string) {
      clicks++
      await page.getByLabel(label, { exact: true }).last().selectOption({ label: option })
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
  const { number } = await unit.file({ subject })
  const used: Record<string, number> = {}

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await everybodyCanUse(verifier.page)
  const verifying = counted(verifier)
  await verifying.follow('Verifikasi', subject)
  await verifying.press('Mulai proses')
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')
  used.verify = verifying.clicks

  const head = await unit.signIn('kepala')
  const { session } = await unit.signIn('petugas')
  await head.act(number, 'dispatch', { handler: session.staff.id, instruction: 'Tangani.' })

  const handler = await aMemberOfStaff(office, 'petugas')
  const proposing = counted(handler)
  await proposing.follow('Jawab', subject)
  await proposing.choose('Hasil', 'Terbukti')
  await proposing.fill('Isi jawaban', 'Uang sudah dikembalikan dan petugas dibina.')
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
  await leader.page
    .getByRole('navigation', { name: 'Halaman', exact: true })
    .getByRole('link', { name: 'Hari ini' })
    .click()
  await leader.page.getByRole('heading', { name: 'Semua selesai' }).waitFor()

  console.info('clicks from the first page:', used)
  expect(used).toEqual({ verify: 2, propose: 4, sign: 2 })
})
