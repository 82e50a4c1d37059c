import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from '../../service/http/app-env.ts'
import { countUnderWay, createGate, type Gate, letStaffIn, refuseFlood } from '../../service/http/load.ts'
import { answerProblems } from '../../service/http/problem.ts'
import { Refusal } from '../../service/shared/refusal.ts'

const problems = answerProblems(
  () => {},
  () => null,
)

/** A process with its gate, whose clock goes on only by its looks; each comes so late. */
function aProcess() {
  let now = 0
  const looks: (() => void)[] = []
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      looks.push(() => {
        now += milliseconds
        resolve()
      })
    })
  const settle = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
  const gate = createGate(wait, () => now)
  return {
    gate,
    settle,
    isLookingForWork: () => looks.length > 0,
    /** Passes so many looks, each late by so much. */
    async pass(times: number, late = 0) {
      for (let time = 0; time < times; time++) {
        now += late
        looks.shift()?.()
        await settle()
      }
    },
  }
}

type Rank = Parameters<Gate['enter']>[0]

/** Somebody's requests, each of which counts as under way until it is ended or refused. */
async function ask({ gate, settle }: ReturnType<typeof aProcess>, rank: Rank, amount: number, whose?: string) {
  const asked = Array.from({ length: amount }, (_, at) => {
    const end = gate.begin()
    const one = { state: 'waiting', end: () => {} }
    gate.enter(rank, whose ?? `orang-${at}`).then(
      (leave) => {
        one.state = 'inside'
        one.end = () => {
          one.state = 'done'
          leave()
          end()
        }
      },
      () => {
        one.state = 'refused'
        end()
      },
    )
    return one
  })
  await settle()
  return {
    count: (state: string) => asked.filter((one) => one.state === state).length,
    async endOne() {
      asked.find((one) => one.state === 'inside')?.end()
      await settle()
    },
    async endAll() {
      while (asked.some((one) => one.state === 'inside')) await this.endOne()
    },
  }
}

