import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { UnsentList } from '../../service/contract/unsent.ts'
import { aFreePort } from '../support/a-free-port.ts'
import { demoPassword, type RunningService, startHosted } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff, staffRoom } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'

const verifier = 'verifikator@bagian-organisasi.demo'
const head = 'kepala@bagian-organisasi.demo'
/** What a browser says of a session that ended, of words from two places, and of a service that is not there: calls without words of their own. */
const errors = [/status of (401|403|409)/, /net::ERR_/, /Failed to load resource/, /^uncaught: $/]

let folder: string
let service: RunningService
let office: { readonly address: string }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aduan-test-'))
  service = await startHosted({ DATA_DIR: folder, LIMITS: 'off', PORT: String(await aFreePort()) })
  office = { address: service.url.replace('127.0.0.1', 'localhost') }
})

afterAll(async () => {
  await service.kill()
  await rm(folder, { recursive: true, force: true })
})

const messageOn = (page: Page) => page.getByLabel('Pesan kepada pelapor')

/** The message that somebody has kept on a case, as another device would get it. */
async function keptBy(mailbox: string, number: string): Promise<string | undefined> {
  const { get } = await unitAt(office.address).signIn(mailbox)
  const { items }: UnsentList = await (await get(`/cases/${number}/unsent`)).json()
  return items.find(({ kind }) => kind === 'message')?.fields.find(({ name }) => name === 'text')?.value
}

const isKept = (number: string, words: string) =>
  expect.poll(() => keptBy('verifikator', number), { timeout: 60_000, interval: 300 }).toBe(words)

const stands = (page: Page, words: string) => expect.poll(() => messageOn(page).inputValue()).toBe(words)

/** A verifier who writes a message on a new case. */
async function aVerifierWriting(words: string) {
  const { number } = await aComplaint(office)
  const room = await aMemberOfStaff(office, 'verifikator', { errors })
  await room.openCase(number)
  await messageOn(room.page).fill(words)
  return { ...room, number }
}

async function signInAgain(page: Page, email?: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /Layar terkunci|Sesi berakhir/ })
  await dialog.waitFor()
  if (email) await dialog.getByLabel('Surel').fill(email)
  await dialog.getByLabel('Kata sandi').fill(demoPassword)
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Nobody has touched the desk for an hour. */
const lock = (page: Page) => page.evaluate(() => localStorage.setItem('aduan-desk-seen-at', '1'))

it('what was typed a moment before the desk locks itself is kept for its author, and nobody else who signs in there gets it', async () => {
  const { page, number, openCase } = await aVerifierWriting('Mohon kirim')
  await lock(page)
  await signInAgain(page)
  await stands(page, 'Mohon kirim')
  await isKept(number, 'Mohon kirim')

  await messageOn(page).fill('Mohon kirim kuitansinya')
  await lock(page)
  await signInAgain(page, head)
  await page
    .getByRole('button', { name: /^Kepala|Keluar/ })
    .first()
    .waitFor()
  await staffRoom(page).reachCase()
  expect((await messageOn(page).count()) && (await messageOn(page).inputValue())).toBeFalsy()
  await isKept(number, 'Mohon kirim kuitansinya')

  // The head leaves, and the verifier goes on.
  await staffRoom(page).press('Keluar')
  await page.getByRole('heading', { name: 'Masuk ke ruang petugas' }).waitFor()
  await page.getByLabel('Surel').fill(verifier)
  await page.getByLabel('Kata sandi').fill(demoPassword)
  await staffRoom(page).press('Masuk')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await openCase(number)
  await stands(page, 'Mohon kirim kuitansinya')

  // Leaving by the button a moment after the last key.
  await messageOn(page).fill('Mohon kirim kuitansinya lagi')
  await staffRoom(page).press('Keluar')
  await page.getByRole('heading', { name: 'Masuk ke ruang petugas' }).waitFor()
  await isKept(number, 'Mohon kirim kuitansinya lagi')
  expect(await keptBy('kepala', number)).toBeUndefined()
})

