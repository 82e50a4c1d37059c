import { expect, it } from 'vitest'
import { roles } from '../../service/offices/vocabulary.ts'
import { password } from '../support/a-colleague.ts'
import { aNewUnit } from '../support/a-new-unit.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import { signIn } from './pages/sign-in.ts'
import { staffRoom } from './pages/staff-room.ts'
import { aPerson } from './support/a-person.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'
import { countingPresses } from './support/presses.ts'

const slug = 'kecamatan-kecil'
const subject = 'Diminta uang stempel'

/** Somebody on their first page, whose presses count from there. */
async function enter(office: OpenOffice, mailbox: string) {
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto('/admin/')
  await signIn(page, `${mailbox}@${slug}.example`, password)
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  const presses = await countingPresses(page)
  const row = page.getByRole('list', { name: 'Menunggu Anda' }).getByRole('listitem').filter({ hasText: subject })
  return {
    ...staffRoom(page),
    presses,
    follow: (act: string) => row.getByRole('link', { name: act, exact: true }).click(),
    /** Chooses what stands in a list beside more words. */
    async choose(label: RegExp, option: string) {
      const list = page.getByLabel(label).last()
      const value = await list.locator('option').filter({ hasText: option }).first().getAttribute('value')
      await list.selectOption(value)
    },
  }
}
type Room = Awaited<ReturnType<typeof enter>>

async function verify(room: Room, handler: string): Promise<number> {
  await room.follow('Verifikasi')
  await room.choose(/^\s*Langsung disposisikan kepada/, handler)
  await room.press('Mulai proses')
  await room.told('Pengaduan terverifikasi dan dalam proses.')
  return room.presses()
}

async function answer(room: Room, submit: string, sentence: string): Promise<number> {
  await room.follow('Jawab')
  await room.choose(/^\s*Hasil/, 'Tidak terbukti')
  await room.page.getByLabel('Isi jawaban', { exact: true }).last().fill('Uang itu biaya resmi.')
  await room.press(submit)
  await room.told(sentence)
  return room.presses()
}

async function report(room: Room): Promise<number> {
  await room.goTo('Hari ini')
  await room.presses()
  const navigation = room.page.getByRole('navigation', { name: 'Halaman', exact: true })
  await navigation.getByRole('link', { name: 'Laporan' }).click()
  const pdf = room.page.getByRole('link', { name: /PDF/ }).first()
  await Promise.all([room.page.waitForEvent('download'), pdf.click()])
  return room.presses()
}

async function aUnitOf(people: Readonly<Record<string, Parameters<Awaited<ReturnType<typeof aNewUnit>>['join']>[1]>>) {
  const office = await anOpenOffice(withOperator)
  const { join } = await aNewUnit({ url: office.address }, slug, 'KK')
  for (const [mailbox, theirs] of Object.entries(people)) await join(mailbox, theirs)
  await unitAt(office.address, slug).file(aFiling({ subject }))
  return office
}

const shown = 'Jawaban tampil di halaman pantau pelapor.'

it('three people of a small unit need no more presses than the many of a large one', async () => {
  const office = await aUnitOf({ verifikator: ['verifier'], petugas: ['case_handler'], kepala: ['unit_head'] })
  const verified = await verify(await enter(office, 'verifikator'), 'Nama petugas')
  const proposing = await enter(office, 'petugas')
  const proposed = await answer(proposing, 'Ajukan ke pimpinan', 'Usul jawaban diajukan ke pimpinan.')
  const head = await enter(office, 'kepala')
  await head.follow('Tanda tangani')
  await head.press('Kirim jawaban')
  await head.told(shown)
  const used = { verified, proposed, signed: await head.presses(), reported: await report(head) }
  console.info('presses of three people:', used)
  expect(used).toEqual({ verified: 3, proposed: 4, signed: 2, reported: 2 })
})

it('one person who has every role verifies, answers without a second signature, and takes the report', async () => {
  const office = await aUnitOf({ semua: roles })
  const room = await enter(office, 'semua')
  const verified = await verify(room, 'Nama semua')
  await room.goTo('Hari ini')
  await room.presses()
  const answered = await answer(room, 'Kirim jawaban', shown)
  const used = { verified, answered, reported: await report(room) }
  console.info('presses of one person:', used)
  expect(used).toEqual({ verified: 3, answered: 4, reported: 2 })
})
