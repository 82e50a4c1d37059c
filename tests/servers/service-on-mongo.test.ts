import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import { aFolder } from '../support/a-folder.ts'
import { letterOffice } from '../support/a-letter-office.ts'
import { startProcess } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { startMongoServer } from '../support/mongo-server.ts'

const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`the whole service on MongoDB (no server: ${server.missing})`, () => {})
} else {
  const DATA_DIR = await aFolder()
  const MONGODB_URI = server.databaseUri(`aduan_service_${randomBytes(6).toString('hex')}`)
  const service = await startProcess({ DATA_DIR, MONGODB_URI, LIMITS: 'off' })
  const office = unitAt(service.url)

  afterAll(async () => {
    await service.stop()
    await server.stop()
  })

  it('a complaint is handled from filing to its answer on MongoDB', async () => {
    const held = await (await office.upload('catatan.txt', 'Catatan dari loket dua.')).json()
    const receipt = await office.file({ evidence: [held.id] })
    const [verifier, handler, head] = [
      await office.signIn('verifikator'),
      await office.signIn('petugas'),
      await office.signIn('kepala'),
    ]
    const { number } = receipt
    expect((await verifier.act(number, 'verify')).status).toBe(200)
    expect(
      (await verifier.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: 'Periksa.' })).status,
    ).toBe(200)
    expect(
      (await handler.act(number, 'propose-answer', { outcome: 'substantiated', text: 'Uang dikembalikan.' })).status,
    ).toBe(200)
    expect((await head.act(number, 'answer')).status).toBe(200)

    const followed = await office.reporter(receipt).follow()
    expect(followed).toMatchObject({ status: 'answered', answer: { text: 'Uang dikembalikan.' } })
    expect(followed.evidence.map(({ sha256 }) => sha256)).toEqual([held.sha256])
    const found = await (await handler.get(`/cases?assignee=me&q=loket`)).json()
    expect(found.items.map((line: CaseView) => line.number)).toEqual([number])
    expect(found.counts).toEqual({ answered: 1 })
  })

  it('a command that is refused says why and ends', async () => {
    const wrong = randomBytes(32).toString('base64')
    const { code, err } = await aduan({ DATA_DIR, MONGODB_URI, MASTER_KEY: wrong }, 'verify-log')
    expect([code, err]).toEqual([1, expect.stringContaining('does not open')])
  })

  it('letters are numbered without a gap when several are approved at once', async () => {
    const admin = await office.signIn('admin')
    const desk = letterOffice({ unit: () => office, staff: (mailbox) => office.signIn(mailbox) })
    expect((await setLetters({ unit: () => office, staff: async () => admin }, lettersOn)).status).toBe(200)
    const drafts = await Promise.all(Array.from({ length: 6 }, () => desk.aDraft()))
    for (const { id } of drafts) await desk.done('petugas', id, 'submit')
    const approved = await Promise.all(drafts.map(({ id }) => desk.done('kepala', id, 'approve')))
    const numbers = approved.map(({ letterNumber }) => Number(letterNumber?.slice(0, 3)))
    expect(numbers.toSorted((one, other) => one - other)).toEqual(drafts.map((_, at) => at + 1))
    expect((await desk.list('approved')).counts).toEqual({ approved: 6, withdrawn: 6 })
  })

  it('numbers stay gapless when twenty complaints arrive at once', async () => {
    const before = await office.file()
    const receipts = await Promise.all(Array.from({ length: 20 }, () => office.file()))
    const sequence = ({ number }: { number: string }) => Number(number.slice(-6))
    const expected = Array.from({ length: 20 }, (_, at) => sequence(before) + 1 + at)
    expect(receipts.map(sequence).sort((one, other) => one - other)).toEqual(expected)
  })

  /** These are few and seldom written; a process reads each at most once a second, however many file. */
  const readOnceASecond = new Set(
    ['tenants', 'memberships', 'noticeWordings', 'channelAccounts', 'webhooks'].map((name) => `find ${name}`),
  )

  /** The commands that the service has sent, by what they ask and of which collection, and when they were counted. */
  async function countCommands() {
    const answer = await fetch(`${service.url}/metrics`)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    const rows = [...text.matchAll(/^aduan_store_commands_total\{command="(\w+)",collection="(\w+)"\} (\d+)$/gm)]
    const sent = new Map(rows.map(([, command, collection, count]) => [`${command} ${collection}`, Number(count)]))
    const counted = [...sent].filter(([name]) => !readOnceASecond.has(name))
    const total = counted.reduce((sum, [, count]) => sum + count, 0)
    return { of: (name: string) => sent.get(name) ?? 0, total, at: performance.now() }
  }

  async function isQuiet() {
    const before = await countCommands()
    await setTimeout(1_000)
    return before.of('update complaints') === (await countCommands()).of('update complaints')
  }

  it('a filing costs at most nine commands with its notice and alerts, a page of the register four, of search too', async () => {
    const verifier = await office.signIn('verifikator')
    await expect.poll(isQuiet).toBe(true)
    const idle = await countCommands()
    await setTimeout(3_000)
    const before = await countCommands()
    const idleRate = (before.total - idle.total) / (before.at - idle.at)

    const filings = 40
    for (let filed = 0; filed < filings; filed += 8) {
      await Promise.all(Array.from({ length: 8 }, () => office.file()))
    }
    const told = async () => (await countCommands()).of('insert mailbox') - before.of('insert mailbox')
    // Each look asks the server too, which has one command at a time.
    await expect.poll(told, { timeout: 120_000, interval: 1_000 }).toBeGreaterThanOrEqual(filings)
    await expect.poll(isQuiet).toBe(true)
    const after = await countCommands()
    const cost = (after.total - before.total - idleRate * (after.at - before.at)) / filings
    expect(cost).toBeGreaterThan(2)
    expect(cost).toBeLessThanOrEqual(9)

    const costOf = async (path: string, pages: number) => {
      const asked: number[] = []
      for (let page = 0; page < pages; page++) {
        const first = await countCommands()
        expect((await verifier.get(path)).status).toBe(200)
        const last = await countCommands()
        const ofPages = [
          ...['find complaints', 'aggregate complaints', 'find searchSegments'],
          ...['find accessLog', 'insert accessLog'],
        ]
        asked.push(ofPages.map((name) => last.of(name) - first.of(name)).reduce((sum, count) => sum + count))
      }
      // The tasks of the service look at the same cases meanwhile: they only add, so the page that asked least shows its cost.
      return Math.min(...asked)
    }
    const [ofOnePage, ofSearch] = [await costOf('/cases', 11), await costOf('/cases?q=loket', 6)]
    expect(ofOnePage).toBeGreaterThan(2)
    expect(ofOnePage).toBeLessThanOrEqual(4)
    // More than 25 cases are found. What changed is read once, for the words and for what is kept from somebody.
    expect(ofSearch).toBeGreaterThan(2)
    expect(ofSearch).toBeLessThanOrEqual(4)
  })
}
