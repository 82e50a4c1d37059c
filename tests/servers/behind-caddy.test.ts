import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { aFolder } from '../support/a-folder.ts'
import { aFreePort } from '../support/a-free-port.ts'
import { startProcess } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { startMongoServer } from '../support/mongo-server.ts'
import { refuseWithoutCaddy, startRealCaddy } from '../support/real-caddy.ts'

const noCaddy = await refuseWithoutCaddy().then(
  () => null,
  (reason: unknown) => ({ missing: String(reason) }),
)
const server =
  noCaddy ??
  (await startMongoServer().catch((reason: unknown) => {
    if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
    return { missing: String(reason) }
  }))

if ('missing' in server) {
  it.skip(`two processes behind the proxy of the deployment example (not here: ${server.missing})`, () => {})
} else {
  const environment = {
    DATA_DIR: await aFolder(),
    MONGODB_URI: server.databaseUri(`aduan_proxy_${randomBytes(6).toString('hex')}`),
    TRUST_PROXY: 'on',
    LIMITS: 'off',
    // As in the example, shortened: the proxy looks every two seconds.
    DRAIN_SECONDS: '7',
  }
  const ports = [await aFreePort(), await aFreePort()] as const
  const start = (port: number) => startProcess({ ...environment, PORT: String(port) })
  const running = [await start(ports[0]), await start(ports[1])]
  const caddy = await startRealCaddy([`127.0.0.1:${ports[0]}`, `127.0.0.1:${ports[1]}`])

  afterAll(async () => {
    await caddy.stop()
    await Promise.all(running.map((service) => service.kill()))
    await server.stop()
  })

  it('visitors read and file without one refusal while both are restarted, and numbers have no gap', async () => {
    const office = unitAt(caddy.url)
    const refused: string[] = []
    const numbers: number[] = []
    let read = 0
    let isOver = false
    const reader = async () => {
      while (!isOver) {
        await setTimeout(200)
        const answer = await fetch(office.api)
        const body = await answer.text()
        if (answer.ok) read++
        else refused.push(`GET ${answer.status} ${body.slice(0, 300)}`)
      }
    }
    const filer = async () => {
      while (!isOver) {
        await setTimeout(500)
        const answer = await office.send(aFiling())
        const body = await answer.text()
        if (answer.ok) numbers.push(Number((JSON.parse(body) as { number: string }).number.slice(-6)))
        // An empty body is the proxy's own answer; the service says why it refuses.
        else refused.push(`POST ${answer.status} ${body.slice(0, 300)}`)
      }
    }
    const people = [reader(), reader(), filer()]
    try {
      for (const [at, old] of [...running].entries()) {
        const answered = read
        expect(await old.stop()).toBe(0)
        running[at] = await start(ports[at as 0 | 1])
        // The proxy finds it there again before the other goes: the process tells of a filing only once it was sent one.
        await expect.poll(() => running[at]?.output()).toContain('"method":"POST"')
        expect(read).toBeGreaterThan(answered)
      }
    } finally {
      isOver = true
    }
    await Promise.all(people)
    expect(refused).toEqual([])
    expect(numbers.length).toBeGreaterThan(10)
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, at) => at + 1))
  })

  it('a try goes through the proxy, with evidence, and says where it does not', async () => {
    const settings = { ...environment, PUBLIC_URL: caddy.url }
    const first = await aduan(settings, 'try', 'bagian-organisasi')
    expect([first.code, first.err, first.out]).toEqual([
      0,
      '',
      expect.stringContaining('its evidence is as it was sent'),
    ])
    const elsewhere = await aduan(settings, 'try', 'bagian-organisasi', '--at', `${caddy.url}/bukan-layanan`)
    expect([elsewhere.code, elsewhere.out]).toEqual([1, expect.stringContaining('FAILED  the page with the form')])
  })

  it('figures stay inside, and a request has the name that the proxy gave it', async () => {
    expect((await fetch(`${caddy.url}/metrics`)).status).toBe(404)
    const mine = '11111111-1111-4111-8111-111111111111'
    const answer = await fetch(`${unitAt(caddy.url).api}/complaints`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'kunci-di-balik-proksi', 'X-Request-Id': mine },
      body: JSON.stringify(aFiling()),
    })
    expect(answer.status).toBe(201)
    const name = answer.headers.get('x-request-id') ?? ''
    expect(name).toMatch(/^[0-9a-f-]{36}$/)
    expect(name).not.toBe(mine)
    const logged = () => running.map((service) => service.output()).join('')
    await expect.poll(logged).toContain(name)
  })
}
