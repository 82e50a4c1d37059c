import { expect, it, onTestFinished } from 'vitest'
import { resendMail } from '../../../service/adapters/resend/resend-mail.ts'
import type { Carrier } from '../../../service/offices/channels/notice-channel.ts'
import { maskEmail, providerAnswer, waitAsked } from '../../../service/offices/channels/provider-news.ts'
import { HOUR, type Instant, SECOND } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { type AccountSecrets, openOwnAccounts } from '../../../service/telling/notices/own-accounts.ts'
import { createSender, type DeliveryNews } from '../../../service/telling/notices/senders.ts'
import { aMessage } from '../../support/a-message.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { startStandInResend } from '../../support/stand-in-resend.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const at = '2026-11-26T03:00:00.000Z' as Instant
const admin = 'admin' as StaffId
const email: AccountSecrets = { channel: 'email', apiKey: 're_rahasia', from: 'kantor@kantor.example' }

/** Accounts, with the secrets that each way out was made from, and which were let go. */
async function accounts() {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const [made, closed]: [AccountSecrets[], AccountSecrets[]] = [[], []]
  const own = await openOwnAccounts(store, vault, async (secrets): Promise<Carrier> => {
    made.push(secrets)
    const send: Carrier['send'] = async () => ({ outcome: 'accepted', answer: '' })
    return { channel: secrets.channel, reportsDelivery: false, send, close: () => closed.push(secrets) }
  })
  return { own, made, closed }
}

it('an account opens the way out of its unit alone, once for as long as it stays the same', async () => {
  const { own, made } = await accounts()
  await own.set(organisasi, email, admin, at)
  const first = await own.carrierOf(organisasi, 'email')
  expect(await own.carrierOf(organisasi, 'email')).toEqual(first)
  expect(made).toEqual([email])
  expect(first?.queue).toBe('email bagian-organisasi')
  expect(await own.carrierOf(dinas, 'email')).toBeNull()
  expect(await own.carrierOf(organisasi, 'whatsapp')).toBeNull()
})

it('a new key takes the place of the old one, whose connections are let go', async () => {
  const { own, made, closed } = await accounts()
  await own.set(organisasi, email, admin, at)
  await own.carrierOf(organisasi, 'email')
  const renewed = { ...email, apiKey: 're_baru' }
  await own.set(organisasi, renewed, admin, at)
  await own.carrierOf(organisasi, 'email')
  expect(made).toEqual([email, renewed])
  expect(closed).toEqual([email])
})

it('an account that is taken away leaves its line to be emptied, and no secret', async () => {
  const { own } = await accounts()
  await own.set(organisasi, email, admin, at)
  expect(await own.keyHolder.behind(organisasi, 2)).toBe(1)
  await own.remove(organisasi, 'email', admin, at)
  expect(await own.carrierOf(organisasi, 'email')).toBeNull()
  expect(await own.list(organisasi)).toEqual([])
  expect(await own.queues()).toEqual([{ queue: 'email bagian-organisasi', inUse: false }])
  expect(await own.keyHolder.behind(organisasi, 2)).toBe(0)
})

const to = 'siti.contoh@warga.example'

it.each([
  ['550 5.1.1 <siti.contoh@warga.example>: no such user', '550 5.1.1 <s…@warga.example>: no such user'],
  ['Mailbox SITI.CONTOH unknown', 'Mailbox … unknown'],
  ['copy to budi@misal.example,siti.contoh@warga.example', 'copy to b…@misal.example,s…@warga.example'],
  ['number +62 812-0000-0001 is off', 'number … is off'],
  ['two\r\n lines\u0000', 'two lines'],
])('keeps of %j only what names nobody', (words, kept) => {
  expect(providerAnswer(words, to)).toBe(kept)
})

it('cuts a long answer to 200 characters, and never through one', () => {
  const answer = providerAnswer('🙂'.repeat(500), to)
  expect([...answer]).toHaveLength(200)
  expect(answer.endsWith('🙂…')).toBe(true)
})

it('leaves out an address that the end of a very long answer cuts in half', () => {
  expect(providerAnswer(`${'8'.repeat(3_990)} budi.misal@warga.example`, to)).toBe('…')
})

it('masks an e-mail address so that its owner recognises it', () => {
  expect(maskEmail('siti@contoh.example')).toBe('s…@contoh.example')
  expect(maskEmail('bukan alamat')).toBe('…')
})

it.each([
  ['7', 7 * SECOND],
  ['0', SECOND],
  ['Wed, 25 Nov 2026 03:00:30 GMT', 30 * SECOND],
  ['Wed, 25 Nov 2026 02:00:00 GMT', SECOND],
  ['99999999', HOUR],
  ['sebentar', undefined],
  [undefined, undefined],
])('reads Retry-After %j as %j ms', (header, wait) => {
  expect(waitAsked(header, '2026-11-25T03:00:00.000Z' as Instant)).toBe(wait)
})

const now = () => '2026-11-25T03:00:00.000Z' as Instant

async function aLane(places: number) {
  const resend = await startStandInResend()
  onTestFinished(resend.close)
  const news: DeliveryNews[] = []
  const carrier = resendMail({ apiKey: 're_contoh', baseUrl: resend.url, from: 'aduan@kantor.example' }, now)
  return {
    resend,
    news,
    lane: createSender({ carrier, places, now, tell: (heard) => news.push(heard), keep: () => {} }),
  }
}

it('has room until its places are taken, and again when one is free', async () => {
  const { resend, lane } = await aLane(1)
  resend.mood = 'hangs'
  const sending = lane.send(aMessage())
  expect(lane.hasRoom()).toBe(false)

  await expect.poll(() => resend.waiting).toBe(1)
  resend.letGo()
  await sending
  expect(lane.hasRoom()).toBe(true)
})

it('waits no longer for a provider that hangs once it is told to give up', async () => {
  const { resend, lane, news } = await aLane(2)
  resend.mood = 'hangs'
  const sending = [lane.send(aMessage()), lane.send(aMessage())]
  await expect.poll(() => resend.waiting).toBe(2)

  lane.giveUp()
  for (const answer of await Promise.all(sending)) {
    expect(answer).toMatchObject({ outcome: 'failed_for_now', reason: 'no_answer' })
  }
  const said = { kind: 'tried', channel: 'email', outcome: 'failed_for_now', reason: 'no_answer' }
  expect(news[0]).toMatchObject(said)
})

it('has no room while it is paused', async () => {
  const { resend, lane } = await aLane(4)
  resend.mood = 'asks_to_wait'
  await lane.send(aMessage())
  expect(lane.isPaused()).toBe(true)
  expect(lane.hasRoom()).toBe(false)
})
