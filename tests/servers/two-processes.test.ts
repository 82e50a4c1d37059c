import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TransferList } from '../../service/contract/transfers.ts'
import { aBalancer } from '../support/a-balancer.ts'
import { aFolder } from '../support/a-folder.ts'
import { type RunningService, startProcess } from '../support/a-running-service.ts'
import { anAlertLine } from '../support/an-alert-line.ts'
import { unitAt } from '../support/an-office.ts'
import { startMongoServer } from '../support/mongo-server.ts'

const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`two processes of the service on one MongoDB (no server: ${server.missing})`, () => {})
} else {
  const environment = {
    DATA_DIR: await aFolder(),
    MONGODB_URI: server.databaseUri(`aduan_two_${randomBytes(6).toString('hex')}`),
    TRUST_PROXY: 'on',
    // On a busy machine the balancer may take seconds to look at both.
    DRAIN_SECONDS: '6',
  }
  const running: RunningService[] = []
  const start = async () => {
    const service = await startProcess(environment)
    running.push(service)
    return service
  }
  // At the same moment, on a store that nobody has used.
  const [first, second] = await Promise.all([start(), start()])
  const [here, there] = [unitAt(first.url), unitAt(second.url)]

  afterAll(async () => {
    await Promise.all(running.map((service) => service.kill()))
    await server.stop()
  })

  it('numbers have no gap and none comes twice, whichever process is asked', async () => {
    const receipts = await Promise.all(Array.from({ length: 12 }, (_, at) => (at % 2 ? here : there).file()))
    const numbers = receipts.map(({ number }) => Number(number.slice(-6)))
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, at) => at + 1))
  })

  it('who guesses at both is stopped at both', async () => {
    const { number } = await here.file()
    const guessAt = ({ api }: typeof here) =>
      fetch(`${api}/complaints/${number}`, {
        headers: { Authorization: 'Bearer AAAA-AAAA-AAAA-AAAA-AAAA', 'X-Forwarded-For': '192.0.2.77' },
      }).then(({ status }) => status)
    for (let guesses = 0; guesses < 18; guesses++) {
      expect([await guessAt(here), await guessAt(there)]).toEqual([404, 404])
    }
    await expect.poll(() => guessAt(here)).toBe(429)
    await expect.poll(() => guessAt(there)).toBe(429)
  })

  it('a session, a setting and an alert are known to both', async () => {
    const admin = await here.signIn('admin')
    const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
    const changed = { ...settings, shortName: 'Bagian yang baru' }
    const put = await fetch(`${there.api}/settings`, {
      method: 'PUT',
      headers: { ...admin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(changed),
    })
    expect(put.status).toBe(200)
    const nameHere = async () => ((await (await fetch(here.api)).json()) as { shortName: string }).shortName
    await expect.poll(nameHere).toBe('Bagian yang baru')

    const verifier = await here.signIn('verifikator')
    const line = await anAlertLine(first.url, verifier.headers)
    await expect.poll(() => line.events.length).toBeGreaterThan(0)
    const before = line.events.length
    await there.file()
    await expect.poll(() => line.events.length).toBeGreaterThan(before)
    line.leave()
  })

  it('both are restarted one after the other without a request that fails', async () => {
    const balancer = await aBalancer([first.url, second.url])
    const asked: number[] = []
    let isOver = false
    const visitor = async () => {
      while (!isOver) {
        const answer = await fetch(unitAt(balancer.url).api)
        await answer.arrayBuffer()
        asked.push(answer.status)
      }
    }
    const visitors = [visitor(), visitor()]
    const numbers: string[] = []
    for (const old of [first, second]) {
      const stopping = old.stop()
      numbers.push((await unitAt(balancer.url).file()).number)
      expect(await stopping).toBe(0)
      balancer.swap(old.url, (await start()).url)
      await expect.poll(() => balancer.ready).toBe(2)
    }
    isOver = true
    await Promise.all(visitors)
    balancer.close()
    expect(asked.filter((status) => status !== 200)).toEqual([])
    expect(asked.length).toBeGreaterThan(20)
    expect(new Set(numbers).size).toBe(2)
  })

  it('what one had to do when it was killed is done by the other', async () => {
    const [one, other] = running.slice(-2) as [RunningService, RunningService]
    const { number } = await unitAt(one.url).file()
    await one.kill()
    const verifier = await unitAt(other.url).signIn('verifikator')
    const offer = { to: 'unit', unit: 'dinas-contoh', reason: 'Wewenang dinas.', evidence: [] }
    expect((await verifier.act(number, 'forward', offer)).status).toBe(200)
    const receiver = await unitAt(other.url, 'dinas-contoh').signIn('verifikator')
    const offered = async () => ((await (await receiver.get('/transfers')).json()) as TransferList).items
    await expect.poll(async () => (await offered()).length, { timeout: 60_000, interval: 500 }).toBe(1)
    const next = await unitAt(other.url).file()
    expect(Number(next.number.slice(-6))).toBe(Number(number.slice(-6)) + 1)
  })
}