it('what is typed while the session has ended waits for its author, and is never kept for who comes in by another tab', async () => {
  const { page, number } = await aVerifierWriting('Mohon')
  await isKept(number, 'Mohon')
  const other = await unitAt(office.address).signIn('verifikator')
  await fetch(`${office.address}/api/v1/account/sessions`, { method: 'DELETE', headers: other.headers })
  await messageOn(page).fill('Mohon datang')
  await signInAgain(page)
  await isKept(number, 'Mohon datang')
  await stands(page, 'Mohon datang')

  // Another tab of the same person writes in the same place, and this one asks which words go on.
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await stands(tab, 'Mohon datang')
  await messageOn(tab).fill('Mohon datang besok')
  await isKept(number, 'Mohon datang besok')
  await messageOn(page).fill('Mohon datang lusa')
  await page.getByText(/Anda juga menulis di/).waitFor()
  await page.getByRole('link', { name: 'Pengaduan', exact: true }).first().click()
  await page.getByRole('button', { name: 'Tetap di sini' }).click()
  await page.getByRole('button', { name: 'Pakai tulisan di sini' }).click()
  await isKept(number, 'Mohon datang lusa')

  // The head signs in by the other tab of the same browser.
  await tab.request.post('/api/v1/session', {
    data: { email: head, password: demoPassword },
    headers: { Origin: office.address },
  })
  await messageOn(page).fill('Mohon datang lusa pagi')
  await page.getByText('Kepala').first().waitFor()
  await expect
    .poll(() =>
      messageOn(page)
        .inputValue()
        .catch(() => ''),
    )
    .toBe('')
  expect(await keptBy('kepala', number)).toBeUndefined()
  expect(await keptBy('verifikator', number)).toBe('Mohon datang lusa')
})

it('what is typed stays where the service is killed while it keeps it, and where the line is dead', async () => {
  const { page, number } = await aVerifierWriting('Mohon')
  await isKept(number, 'Mohon')
  const port = new URL(service.url).port
  const keeping = page.waitForRequest((one) => one.method() === 'PUT' && one.url().includes('/unsent/'))
  await messageOn(page).fill('Mohon tunggu')
  await keeping
  await service.kill()
  await messageOn(page).fill('Mohon tunggu sebentar')
  await page.getByText('Tulisan terakhir belum tersimpan').first().waitFor()
  service = await startHosted({ DATA_DIR: folder, LIMITS: 'off', PORT: port })
  await isKept(number, 'Mohon tunggu sebentar')
  await page.getByText('Tulisan terakhir belum tersimpan').first().waitFor({ state: 'hidden' })

  await page.context().setOffline(true)
  await messageOn(page).fill('Mohon tunggu sebentar lagi')
  await page.getByText('Tulisan terakhir belum tersimpan').first().waitFor()
  await page.getByRole('link', { name: 'Pengaduan', exact: true }).first().click()
  await page.getByRole('button', { name: 'Tetap di sini' }).click()
  await page.context().setOffline(false)
  await isKept(number, 'Mohon tunggu sebentar lagi')
})

it('what is typed stays where its page is left within the second: by the address, by Back, by the keyboard, by a reload, and with the tab', async () => {
  const { page, number } = await aVerifierWriting('Satu')
  await page.goBack()
  await isKept(number, 'Satu')
  await page.goForward()
  await stands(page, 'Satu')

  await messageOn(page).fill('Satu dua')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().fill('hari ini')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await isKept(number, 'Satu dua')

  await page.goBack()
  await stands(page, 'Satu dua')
  await messageOn(page).fill('Satu dua tiga')
  await page.reload()
  await stands(page, 'Satu dua tiga')
  await messageOn(page).fill('Satu dua tiga empat')
  await page.goto('/demo/')
  await isKept(number, 'Satu dua tiga empat')

  const tab = await page.context().newPage()
  await tab.goto(`/admin/bagian-organisasi/cases/${number}`)
  await stands(tab, 'Satu dua tiga empat')
  await messageOn(tab).fill('Satu dua tiga empat lima')
  await tab.close({ runBeforeUnload: true })
  await isKept(number, 'Satu dua tiga empat lima')
})

