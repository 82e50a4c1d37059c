import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Checker } from 'standardwebhooks'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GuardCandidates } from '../../service/contract/identity.ts'
import {
  type AddedWebhook,
  type WebhookList,
  type WebhookLog,
  webhookMessage,
} from '../../service/contract/programs.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

interface Arrived {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
}
let arrived: Arrived[] = []
let answer: (response: ServerResponse, path: string) => void = (response) => response.writeHead(204).end()
const server = createServer((request, response) => {
  let text = ''
  request.on('data', (piece) => {
    text += piece
  })
  request.on('end', () => {
    arrived.push({ path: request.url ?? '', headers: request.headers, text })
    answer(response, request.url ?? '')
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const service = oneService({ OUTBOUND_ALLOW: `127.0.0.1:${port}` })
beforeEach(() => {
  arrived = []
  answer = (response) => response.writeHead(204).end()
})

const call = async (method: string, path: string, body?: unknown, mailbox = 'kepala') =>
  (await service.staff(mailbox)).call(method, `/webhooks${path}`, body)
const every = ['complaint.received', 'complaint.status_changed', 'complaint.overdue', 'complaint.closed']
let receivers = 0
async function add(events = every) {
  const url = `http://127.0.0.1:${port}/penerima-${receivers++}`
  const added = await call('POST', '', { url, events })
  expect(added.status).toBe(201)
  const { webhook, secret } = (await added.json()) as AddedWebhook
  const path = new URL(url).pathname
  const until = async (count: number) =>
    vi.waitUntil(() => (at(path).length >= count ? at(path) : null), { timeout: 60_000, interval: 50 })
  const log = async () => ((await (await call('GET', `/${webhook.id}/deliveries`)).json()) as WebhookLog).items
  const remove = async () => expect((await call('DELETE', `/${webhook.id}`)).status).toBe(200)
  return { ...webhook, secret, path, until, log, remove }
}
const at = (path: string) => arrived.filter((one) => one.path === path)
const verified = ({ text, headers }: Arrived, secret: string) =>
  new Checker(secret).verify(text, headers as Record<string, string>)
const inLog = (log: () => Promise<WebhookLog['items']>, is: (one: WebhookLog['items'][number]) => boolean) =>
  vi.waitUntil(async () => (await log()).find(is), { timeout: 60_000, interval: 50 })

describe('a system that a unit tells of its cases', () => {
  it('can name the request that led to a message, as the service’s own log does', async () => {
    const { until, remove } = await add(['complaint.received'])
    const filed = await service.unit().send(aFiling())
    const [message] = await until(1)
    expect(message!.headers['x-request-id']).toBe(filed.headers.get('x-request-id'))
    await remove()
  })

  it('hears of a complaint and where it stands, signed, without a word or a name in it', async () => {
    const { secret, until, log, remove } = await add()
    const { number } = await service.unit().file()
    const verifier = await service.staff('verifikator')
    await until(1)
    expect(
      (await verifier.act(number, 'decline', { reason: 'not_a_complaint', text: 'Bukan.', elsewhere: 'Di sana.' }))
        .status,
    ).toBe(200)
    const messages = await until(3)
    const told = messages.map((one) => verified(one, secret) as { type: string; data: Record<string, unknown> })
    expect(told.map(({ type }) => type)).toEqual(['complaint.received', 'complaint.status_changed', 'complaint.closed'])
    // What the description of the API promises, no more and no less.
    for (const one of told) expect(webhookMessage.parse(one)).toEqual(one)
    expect(told[1]?.data).toEqual({
      unit: 'bagian-organisasi',
      number,
      category: 'illegal_levy',
      status: 'declined',
      previousStatus: 'received',
      receivedAt: expect.any(String),
    })
    const all = JSON.stringify(messages)
    for (const word of ['Siti', '812-0000', '8120000', 'Diminta', 'Bukan.', 'Peraga']) expect(all).not.toContain(word)
    expect(new Set(messages.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
    await inLog(log, (one) => one.event === 'complaint.closed' && one.state === 'delivered')
    await remove()
  })

  it('hears only what it asked for, and nothing of a case that is kept from somebody', async () => {
    const { until, remove } = await add(['complaint.received'])
    const { number: plain } = await service.unit().file()
    const guarded = await service.unit().file({ reportedPerson: 'Citra Peraga' })
    expect((await (await service.staff('kepala')).case(guarded.number)).guard).not.toBeNull()
    const { number: later } = await service.unit().file()
    const messages = await until(2)
    expect(messages.map(({ text }) => JSON.parse(text).data.number).toSorted()).toEqual([plain, later].toSorted())
    await remove()
  })

  it('hears nothing of a case that was kept from somebody after its news was put in line, and its log forgets it', async () => {
    const { id, until, log, remove } = await add()
    answer = (response) => response.writeHead(500).end()
    const { number } = await service.unit().file()
    const failed = await inLog(log, ({ attempts }) => attempts.length > 0)
    await until(1)
    const head = await service.staff('kepala')
    const candidates = (await (await head.get(`/cases/${number}/guard`)).json()) as GuardCandidates
    const { revision } = await head.case(number)
    const person = candidates.items.find(({ name }) => name === 'Citra Peraga')!
    const guarded = await head.post(`/cases/${number}/guard`, { revision, staff: [person.id], because: 'Disebut.' })
    expect(guarded.status).toBe(200)
    answer = (response) => response.writeHead(204).end()
    expect((await call('POST', `/${id}/deliveries/${failed.id}/sending`)).status).toBe(204)
    await vi.waitUntil(async () => (await log()).length === 0, { timeout: 60_000, interval: 50 })
    expect(arrived.filter(({ text }) => text.includes(number))).toHaveLength(1)
    expect((await call('POST', `/${id}/sample`)).status).toBe(204)
    await inLog(log, ({ state }) => state === 'delivered')
    await remove()
  })

  it.each([
    ['fails', 500, (response: ServerResponse) => response.writeHead(500).end()],
    [
      'sends us elsewhere',
      302,
      (response: ServerResponse) => response.writeHead(302, { location: `http://127.0.0.1:${port}/lain` }).end(),
    ],
    ['hangs up', 'not_reached', (response: ServerResponse) => response.destroy()],
  ])('that %s is tried again later, and a person can send it again by the same id', async (_, how, badly) => {
    const { id, until, log, remove } = await add()
    answer = badly
    expect((await call('POST', `/${id}/sample`)).status).toBe(204)
    const failed = await inLog(log, ({ attempts }) => attempts.length > 0)
    expect(failed).toMatchObject({ event: 'webhook.test', state: 'pending', attempts: [{ answer: how }] })
    expect(Date.parse(failed.nextTryAt!)).toBeGreaterThan(Date.parse(failed.at) + 50_000)
    expect(at('/lain')).toEqual([])
    answer = (response) => response.writeHead(200).end('x'.repeat(5_000_000))
    expect((await call('POST', `/${id}/deliveries/${failed.id}/sending`)).status).toBe(204)
    const [first, second] = await until(2)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    await inLog(log, ({ state }) => state === 'delivered')
    await remove()
  })

  it('that says it is gone is switched off, whoever looks after it is told, and what waits goes out once it is back', async () => {
    const { id, url, path, log, remove } = await add()
    answer = (response) => response.writeHead(410).end()
    await call('POST', `/${id}/sample`)
    const list = async () => ((await (await call('GET', '')).json()) as WebhookList).items.find((one) => one.id === id)
    await vi.waitUntil(async () => (await list())?.off, { timeout: 60_000, interval: 50 })
    expect((await list())?.off).toMatchObject({ why: 'gone' })
    const admin = await service.staff('admin')
    const alerts = async () => (await admin.get('/alerts')).text()
    await vi.waitUntil(async () => (await alerts()).includes('webhook_off'), { timeout: 60_000, interval: 50 })
    answer = (response) => response.writeHead(204).end()
    const { number } = await service.unit().file()
    expect((await call('PUT', `/${id}`, { url, events: every, on: true })).status).toBe(200)
    await expect.poll(() => at(path).some(({ text }) => text.includes(number))).toBe(true)
    await inLog(log, ({ state }) => state === 'delivered')
    await remove()
  })

  it('takes a new secret over a day: both sign', async () => {
    const { id, secret, until, remove } = await add()
    const { secret: renewed } = (await (await call('POST', `/${id}/secret`)).json()) as { secret: string }
    await call('POST', `/${id}/sample`)
    const [message] = await until(1)
    for (const by of [secret, renewed]) expect(verified(message!, by)).toMatchObject({ type: 'webhook.test' })
    await remove()
  })

  it.each(['http://penerima.contoh.example/', 'ftp://127.0.0.1/', 'javascript:alert(1)', 'https:', 'x'])(
    'is not %s',
    async (url) => {
      expect(await refusalIn(call('POST', '', { url, events: every }))).toBe('400 request/invalid')
    },
  )

  it('inside the house is never called, unless the operator named it', async () => {
    const added = await call('POST', '', { url: 'http://127.0.0.1:1/', events: every })
    const { webhook } = (await added.json()) as AddedWebhook
    await call('POST', `/${webhook.id}/sample`)
    const log = async () => ((await (await call('GET', `/${webhook.id}/deliveries`)).json()) as WebhookLog).items
    const tried = await inLog(log, ({ attempts }) => attempts.length > 0)
    expect(['port', 'not_public']).toContain(tried.attempts[0]?.answer)
    expect((await call('DELETE', `/${webhook.id}`)).status).toBe(200)
  })

  it('is the business of heads and admins', async () => {
    for (const mailbox of ['petugas', 'verifikator', 'kustodian', 'inspektorat'])
      expect(await refusalIn(call('GET', '', undefined, mailbox))).toBe('403 staff/not-permitted')
    expect((await call('GET', '', undefined, 'admin')).status).toBe(200)
  })
})