describe('what staff ask', () => {
  it('is let in at once where few ask, and lets nobody wait behind slow lines while the process is in time', async () => {
    const service = aProcess()
    const uploads = await ask(service, 'act', 16)
    expect(uploads.count('inside')).toBe(16)
    const more = await ask(service, 'act', 4)
    expect(more.count('waiting')).toBe(4)
    await service.pass(1)
    expect(more.count('inside')).toBe(4)
  })

  it('waits while the process is late, and its acts come before what it reads and what its pages ask by themselves', async () => {
    const service = aProcess()
    const before = await ask(service, 'act', 16)
    await service.pass(2, 100)
    const [pages, reads, acts] = [
      await ask(service, 'background', 1),
      await ask(service, 'reading', 1),
      await ask(service, 'act', 1),
    ]
    // Four remain inside however late the process is.
    for (let left = 16; left > 4; left--) await before.endOne()
    expect([acts, reads, pages].map((some) => some.count('inside'))).toEqual([0, 0, 0])
    await before.endOne()
    expect([acts, reads, pages].map((some) => some.count('inside'))).toEqual([1, 0, 0])
    await before.endOne()
    await before.endOne()
    expect([acts, reads, pages].map((some) => some.count('inside'))).toEqual([1, 1, 1])
  })

  it('lets a reading in for every three acts, however many acts keep coming', async () => {
    const service = aProcess()
    const before = await ask(service, 'act', 16)
    const read = await ask(service, 'reading', 5)
    await service.pass(2, 100)
    const acts = await ask(service, 'act', 40)
    // Four remain inside however late the process is.
    for (let left = 16; left > 4; left--) await before.endOne()
    for (let place = 0; place < 16; place++) await (place < 4 ? before : acts).endOne()
    expect([acts.count('inside') + acts.count('done'), read.count('inside')]).toEqual([12, 4])
  })

  it('is searched for by as many at once as the process has places, but for half of them, which are for pages of cases', async () => {
    const service = aProcess()
    const searches: string[] = []
    for (let more = 0; more < 20; more++) {
      const name = `cari-${more}`
      service.gate.enter('search', name, 'bagian-organisasi').then(
        () => searches.push('inside'),
        () => searches.push('refused'),
      )
    }
    await service.settle()
    expect(searches).toEqual(Array.from({ length: 8 }, () => 'inside'))
    const pages = await ask(service, 'reading', 8)
    expect(pages.count('inside')).toBe(8)
    await pages.endAll()
    const other = service.gate.enter('search', 'orang', 'dinas-contoh')
    await other
    // A process that is late has four places.
    await ask(service, 'background', 5)
    await service.pass(1, 100)
    await service.pass(1, 5_001)
    expect(searches.filter((one) => one === 'refused')).toHaveLength(12)
  })

  it('is refused when its turn would come too late: pages first, then what is read, then acts', async () => {
    const service = aProcess()
    await ask(service, 'act', 16)
    await service.pass(2, 100)
    const [pages, reads, acts] = [
      await ask(service, 'background', 1),
      await ask(service, 'reading', 1),
      await ask(service, 'act', 1),
    ]
    const refused = () => [pages, reads, acts].map((some) => some.count('refused'))
    await service.pass(1, 4_000)
    expect(refused()).toEqual([1, 0, 0])
    await service.pass(1, 1_000)
    expect(refused()).toEqual([1, 1, 0])
    await service.pass(1, 1_000)
    expect(refused()).toEqual([1, 1, 1])
  })

  it('is refused at once when a hundred wait already, so that the memory is bounded', async () => {
    const service = aProcess()
    const asked = await ask(service, 'reading', 200)
    expect([asked.count('inside'), asked.count('waiting'), asked.count('refused')]).toEqual([16, 100, 84])
  })

  it('is refused at once where the line went too slowly lately to bring it in in time', async () => {
    const service = aProcess()
    await ask(service, 'act', 16)
    const before = await ask(service, 'reading', 60)
    await service.pass(20, 100)
    const [searches, reads] = [await ask(service, 'search', 1), await ask(service, 'reading', 1)]
    expect([before.count('refused'), searches.count('waiting'), reads.count('refused')]).toEqual([0, 1, 1])
  })

  it('is never refused to ten officers who open pages at eight, though each page asks eight things and the first answer is late', async () => {
    const service = aProcess()
    for (let day = 0; day < 3; day++) {
      const pages: Awaited<ReturnType<typeof ask>>[] = []
      const answerOne = async () => {
        await pages.find((page) => page.count('inside') > 0)?.endOne()
        await service.pass(1, 5)
      }
      for (let officer = 0; officer < 10; officer++) {
        pages.push(await ask(service, 'reading', 6, `petugas-${officer}`))
        pages.push(await ask(service, 'act', 1, `petugas-${officer}`))
        pages.push(await ask(service, 'search', 1, `petugas-${officer}`))
        await service.pass(4, 5)
      }
      while (pages.some((page) => page.count('waiting') + page.count('inside') > 0)) await answerOne()
      expect(pages.map((page) => page.count('refused'))).toEqual(pages.map(() => 0))
    }
  })

  it('does not stand behind any number of slow lines', async () => {
    const service = aProcess()
    for (let crowd = 0; crowd < 12; crowd++) {
      await ask(service, 'act', 116)
      await service.pass(40)
    }
    const other = await ask(service, 'reading', 1)
    await service.pass(1)
    expect(other.count('inside')).toBe(1)
  })

  it('is refused to one person who asks much, and not to the others', async () => {
    const service = aProcess()
    const flood = await ask(service, 'reading', 100, 'penyerang')
    expect([flood.count('inside'), flood.count('waiting'), flood.count('refused')]).toEqual([16, 25, 59])
    const others = await ask(service, 'reading', 75)
    expect(others.count('waiting')).toBe(75)
  })

  it('is told to come later the more were refused, so that not all come again together', async () => {
    const service = aProcess()
    const retryAfter = async () => {
      const refused = await service.gate.enter('act', 'orang').catch((refusal: Refusal) => refusal)
      return refused instanceof Refusal ? refused.details.retryAfter : null
    }
    await ask(service, 'act', 116)
    expect(await retryAfter()).toBe(2)
    await ask(service, 'act', 300)
    expect(await retryAfter()).toBe(8)
    await ask(service, 'act', 10_000)
    expect(await retryAfter()).toBe(15)
  })

  it('does not gather at the store when the store is late', async () => {
    const service = aProcess()
    const asked = await ask(service, 'reading', 116)
    await service.pass(5)
    const inside = asked.count('inside')
    expect(inside).toBeGreaterThan(16)
    await service.pass(8)
    const late = asked.count('inside')
    await service.pass(5)
    expect(asked.count('inside')).toBe(late)
  })

  it('is served again as soon as the process is in time', async () => {
    const service = aProcess()
    const flood = await ask(service, 'act', 116)
    await service.pass(6, 200)
    await flood.endAll()
    await service.pass(1)
    expect(service.gate.load.underWay).toBe(0)
    const later = await ask(service, 'reading', 4)
    expect(later.count('inside')).toBe(4)
    const more = await ask(service, 'reading', 12)
    await service.pass(4)
    expect(more.count('inside')).toBe(12)
  })
})

