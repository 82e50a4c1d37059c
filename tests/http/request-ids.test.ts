import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aFiling, aKey } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { type StandInSmtp, startStandInSmtp } from '../support/stand-in-smtp.ts'

const byProxy = '0b6c9f3e-7d1a-4c52-9e0f-5a8b1c2d3e4f'
const patience = { timeout: 60_000 }

const environment: Record<string, string> = { TRUST_PROXY: 'on' }
let smtp: StandInSmtp
beforeAll(async () => {
  smtp = await startStandInSmtp()
  environment.SMTP_URL = smtp.url
})
afterAll(() => smtp.close())
// After the stand-in: it starts with its address.
const service = oneService(environment)
const elsewhere = oneService()

function send(url: string, requestId?: string) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() }
  return fetch(`${url}/api/v1/tenants/bagian-organisasi/complaints`, {
    method: 'POST',
    headers: { ...headers, ...(requestId && { 'X-Request-Id': requestId }) },
    body: JSON.stringify(aFiling()),
  })
}

const idOf = (response: Response) => response.headers.get('x-request-id')!

const linesOf = (requestId: string) =>
  service.running
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes(requestId))
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('an engineer', () => {
  it('follows one filing from the log of requests to the try of its notice and to the mail itself', async () => {
    const filed = await send(service.url, byProxy)
    expect(filed.status).toBe(201)
    expect(idOf(filed)).toBe(byProxy)

    // The mail may leave before the answer has.
    const lineOf = (msg: string) => linesOf(byProxy).find((line) => line.msg === msg)
    const [request, attempt] = await Promise.all(
      ['request', 'attempt'].map((msg) => vi.waitUntil(() => lineOf(msg), patience)),
    )
    expect(request).toMatchObject({
      msg: 'request',
      method: 'POST',
      route: '/api/v1/tenants/:tenant/complaints',
      tenant: 'bagian-organisasi',
      status: 201,
    })
    expect(attempt).toMatchObject({
      tenant: 'bagian-organisasi',
      event: 'received',
      channel: 'email',
      outcome: 'accepted',
    })
    const [mail] = smtp.delivered.filter(({ headers }) => headers.get('x-request-id') === byProxy)
    expect(mail).toMatchObject({ subject: expect.stringMatching(/./) })
  })

  it('reads in those lines nothing of who filed, nor the number of the complaint', async () => {
    const filed = await send(service.url)
    const { number } = (await filed.json()) as { number: string }
    await expect.poll(() => linesOf(idOf(filed)).length, patience).toBe(2)
    expect(JSON.stringify(linesOf(idOf(filed)))).not.toMatch(new RegExp(`siti|812-?0000|Misal|loket|${number}`, 'i'))
  })

  it('follows an officer’s act to its notice as well', async () => {
    const verifier = await service.staff('verifikator')
    const { number } = await service.unit().file()
    const asked = await verifier.act(number, 'decline', {
      reason: 'not_a_complaint',
      text: 'Bukan.',
      elsewhere: 'Di sana.',
    })
    const requestId = idOf(asked)
    await expect
      .poll(() => linesOf(requestId).map(({ msg, event }) => [msg, event]), patience)
      .toEqual([
        ['request', undefined],
        ['attempt', 'declined'],
      ])
  })
})

describe('an id that came with a request', () => {
  it.each([
    ['words', 'siti-contoh-0812-0000-0001'],
    ['digits of a telephone number', '081200000001'],
    ['an id with a line of its own', `${byProxy.slice(0, -1)}z`],
    ['something long', 'a'.repeat(33)],
  ])('is not taken over when it is %s', async (_, given) => {
    const id = idOf(await send(service.url, given))
    expect(id).not.toBe(given)
    expect(id).toMatch(/^[\w-]{16}$/)
  })

  it('is taken from 32 hexadecimal digits too, as nginx makes them', async () => {
    expect(idOf(await send(service.url, 'AB'.repeat(16)))).toBe('ab'.repeat(16))
  })

  it('is nobody’s to give where no proxy is trusted', async () => {
    expect(idOf(await send(elsewhere.url, byProxy))).not.toBe(byProxy)
  })
})
