import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from '../../service/http/app-env.ts'
import { countUnderWay, createLoadMeter, isTooMuch, type Load, refuseWhenBusy } from '../../service/http/load.ts'
import { answerProblems } from '../../service/http/problem.ts'

/** A service whose process is so late, with a desk, a door for visitors and a room for both. */
function aService(load: Load) {
  const meter = { load, begin: () => () => {} }
  const app = new Hono<AppEnv>().onError(
    answerProblems(
      () => {},
      () => null,
    ),
  )
  app.use('/visitor', refuseWhenBusy(meter, 'visitor'))
  app.use('/staff', refuseWhenBusy(meter, 'staff'))
  for (const path of ['/visitor', '/staff']) app.all(path, (c) => c.text('answered'))
  return app
}

const background = { headers: { 'X-Background': '1' } }
const requests: readonly (readonly [what: string, path: string, init?: RequestInit])[] = [
  ['what a page asks by itself', '/staff', background],
  ['what staff read', '/staff'],
  ['what staff do', '/staff', { method: 'POST' }],
  ['what a visitor asks', '/visitor', { method: 'POST' }],
]

const answeredIn = async (load: Load): Promise<readonly string[]> => {
  const app = aService(load)
  const answers = await Promise.all(
    requests.map(async ([what, path, init]) => [what, (await app.request(path, init)).status] as const),
  )
  return answers.filter(([, status]) => status === 200).map(([what]) => what)
}

const everything = requests.map(([what]) => what)

describe('a service with more to do than it can', () => {
  it('refuses pages first, then what staff read, then what they do, and visitors last of all', async () => {
    expect(await answeredIn({ underWay: 40, late: 30 })).toEqual(everything.slice(1))
    expect(await answeredIn({ underWay: 60, late: 60 })).toEqual(everything.slice(2))
    expect(await answeredIn({ underWay: 120, late: 120 })).toEqual(everything.slice(3))
    expect(await answeredIn({ underWay: 2_000, late: 2_000 })).toEqual([])
  })

  it('refuses nobody because a few requests are slow, or because many wait for a slow line', async () => {
    expect(await answeredIn({ underWay: 30, late: 5_000 })).toEqual(everything)
    expect(await answeredIn({ underWay: 1_000, late: 5 })).toEqual(everything)
  })

  it('says when to come again, in words, and has taken nothing', async () => {
    const refused = await aService({ underWay: 120, late: 120 }).request('/staff', { method: 'POST' })
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ code: 'service/busy', detail: expect.stringContaining('ramai') })
  })

  it('answers visitors at every load at which it answers staff', () => {
    for (let underWay = 0; underWay < 3_000; underWay += 50) {
      for (let late = 0; late < 3_000; late += 50) {
        if (isTooMuch('visitor', { underWay, late })) expect(isTooMuch('act', { underWay, late })).toBe(true)
        if (isTooMuch('act', { underWay, late })) expect(isTooMuch('reading', { underWay, late })).toBe(true)
      }
    }
  })
})

/** A clock by which each wait takes longer than it should. */
function aLateProcess(by: number) {
  let now = 0
  const waiting: (() => void)[] = []
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      waiting.push(() => {
        now += milliseconds + by
        resolve()
      })
    })
  const pass = async () => {
    waiting.shift()?.()
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return { meter: createLoadMeter(wait, () => now), pass, looks: () => waiting.length }
}

describe('the load of a process', () => {
  it('is looked at only while many requests are under way, so that an idle process does nothing', async () => {
    const { meter, pass, looks } = aLateProcess(200)
    const ends = Array.from({ length: 32 }, () => meter.begin())
    expect(looks()).toBe(0)
    ends.push(meter.begin())
    expect(looks()).toBe(1)
    await pass()
    expect(meter.load).toEqual({ underWay: 33, late: 100 })
    await pass()
    expect(meter.load.late).toBe(150)
    for (const end of ends) end()
    await pass()
    expect(meter.load).toEqual({ underWay: 0, late: 0 })
    expect(looks()).toBe(0)
  })

  it('counts a request until it is answered, whether it succeeds or fails', async () => {
    const { meter } = aLateProcess(0)
    const app = new Hono<AppEnv>().use(countUnderWay(meter)).onError((_, c) => c.text('fault', 500))
    app.get('/', (c) => c.text(String(meter.load.underWay)))
    app.get('/fault', () => {
      throw new Error('A fault.')
    })
    expect(await (await app.request('/')).text()).toBe('1')
    expect((await app.request('/fault')).status).toBe(500)
    expect(meter.load.underWay).toBe(0)
  })
})