it('what is typed in two tabs of one case is one message each: sending that of one drops nothing of the other', async () => {
  const { page, number } = await aVerifierWriting('Dari tab satu')
  const tab = await page.context().newPage()
  const other = staffRoom(tab)
  await tab.goto(`/admin/bagian-organisasi/cases/${number}`)
  await isKept(number, 'Dari tab satu')
  await tab.reload()
  await stands(tab, 'Dari tab satu')
  await messageOn(page).fill('Dari tab satu, selesai')
  await isKept(number, 'Dari tab satu, selesai')

  await messageOn(tab).fill('Dari tab dua')
  await tab.getByText('Anda juga menulis di perangkat lain').waitFor()
  await other.press('Kirim kepada pelapor')
  await other.press('Kirim sekarang')
  await tab.getByText('Pesan tampil di halaman pantau pelapor.').first().waitFor()
  await isKept(number, 'Dari tab satu, selesai')
  await page.reload()
  await stands(page, 'Dari tab satu, selesai')
})

it('words that may have arrived when the service stopped say so in their form, and where it is not open', async () => {
  const { page, number } = await aVerifierWriting('Mohon')
  // The moment in which a process dies between both writes is too short to meet.
  await page.route(`**/cases/${number}/unsent`, async (route) => {
    const answer = await route.fetch()
    const { items }: UnsentList = await answer.json()
    const sendingAt = new Date().toISOString()
    await route.fulfill({ response: answer, json: { items: items.map((one) => ({ ...one, sendingAt })) } })
  })
  const maybe = page
    .getByText(/sedang dikirim ketika layanan terhenti, .* mungkin sudah sampai/)
    .filter({ visible: true })
  const keeping = page.waitForResponse((one) => one.url().includes('/unsent/identity-') && one.ok())
  await page.getByRole('button', { name: 'Buka identitas' }).click()
  await page.getByLabel('Mengapa identitas perlu dibuka?').fill('Menelepon pelapor.')
  await keeping

  await page.goto(`/admin/bagian-organisasi/cases/${number}`)
  const aside = page.getByText('Ada tulisan Anda: Alasan membuka identitas')
  await aside.click()
  await maybe.waitFor()
  await aside.click()
  await maybe.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Buka identitas' }).click()
  await maybe.waitFor()
  await everybodyCanUse(page)
})

it('what is taken back in one tab is taken back in the other too, which says neither that it waits nor that it was sent', async () => {
  const { page, number, press } = await aVerifierWriting('Dari tab satu')
  await isKept(number, 'Dari tab satu')
  await press('Kirim kepada pelapor')
  const takeBack = page.getByRole('button', { name: 'Batalkan' })
  await takeBack.waitFor()
  const tab = await page.context().newPage()
  await tab.goto(`/admin/bagian-organisasi/cases/${number}`)
  await tab.getByRole('button', { name: 'Batalkan' }).waitFor()
  await takeBack.click()
  await stands(page, 'Dari tab satu')
  await tab.getByRole('button', { name: 'Batalkan' }).click()
  await tab.getByText('Tidak jadi dikirim.').waitFor()
  await tab.getByRole('button', { name: 'Batalkan' }).waitFor({ state: 'hidden' })
  await stands(tab, 'Dari tab satu')
  expect(await tab.getByText('Pesan tampil di halaman pantau pelapor.').count()).toBe(0)
})

it('a tab that sends within the second of its last key sends its own words, and drops none of the other', async () => {
  const { page, number } = await aVerifierWriting('Dari tab satu')
  await isKept(number, 'Dari tab satu')
  const tab = await page.context().newPage()
  const other = staffRoom(tab)
  await tab.goto(`/admin/bagian-organisasi/cases/${number}`)
  await stands(tab, 'Dari tab satu')
  await messageOn(page).fill('Dari tab satu, selesai')
  await isKept(number, 'Dari tab satu, selesai')

  await messageOn(tab).fill('Dari tab dua')
  await other.press('Kirim kepada pelapor')
  await other.press('Kirim sekarang')
  await tab.getByText('Pesan tampil di halaman pantau pelapor.').first().waitFor()
  await isKept(number, 'Dari tab satu, selesai')
  expect(await tab.getByText('Dari tab dua').count()).toBeGreaterThan(0)
  // The words of the first tab go on there without a question: what lies on the service is its own.
  await messageOn(page).fill('Dari tab satu, selesai sekarang')
  await isKept(number, 'Dari tab satu, selesai sekarang')
  expect(await page.getByText('Anda juga menulis di perangkat lain').count()).toBe(0)
})
