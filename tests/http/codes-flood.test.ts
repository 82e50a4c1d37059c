import { expect, it } from 'vitest'
import type { ComplaintView, ReceiptView } from '../../service/contract/complaint-view.ts'
import type { MailboxView } from '../../service/contract/tenant-settings.ts'
import { aLine } from '../support/a-line.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

// The rates are off: what holds here are the limits of codes themselves.
const service = oneService({ LIMITS: 'off', TRUST_PROXY: 'on' })

/** The codes that left about some complaints. */
async function codesOf(numbers: readonly string[]): Promise<readonly string[]> {
  const admin = await service.staff('admin')
  const sent: string[] = []
  let cursor = ''
  do {
    const page = (await (await admin.get(`/mailbox${cursor}`)).json()) as MailboxView
    const codes = page.items.filter(({ subject }) => /^Kode \d{6}/.test(subject))
    sent.push(
      ...numbers
        .filter((number) => codes.some(({ subject }) => subject.includes(number)))
        .flatMap((number) => codes.filter(({ subject }) => subject.includes(number)).map(({ subject }) => subject)),
    )
    cursor = page.nextCursor ? `?cursor=${encodeURIComponent(page.nextCursor)}` : ''
  } while (cursor)
  return sent
}

const line = () => aLine(service)

async function aCase(email: string, from = line()): Promise<ReceiptView> {
  const reporter = { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0001', email }
  return (await from.fileNamed({ reporter: { ...reporter, channels: ['email'] } })).json()
}

it('eighty corrections of one case, to many addresses and to one, let three codes leave', async () => {
  const from = line()
  const { number, trackingCode } = await aCase('korban0@banyak.example', from)
  const answers = new Set<string>()
  for (let time = 1; time <= 80; time++) {
    const email = time % 2 ? `korban${time}@banyak.example` : 'satu@banyak.example'
    const corrected = await from.reporterPosts(number, trackingCode, '/identity/correction', { email })
    expect(corrected.status).toBe(201)
    const asked = await from.reporterPosts(number, trackingCode, '/contact-codes', { channel: 'email' })
    answers.add(asked.status === 201 ? '201' : await refusalIn(asked))
  }
  expect(answers).toEqual(new Set(['201', '429 contact/too-many-codes']))
  const honest = await aCase('jujur@banyak.example')
  const sent = await line().reporterPosts(honest.number, honest.trackingCode, '/contact-codes', { channel: 'email' })
  expect(sent.status).toBe(201)
  // What was asked for first has left, or was taken back, once a later one is there.
  await expect.poll(() => codesOf([honest.number])).toHaveLength(1)
  expect((await codesOf([number])).length).toBeLessThanOrEqual(3)
})

it('twenty cases that name one victim let three codes leave for them, and say nothing of it', async () => {
  const pages = new Set<string>()
  const numbers: string[] = []
  for (let time = 0; time < 20; time++) {
    const from = line()
    const { number, trackingCode } = await aCase('korban@satu.example', from)
    numbers.push(number)
    const asked = await from.reporterPosts(number, trackingCode, '/contact-codes', { channel: 'email' })
    expect(asked.status).toBe(201)
    const own = await (
      await fetch(`${service.url}/api/v1/tenants/bagian-organisasi/complaints/${number}/own-data`, {
        headers: { Authorization: `Bearer ${trackingCode}` },
      })
    ).json()
    const events = own.notices.map(({ label }: { label: string }) => label).length
    const wrong = await from.reporterPosts(number, trackingCode, '/contact-confirmations', {
      channel: 'email',
      code: '000000',
    })
    const { contacts } = ((await asked.json()) as ComplaintView).rights
    const { state, triesLeft } = contacts[0]!
    pages.add(JSON.stringify([events, state, triesLeft, await refusalIn(wrong)]))
  }
  expect([...pages]).toEqual([JSON.stringify([1, 'awaited', 5, '400 contact/wrong-code'])])
  const honest = await aCase('jujur@satu.example')
  await line().reporterPosts(honest.number, honest.trackingCode, '/contact-codes', { channel: 'email' })
  await expect.poll(() => codesOf([honest.number])).toHaveLength(1)
  await expect.poll(() => codesOf(numbers)).toHaveLength(3)
})
