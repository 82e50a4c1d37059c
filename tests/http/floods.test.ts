import { describe, expect, it } from 'vitest'
import { aLine, anAddress, flood } from '../support/a-line.ts'
import { problemOf } from '../support/a-problem.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService({ LIMITS: 'on', TRUST_PROXY: 'on' })

const unknown = { number: 'BO-2026-999999', code: 'AAAA-AAAA-AAAA-AAAA-AAAA' }

let next = 1

type Line = ReturnType<typeof aLine>

/** Each public door: how often it is knocked at from one address, and what an honest visitor gets there afterwards. */
const doors: readonly (readonly [string, number, (line: Line) => Promise<Response>, number])[] = [
  ['filing', 700, (line) => line.file(), 201],
  ['the plain form', 150, (line) => line.plainForm(), 201],
  ['whole uploads', 700, (line) => line.upload(), 201],
  ['uploads in parts that are never sent', 700, (line) => line.beginUpload(), 200],
  ['wrong codes', 400, (line) => line.follow(unknown.number, unknown.code), 404],
  ['wrong codes on the plain page', 250, (line) => line.plainFollow({ ...unknown, act: 'open' }), 404],
  ['checking receipts', 200, (line) => line.verify(), 404],
  ['invitations', 200, (line) => line.accept(), 404],
  ['passkeys', 200, (line) => line.passkey(), 200],
  ['passwords of nobody', 60, (line) => line.signIn(`tidak.ada${next++}@contoh.example`, 'tebakan'), 401],
]

describe('a flood from one address', () => {
  it.each(doors)(
    'at %s ends in refusals there, and is not felt at another address',
    async (_, times, knock, status) => {
      const flooding = aLine(service)
      const answers = await flood(times, () => knock(flooding))
      const refused = [...answers].filter(([answer]) => /^(428|429|503 service\/busy)/.test(answer))
      expect(refused.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(times / 5)
      const honest = aLine(service)
      for (let time = 0; time < 3; time++) expect((await knock(honest)).status).toBe(status)
    },
  )

  it('at every door at once leaves a visitor at another address all of them', async () => {
    const flooding = aLine(service)
    for (const [, , knock] of doors) await flood(210, () => knock(flooding))
    const honest = aLine(service)
    for (const [, , knock, status] of doors) expect((await knock(honest)).status).toBe(status)
  })

  it('cannot pass as many by the other addresses of an IPv6 line, nor by a header that is no address', async () => {
    const inOneLine = await flood(120, () => aLine(service, `2001:db8:7:7::${(next++).toString(16)}`).file())
    expect(inOneLine.get('428 limit/proof-needed')).toBe(60)
    expect((await aLine(service, '2001:db8:7:8::1').file()).status).toBe(201)
    const mapped = anAddress()
    const asMapped = await flood(120, () => aLine(service, next++ % 2 ? mapped : `::ffff:${mapped}`).file())
    expect(asMapped.get('428 limit/proof-needed')).toBe(60)
    const nonsense = await flood(120, () => aLine(service, `bukan-alamat-${next++}`).file())
    expect(nonsense.get('428 limit/proof-needed')).toBe(60)
  })

  it('lets a try of the service through that does the work which the crowded doors ask for', async () => {
    const own = '127.0.0.1'
    expect((await flood(120, () => aLine(service, own).file())).get('428 limit/proof-needed')).toBeGreaterThan(0)
    expect((await flood(260, () => aLine(service, own).upload())).get('428 limit/proof-needed')).toBeGreaterThan(0)
    const settings = { DATA_DIR: service.running.folder, PUBLIC_URL: service.url }
    const { code, out } = await aduan(settings, 'try', 'bagian-organisasi')
    expect([code, out]).toEqual([0, expect.not.stringContaining('FAILED')])
  })
})

it('behind one address the plain form goes on while the same address floods the API, which says whose limit it is', async () => {
  const line = aLine(service)
  await flood(620, () => line.file())
  const { status, code, detail } = await problemOf(await line.file())
  expect([status, code]).toEqual([429, 'limit/too-many'])
  expect(detail).toContain('dari jaringan ini')
  expect((await line.plainForm()).status).toBe(201)
})

it('a form that is sent again is answered again at either door, however busy the address is', async () => {
  const line = aLine(service)
  expect((await line.plainForm('kiriman-sekali')).status).toBe(201)
  const plain = await flood(60, () => line.plainForm('kiriman-sekali'))
  expect(plain).toEqual(new Map([['201', 60]]))
  expect((await line.file({}, 'kunci-sekali')).status).toBe(201)
  const api = await flood(100, () => line.file({}, 'kunci-sekali'))
  expect(api).toEqual(new Map([['201', 100]]))
  expect((await line.plainForm()).status).toBe(201)
  expect((await line.file()).status).toBe(201)
})
