import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { guardedFetch } from '../../../service/adapters/guarded-fetch/guarded-fetch.ts'
import type { OutboundRequest } from '../../../service/shared/outbound.ts'

const MIB = 1_024 * 1_024

async function aServer(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A guard with names of its own, to whom the stand-in's port on this machine is as good as public. */
function aGuard(port: number, names: Readonly<Record<string, readonly string[]>> = {}) {
  const asked: string[] = []
  const call = guardedFetch({
    userAgent: 'Aduan (+https://aduan.example)',
    allowed: [`127.0.0.1:${port}`],
    async resolve(name) {
      asked.push(name)
      const addresses = names[name] ?? (name === 'kantor.example' ? ['127.0.0.1'] : undefined)
      if (!addresses) throw new Error('ENOTFOUND')
      return addresses
    },
  })
  const get = (url: string, more: Partial<OutboundRequest> = {}) =>
    call({ url, method: 'GET', redirects: 3, mostBytes: MIB, within: 5_000, ...more })
  return { get, asked }
}

const refusedFor = async (url: string, names?: Readonly<Record<string, readonly string[]>>) => {
  const answer = await aGuard(1, names).get(url)
  return answer.kind === 'refused' ? answer.why : answer.kind
}

describe('an address that somebody typed in', () => {
  it.each([
    ['kantor.example', 'not_an_address'],
    ['ftp://kantor.example/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://admin:sandi@kantor.example/', 'credentials'],
    ['http://kantor.example:22/', 'port'],
    ['https://kantor.example:8443/', 'port'],
    ['http://localhost/', 'not_public'],
    ['http://127.0.0.1/', 'not_public'],
    ['http://127.1/', 'not_public'],
    ['http://0x7f.0.0.1/', 'not_public'],
    ['http://0177.0.0.1/', 'not_public'],
    ['http://2130706433/', 'not_public'],
    ['http://[::1]/', 'not_public'],
    ['http://[::ffff:127.0.0.1]/', 'not_public'],
    ['http://[64:ff9b::7f00:1]/', 'not_public'],
    ['http://169.254.169.254/latest/meta-data/', 'not_public'],
    ['http://intern.example/', 'not_public'],
    ['http://setengah.example/', 'not_public'],
  ])('%s is refused: %s', async (url, why) => {
    const names = {
      localhost: ['127.0.0.1', '::1'],
      'intern.example': ['10.20.30.40'],
      'setengah.example': ['1.1.1.1', '192.168.1.1'],
    }
    expect(await refusedFor(url, names)).toBe(why)
  })

  it('of a name that nobody has is told as such', async () => {
    expect(await aGuard(1).get('https://tidak-ada.example/')).toMatchObject({ kind: 'failed', why: 'unknown_name' })
  })

  it('of a machine that does not listen is told as such', async () => {
    const port = await aServer(() => {})
    const { get } = aGuard(port)
    expect(await get(`https://kantor.example:${port}/`, { within: 5_000 })).toMatchObject({ kind: 'failed' })
  })
})

describe('a call', () => {
  it('says who calls, sends nothing of anybody, and brings each line of a header', async () => {
    const port = await aServer(({ headers }, response) => {
      response.setHeader('Content-Security-Policy', ["default-src 'self'", "img-src 'none'"])
      response.setHeader('Set-Cookie', 'a=b')
      response.end(JSON.stringify(headers))
    })
    const answer = await aGuard(port).get(`http://kantor.example:${port}/halaman#bagian`)
    expect(answer).toMatchObject({
      kind: 'answered',
      status: 200,
      url: `http://kantor.example:${port}/halaman#bagian`,
      headers: { 'content-security-policy': ["default-src 'self'", "img-src 'none'"] },
      isCut: false,
    })
    const sent = JSON.parse(new TextDecoder().decode(answer.kind === 'answered' ? answer.body : new Uint8Array()))
    expect(sent).toEqual({
      host: `kantor.example:${port}`,
      'user-agent': 'Aduan (+https://aduan.example)',
      'accept-encoding': 'identity',
      connection: 'close',
    })
  })

  it('looks a name up once, and goes where that look-up said, whatever the name says next', async () => {
    let answers = 0
    const port = await aServer((_, response) => response.end('aman'))
    const call = guardedFetch({
      userAgent: 'Aduan',
      allowed: [`127.0.0.1:${port}`],
      resolve: async () => (answers++ === 0 ? ['127.0.0.1'] : ['169.254.169.254']),
    })
    const request = { method: 'GET', redirects: 0, mostBytes: MIB, within: 5_000 } as const
    expect(await call({ url: `http://berubah.example:${port}/`, ...request })).toMatchObject({ kind: 'answered' })
    expect(answers).toBe(1)
    expect(await call({ url: `http://berubah.example:${port}/`, ...request })).toMatchObject({ why: 'not_public' })
  })

  it('follows a redirect, and judges each anew', async () => {
    const port = await aServer(({ url }, response) => {
      const to = { '/satu': '/dua', '/dua': '/tiga', '/dalam': 'http://10.0.0.1/', '/berkas': 'file:///etc/passwd' }[
        url!
      ]
      if (url === '/ke-nama') response.writeHead(302, { Location: `http://intern.example:${port}/` })
      else if (to) response.writeHead(301, { Location: to })
      response.end(url)
    })
    const { get, asked } = aGuard(port, { 'intern.example': ['192.168.7.7'], 'kantor.example': ['127.0.0.1'] })
    const at = (path: string, redirects = 3) => get(`http://kantor.example:${port}${path}`, { redirects })
    expect(await at('/satu')).toMatchObject({ kind: 'answered', url: `http://kantor.example:${port}/tiga` })
    expect(asked).toEqual(['kantor.example', 'kantor.example', 'kantor.example'])
    expect(await at('/satu', 1)).toMatchObject({ kind: 'failed', why: 'too_many_redirects' })
    expect(await at('/dalam')).toMatchObject({ kind: 'refused', url: 'http://10.0.0.1/', why: 'not_public' })
    expect(await at('/berkas')).toMatchObject({ kind: 'refused', why: 'scheme' })
    expect(await at('/ke-nama')).toMatchObject({ kind: 'refused', why: 'not_public' })
  })

  it('never follows where it brings something', async () => {
    const port = await aServer((_, response) => response.writeHead(307, { Location: '/lain' }).end())
    const answer = await aGuard(port).get(`http://kantor.example:${port}/`, { method: 'POST', body: '{}' })
    expect(answer).toMatchObject({ kind: 'answered', status: 307 })
  })

  it.each([
    ['as it is', undefined, (text: string) => Buffer.from(text)],
    ['packed by gzip', 'gzip', gzipSync],
    ['packed by brotli', 'br', brotliCompressSync],
  ])('cuts a huge answer, %s', async (_, encoding, pack) => {
    const port = await aServer((_, response) => {
      if (encoding) response.setHeader('Content-Encoding', encoding)
      response.end(pack('a'.repeat(3 * MIB)))
    })
    const answer = await aGuard(port).get(`http://kantor.example:${port}/`)
    expect(answer).toMatchObject({ kind: 'answered', isCut: true })
    expect(answer.kind === 'answered' && answer.body.length).toBe(MIB)
  })

  it.each([
    ['never answers', () => {}],
    ['never ends its answer', (_: unknown, response: { write(text: string): void }) => response.write('a')],
  ])('gives up on a machine that %s', async (_, answer) => {
    const port = await aServer(answer as RequestListener)
    const url = `http://kantor.example:${port}/`
    expect(await aGuard(port).get(url, { within: 200 })).toEqual({ kind: 'failed', url, why: 'too_slow' })
  })

  it('gives up on a name server that never answers', async () => {
    const call = guardedFetch({ userAgent: 'Aduan', allowed: [], resolve: () => new Promise(() => {}) })
    const url = 'https://lama.example/'
    const answer = await call({ url, method: 'GET', redirects: 0, mostBytes: MIB, within: 100 })
    expect(answer).toEqual({ kind: 'failed', url, why: 'too_slow' })
  })

  it('tells an answer that breaks off from one that is short', async () => {
    const port = await aServer((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('sedikit', () => response.destroy())
    })
    const answer = await aGuard(port).get(`http://kantor.example:${port}/`)
    expect(answer).toMatchObject({ kind: 'failed', why: 'not_reached' })
  })
})