it('a search is known by its words, for the unit whose cases are searched', async () => {
  const entered: unknown[] = []
  const enter: Gate['enter'] = async (rank, _, unit) => {
    entered.push(unit ? `${rank} ${unit}` : rank)
    return () => {}
  }
  const app = new Hono<AppEnv>().use(letStaffIn({ enter }, () => 'orang')).get('*', (c) => c.text('ada'))
  const asks = ['cases?q=loket&limit=25', 'cases?status=received&q=loket', 'cases?status=received&q=', 'cases/BO-1?q=a']
  for (const one of asks) await app.request(`/api/v1/tenants/dinas-contoh/${one}`)
  await app.request('/api/v1/tenants/dinas-contoh/cases?q=loket', { headers: { 'X-Background': '1' } })
  expect(entered).toEqual(['search dinas-contoh', 'search dinas-contoh', 'reading', 'reading', 'background'])
})

describe('the load of a process', () => {
  it('is looked at only while some requests are under way, so that an idle process does nothing', async () => {
    const service = aProcess()
    const ends = Array.from({ length: 4 }, () => service.gate.begin())
    expect(service.isLookingForWork()).toBe(false)
    ends.push(service.gate.begin())
    expect(service.isLookingForWork()).toBe(true)
    await service.pass(1, 200)
    expect(service.gate.load).toEqual({ underWay: 5, late: 100 })
    await service.pass(1, 200)
    expect(service.gate.load.late).toBe(150)
    for (const end of ends) end()
    await service.pass(1)
    expect(service.gate.load).toEqual({ underWay: 0, late: 0 })
    expect(service.isLookingForWork()).toBe(false)
  })

  it('counts a request until it is answered, whether it succeeds or fails', async () => {
    const { gate } = aProcess()
    const app = new Hono<AppEnv>().use(countUnderWay(gate)).onError((_, c) => c.text('fault', 500))
    app.get('/', (c) => c.text(String(gate.load.underWay)))
    app.get('/fault', () => {
      throw new Error('A fault.')
    })
    expect(await (await app.request('/')).text()).toBe('1')
    expect((await app.request('/fault')).status).toBe(500)
    expect(gate.load.underWay).toBe(0)
  })
})

describe('a gate before a desk', () => {
  it('gives its place back when the work fails', async () => {
    const service = aProcess()
    const app = new Hono<AppEnv>().onError((_, c) => c.text('fault', 500)).use(letStaffIn(service.gate, () => 'orang'))
    app.post('/', () => {
      throw new Error('A fault.')
    })
    for (let turn = 0; turn < 20; turn++) expect((await app.request('/', { method: 'POST' })).status).toBe(500)
    expect((await ask(service, 'act', 16)).count('inside')).toBe(16)
  })

  it('says when to come again, in words, and has taken nothing', async () => {
    const service = aProcess()
    await ask(service, 'act', 116)
    let taken = 0
    const app = new Hono<AppEnv>().onError(problems).use(letStaffIn(service.gate, () => 'orang'))
    app.post('/', (c) => c.text(`${++taken}`))
    const refused = await app.request('/', { method: 'POST' })
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ code: 'service/busy', detail: expect.stringContaining('ramai') })
    expect(taken).toBe(0)
  })

  it('lets visitors pass beside it until their requests would fill the memory', async () => {
    const statusAt = async (underWay: number, late: number) => {
      const app = new Hono<AppEnv>().onError(problems).use(refuseFlood({ load: { underWay, late } }))
      app.post('/', (c) => c.text('answered'))
      return (await app.request('/', { method: 'POST' })).status
    }
    expect(await statusAt(1_000, 5_000)).toBe(200)
    expect(await statusAt(5_000, 5)).toBe(200)
    expect(await statusAt(2_000, 2_000)).toBe(503)
  })
})
