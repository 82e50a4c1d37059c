import { describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey, anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()

const receiptOf = async (response: Response): Promise<ReceiptView> => {
  expect(response.status).toBe(201)
  return response.json()
}

async function numbersIn(unit: string): Promise<string[]> {
  const head = await service.staff('kepala', unit)
  const { items } = (await (await head.get('/cases?sort=received_asc&limit=100')).json()) as { items: ReceiptView[] }
  return items.map(({ number }) => number)
}

describe('a complaint that is received', () => {
  it('gets its number, its code, its dates and where to go on', async () => {
    const before = Date.now()
    const receipt = await receiptOf(await service.unit().send(aFiling()))

    expect(receipt).toEqual({
      number: expect.stringMatching(/^BO-\d{4}-\d{6}$/),
      trackingCode: expect.stringMatching(/^([2-9A-Z]{4}-){4}[2-9A-Z]{4}$/),
      receivedAt: expect.any(String),
      clocks: [
        expect.objectContaining({
          clock: 'verification',
          overdue: false,
          explanation: expect.stringContaining('hari kerja'),
        }),
        expect.objectContaining({ clock: 'first_response', overdue: false }),
      ],
      receiptUrl: expect.stringContaining(`/api/v1/tenants/bagian-organisasi/complaints/${receipt.number}/receipt.pdf`),
      followUpUrl: expect.stringMatching(/\/t\/bagian-organisasi\/follow$/),
      verifyUrl: expect.stringMatching(/\/verify\/[\w-]+$/),
    })
    expect(Date.parse(receipt.receivedAt)).toBeGreaterThanOrEqual(before)
    expect(Date.parse(receipt.clocks[0]!.dueAt)).toBeGreaterThan(Date.parse(receipt.receivedAt))
  })

  it('is answered in the language that the visitor reads, and kept by no cache', async () => {
    const response = await service
      .unit()
      .post('/complaints', aFiling(), { 'Idempotency-Key': aKey(), 'Accept-Language': 'en-GB,en;q=0.9' })
    expect(response.headers.get('content-language')).toBe('en')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { clocks } = await receiptOf(response)
    expect(clocks[0]!.explanation).toContain('working day')
  })

  it('may come without identity where the unit takes that', async () => {
    await receiptOf(await service.unit().send(anonymousFiling()))
    await receiptOf(await service.unit('dinas-contoh').send(anonymousFiling({ category: 'slow_service' })))
  })

  it('keeps every letter that was written', async () => {
    const office = service.unit()
    const chronology = 'Baris satu\nالسلام عليكم 東京 👩🏽‍🦽 "kutip" <b>tebal</b> {x} \\ \ud800 akhir'
    const receipt = await receiptOf(await office.send(aFiling({ subject: '<script>alert(1)</script>', chronology })))
    expect(await office.reporter(receipt).follow()).toMatchObject({ subject: '<script>alert(1)</script>' })
    const seen = await (await service.staff('kepala')).case(receipt.number)
    expect(seen.chronology).toBe(chronology)
  })
})

describe('the same filing sent again', () => {
  it('gives the same answer, code included', async () => {
    const [key, body] = [aKey(), aFiling()]
    const first = await receiptOf(await service.unit().send(body, key))
    const second = await receiptOf(await service.unit().send(body, key))
    expect(second).toEqual(first)
  })

  it('is the same whatever the order of its fields', async () => {
    const key = aKey()
    const { category, ...rest } = aFiling()
    const first = await receiptOf(await service.unit().send({ category, ...rest }, key))
    expect(await receiptOf(await service.unit().send({ ...rest, category }, key))).toEqual(first)
  })

  it('is refused when it says something else, without a word of the first', async () => {
    const key = aKey()
    const { number, trackingCode } = await receiptOf(await service.unit().send(aFiling(), key))
    const response = await service.unit().send(aFiling({ subject: 'Hal lain' }), key)
    const text = await response.clone().text()
    expect(await refusalIn(response)).toBe('409 idempotency/other-body')
    expect(text).not.toContain(number)
    expect(text).not.toContain(trackingCode)
  })

  it('is a filing of its own in another unit', async () => {
    const key = aKey()
    const here = await receiptOf(await service.unit().send(anonymousFiling({ category: 'illegal_levy' }), key))
    const there = await receiptOf(
      await service.unit('dinas-contoh').send(anonymousFiling({ category: 'illegal_levy' }), key),
    )
    expect(there.number).toMatch(/^DLW-/)
    expect(there.trackingCode).not.toBe(here.trackingCode)
  })

  it.each([
    ['without evidence', false],
    ['with evidence', true],
  ])('from ten tabs at once is one case, %s', async (_, withEvidence) => {
    const office = service.unit()
    for (let round = 0; round < 5; round++) {
      const held = (await (await office.upload('loket.png', aPng)).json()) as HeldEvidenceView
      const body = aFiling({ evidence: withEvidence ? [held.id] : [] })
      const key = aKey()
      const before = await numbersIn('bagian-organisasi')

      const receipts = await Promise.all(
        Array.from({ length: 10 }, async () => receiptOf(await office.send(body, key))),
      )

      for (const receipt of receipts) expect(receipt).toEqual(receipts[0])
      expect(await numbersIn('bagian-organisasi')).toEqual([...before, receipts[0]!.number])
    }
  })
})

describe('numbers', () => {
  it('have no gap, however many file at once', async () => {
    const before = await numbersIn('dinas-contoh')
    const office = service.unit('dinas-contoh')
    const filings = Array.from({ length: 40 }, () => office.send(anonymousFiling({ category: 'slow_service' })))
    const given = await Promise.all(filings.map(async (filing) => (await receiptOf(await filing)).number))

    const expected = Array.from({ length: before.length + 40 }, (_, at) => String(at + 1).padStart(6, '0'))
    expect([...before, ...given].map((number) => number.slice(-6)).sort()).toEqual(expected)
  })
})
