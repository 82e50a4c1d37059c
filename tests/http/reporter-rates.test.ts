import { describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { reporterActs } from '../../service/http/limit-table.ts'
import { reporterActOf } from '../../service/http/reporter-act.ts'
import { aLine, flood } from '../support/a-line.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService({ LIMITS: 'on', TRUST_PROXY: 'on' })

const aCase = async (line = aLine(service)): Promise<ReceiptView> => (await line.file()).json()

const message = { text: 'Saya ingin menambah keterangan.' }
const write = (line: ReturnType<typeof aLine>, { number, trackingCode }: ReceiptView) =>
  line.reporterPosts(number, trackingCode, '/messages', message)

describe('what a reporter does with number and code', () => {
  it('has a rate of its own for each thing that the API offers', async () => {
    const { paths } = (await (await fetch(`${service.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>
    }
    const calls = Object.entries(paths)
      .filter(([path]) => path.includes('/complaints/{number}'))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => [method.toUpperCase(), path] as const))
    expect(calls.length).toBeGreaterThan(15)
    const onlyShows = calls.filter(([method, path]) => reporterActOf(method, path) === 'open')
    expect(onlyShows).toEqual([['GET', '/api/v1/tenants/{tenant}/complaints/{number}']])
    expect(new Set(calls.map(([method, path]) => reporterActOf(method, path)))).toEqual(
      new Set(Object.keys(reporterActs)),
    )
  })

  it('goes on for a person, ends for a script, by the case, and leaves other cases at the same address alone', async () => {
    const line = aLine(service)
    const [busy, calm] = [await aCase(line), await aCase(line)]
    const answers = await flood(40, () => write(line, busy))
    expect(answers.get('429 limit/case-busy')).toBe(20)
    // The case is the same from any address, and by the page without scripts.
    expect(await refusalIn(write(aLine(service), busy))).toBe('429 limit/case-busy')
    const plain = { number: busy.number, code: busy.trackingCode, act: 'message', text: message.text }
    const page = await line.plainFollow(plain)
    expect([page.status, await page.text()]).toEqual([429, expect.stringContaining('untuk pengaduan ini')])
    expect((await line.follow(busy.number, busy.trackingCode)).status).toBe(200)
    expect((await write(line, calm)).status).toBe(201)
  })

  it('is not taken from a reporter by others who use up what their common address may', async () => {
    const line = aLine(service)
    const others = await Promise.all(Array.from({ length: 12 }, () => aCase(line)))
    for (const one of others) await flood(20, () => write(line, one))
    const honest = await aCase(line)
    for (let time = 0; time < 3; time++) expect((await write(line, honest)).status).toBe(201)
    expect(await refusalIn(write(line, honest))).toBe('429 limit/too-many')
  })
})

describe('at a kiosk where somebody tried many wrong codes', () => {
  it('the right code opens the case, at the API and on the page without scripts', async () => {
    const line = aLine(service)
    const { number, trackingCode } = await aCase(line)
    const wrong = 'AAAA-AAAA-AAAA-AAAA-AAAA'
    expect([...(await flood(60, () => line.follow(number, wrong)))]).toEqual([
      ['404 complaint/not-found', 40],
      ['429 limit/wrong-codes', 20],
    ])
    await flood(600, () => line.plainFollow({ number: 'BO-2026-888888', code: wrong, act: 'open' }))
    expect((await line.follow(number, trackingCode)).status).toBe(200)
    expect((await line.plainFollow({ number, code: trackingCode, act: 'open' })).status).toBe(200)
    const page = await line.plainFollow({ number, code: wrong, act: 'open' })
    expect([page.status, await page.text()]).toEqual([429, expect.stringContaining('kode yang benar tetap membuka')])
  })
})
