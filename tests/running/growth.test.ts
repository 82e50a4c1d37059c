import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { aFolder } from '../support/a-folder.ts'
import { type RunningService, startProcess } from '../support/a-running-service.ts'
import { aFiling, aKey, unitAt } from '../support/an-office.ts'
import { builtProgram } from '../support/built-program.ts'

const FEW = 500
const MANY = 5_000
const MOST_GROWTH = 1.2
/** Calls or rows more, by what was filed a moment ago and is not in order yet. One row for each five hundred more cases is 9. */
const BESIDE = 8
const TIMES = 3
/** The kind of a request's own span. */
const SERVER = 2
/**
 * How much more rows of these may be. The statistics read one number for each month, category and status that has a
 * case: few cases leave most of them out. On a day ten times as many cases wait, until there are 99 of each kind.
 */
const growths: Readonly<Record<string, number>> = {
  'the statistics': 4,
  'the day of a head': 10,
  'its counts': 10,
  'the day of a handler': 10,
}
const growthOf = (name: string): number => growths[name] ?? MOST_GROWTH

interface Span {
  readonly traceId: string
  readonly kind: number
  readonly attributes: readonly { readonly key: string; readonly value: { readonly intValue?: string | number } }[]
}

interface Work {
  /** Calls of the store. */
  readonly calls: number
  /** Rows that it gave or counted. */
  readonly rows: number
}

const spans: Span[] = []
let collector: ChildProcess
const services = new Map<number, RunningService>()

beforeAll(async () => {
  collector = fork(builtProgram('an-otlp-receiver-process'))
  const [{ port }] = (await once(collector, 'message')) as [{ port: number }]
  collector.on('message', (request: { body: { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] } }) =>
    spans.push(...request.body.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans))),
  )
  const fillAndStart = async (cases: number) => {
    const folder = join(await aFolder(), 'data')
    const filler = resolve(import.meta.dirname, '../bench/million-folder.ts')
    const filling = spawn(process.execPath, ['--import', 'tsx', filler, folder, String(cases), '2'], {
      stdio: 'ignore',
    })
    const [code] = await once(filling, 'exit')
    expect(code).toBe(0)
    const environment = { DATA_DIR: folder, LIMITS: 'off', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }
    services.set(cases, await startProcess(environment))
  }
  await Promise.all([FEW, MANY].map(fillAndStart))
}, 600_000)

afterAll(async () => {
  for (const service of services.values()) await service.kill()
  collector.kill()
})

/** What people ask for all day, in an office of so many cases. */
async function requestsOf(url: string): Promise<Readonly<Record<string, () => Promise<Response>>>> {
  const office = unitAt(url)
  const receipt = await office.file()
  const [head, handler, verifier] = [
    await office.signIn('kepala'),
    await office.signIn('petugas'),
    await office.signIn('verifikator'),
  ]
  const reporter = office.reporter(receipt)
  const handled: string[] = []
  /** Each act is done on the same cases, one after the other. */
  const onEach = (act: (number: string) => Promise<Response>) => {
    let next = 0
    return () => act(handled[next++] ?? '')
  }
  return {
    'filing a complaint': () => office.send(aFiling()),
    'following it': () => reporter.get(),
    'writing to the office': () => reporter.post('/messages', { text: `Mohon kabar ${aKey()}.` }),
    'a page of the register': () => head.get('/cases?sort=received_desc'),
    // Nothing is kept from a verifier here. From a head it is by chance, in one of these offices nearly everything.
    'what is due': () => verifier.get('/cases?due=overdue'),
    'a search': () => head.get('/cases?q=loket'),
    'a search for the beginning of a word': () => head.get('/cases?q=lok'),
    'the day of a head': () => head.get('/today'),
    'its counts': () => head.get('/today/counts'),
    'the day of a handler': () => handler.get('/today'),
    'a case': () => head.get(`/cases/${receipt.number}`),
    'the alerts': () => head.get('/alerts'),
    'the statistics': () => head.get('/statistics'),
    'verifying a case': async () => {
      const { number } = await office.file()
      handled.push(number)
      return head.act(number, 'verify')
    },
    'dispatching it': onEach((number) => head.act(number, 'dispatch', { handler: handler.session.staff.id })),
    'proposing its answer': onEach((number) =>
      handler.act(number, 'propose-answer', { outcome: 'unsubstantiated', text: 'Petugas tidak meminta uang.' }),
    ),
    'answering it': onEach((number) => head.act(number, 'answer')),
  }
}

/** Asks each a few times. @returns the traces by the name of the request */
async function askAll(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const traces = new Map<string, string[]>()
  for (const [name, ask] of Object.entries(await requestsOf(url))) {
    for (let time = 0; time < TIMES; time++) {
      const response = await ask()
      expect([response.url, response.status < 300]).toEqual([response.url, true])
      traces.set(name, [...(traces.get(name) ?? []), response.headers.get('x-request-id') ?? ''])
    }
  }
  return traces
}

const spansOf = (trace: string) => spans.filter(({ traceId }) => traceId === trace)

const isTraced = (trace: string) => spansOf(trace).some(({ kind }) => kind === SERVER)

/** The least of some: the first fills what is kept in memory, and a background task may be in the way of another. */
function leastWork(traces: readonly string[]): Work {
  const works = traces.map((trace) => {
    const rows = spansOf(trace).flatMap(({ attributes }) =>
      attributes.flatMap(({ key, value }) => (key === 'db.response.returned_rows' ? Number(value.intValue) : [])),
    )
    const counted = spansOf(trace).flatMap(({ attributes }) =>
      attributes.flatMap(({ key, value }) => (key === 'aduan.store.counted' ? Number(value.intValue) : [])),
    )
    return { calls: rows.length, rows: [...rows, ...counted].reduce((sum, more) => sum + more, 0) }
  })
  return { calls: Math.min(...works.map(({ calls }) => calls)), rows: Math.min(...works.map(({ rows }) => rows)) }
}

it('no request costs more calls or rows in an office of ten times as many cases', async () => {
  const traces = new Map([FEW, MANY].map((cases) => [cases, new Map<string, string[]>()]))
  const askOnceMore = async (cases: number) => {
    const asked = await askAll(services.get(cases)?.url ?? '')
    // So many calls of the store at once, as when the words of a filled folder are put in order, crowd out other spans.
    await vi.waitUntil(() => [...asked.values()].every((ones) => ones.some(isTraced)), { timeout: 60_000 })
    const known = traces.get(cases)
    for (const [name, more] of asked) known?.set(name, [...(known.get(name) ?? []), ...more.filter(isTraced)])
  }
  const listGrown = async () => {
    await Promise.all([FEW, MANY].map(askOnceMore))
    return [...(traces.get(FEW) ?? [])].flatMap(([name, few]) => {
      const before = leastWork(few)
      const after = leastWork(traces.get(MANY)?.get(name) ?? [])
      const isWithin =
        after.calls <= before.calls * MOST_GROWTH + BESIDE && after.rows <= before.rows * growthOf(name) + BESIDE
      return isWithin && before.calls > 0 ? [] : [{ name, before, after }]
    })
  }
  // A task in the background may be in the way of one round; what grows does so in each.
  await expect.poll(listGrown, { timeout: 180_000, interval: 1_000 }).toEqual([])
}, 300_000)
