import { describe, expect, it, onTestFinished } from 'vitest'
import type { InboundList } from '../../service/contract/messages.ts'
import { aMail } from '../support/a-mail.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { startStandInImap } from '../support/stand-in-imap.ts'

const patience = { timeout: 60_000 }

/** A mailbox, and a service that reads it, started and killed as often as wanted over the same data. */
async function aMailbox() {
  const [imap, folder] = [await startStandInImap(), await aFolderForData()]
  onTestFinished(() => imap.close())
  const start = (more: Readonly<Record<string, string>> = {}) =>
    aRunningService({
      DATA_DIR: folder,
      LIMITS: 'off',
      INBOUND_ADDRESS: 'masuk@aduan.example',
      INBOUND_UNIT: 'bagian-organisasi',
      IMAP_URL: imap.url,
      ...more,
    })
  return { imap, start }
}

async function subjectsAt(url: string): Promise<string[]> {
  const officer = await unitAt(url).signIn('verifikator')
  const { items } = (await (await officer.get('/inbound')).json()) as InboundList
  return items.map(({ subject }) => subject).sort()
}

describe('mail that comes in while things break', () => {
  it('is there once when the process is killed after it was stored and before the mail server knew', async () => {
    const { imap, start } = await aMailbox()
    // Nothing can be marked as read: as if the process always died just before.
    imap.mood = 'no_flags'
    const first = await start()
    for (const subject of ['Satu', 'Dua'])
      imap.deliver(aMail({ from: `${subject}@contoh.example`, subject, text: subject }))
    await expect.poll(() => subjectsAt(first.url), patience).toEqual(['Dua', 'Satu'])
    await first.kill()
    expect(imap.mails.some(({ seen }) => seen)).toBe(false)

    imap.mood = 'well'
    const second = await start()
    await expect.poll(() => imap.mails.every(({ seen }) => seen), patience).toBe(true)
    imap.deliver(aMail({ from: 'tiga@contoh.example', subject: 'Tiga', text: 'Tiga' }))
    await expect.poll(() => subjectsAt(second.url), patience).toEqual(['Dua', 'Satu', 'Tiga'])
  })

  it('is taken whole once the mail server no longer breaks off, and a wrong password ends nothing', async () => {
    const { imap, start } = await aMailbox()
    imap.mood = 'refuses_login'
    const service = await start()
    imap.deliver(aMail({ from: 'putus@contoh.example', subject: 'Putus', text: 'Kata terakhir ada.' }))
    await expect.poll(() => imap.connections, patience).toBeGreaterThan(0)
    imap.mood = 'cuts_mail'
    await expect.poll(() => imap.connections, patience).toBeGreaterThan(1)
    expect(await subjectsAt(service.url)).toEqual([])
    imap.mood = 'well'
    await expect.poll(() => subjectsAt(service.url), patience).toEqual(['Putus'])
    expect(service.output()).not.toContain('sandi-kotak')
  })

  it('that could be anybody’s waits sealed until the operator says whose it is', async () => {
    const { imap, start } = await aMailbox()
    const nobodys = await start({ INBOUND_UNIT: '' })
    const mail = imap.deliver(aMail({ from: 'siapa@contoh.example', subject: 'Siapa', text: 'Milik siapa?' }))
    await expect.poll(() => mail.seen, patience).toBe(true)
    await expect.poll(() => nobodys.output(), patience).toContain('message without a unit')
    expect(await subjectsAt(nobodys.url)).toEqual([])
    expect(await nobodys.stop()).toBe(0)

    const somebodys = await start()
    await expect.poll(() => subjectsAt(somebodys.url), patience).toEqual(['Siapa'])
  })
})
