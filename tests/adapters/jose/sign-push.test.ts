import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importJWK, jwtVerify } from 'jose'
import { expect, it, onTestFinished } from 'vitest'
import { guardedFetch } from '../../../service/adapters/guarded-fetch/guarded-fetch.ts'
import { createPushSigner } from '../../../service/adapters/jose/sign-push.ts'
import type { StaffDirectory } from '../../../service/offices/staff/staff-directory.ts'
import type { StaffId } from '../../../service/offices/staff-id.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import { wakeDevices } from '../../../service/telling/alerts/wake-devices.ts'

interface Heard {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A push service that writes down what it is asked. */
async function aPushService(): Promise<{ readonly origin: string; readonly heard: Heard[] }> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(201).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
}

/** The public key as a push service reads it out of the header. */
async function keyIn(header: string) {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? []
  const point = Buffer.from(key, 'base64url')
  expect([point.length, point[0]]).toEqual([65, 4])
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  return { token, key, imported: await importJWK({ kty: 'EC', crv: 'P-256', x: part(1), y: part(33) }, 'ES256') }
}

const secret = Buffer.alloc(32, 7).toString('base64url')
const signer = (now = new Date()) =>
  createPushSigner({
    hasher: async () => () => secret,
    contact: 'https://aduan.example',
    now: () => instantOf(now),
  })

it('a push service can prove who asks, for itself alone and for half a day, and reads no word', async () => {
  const { origin, heard } = await aPushService()
  const { publicKey, sign } = signer()
  const account = {
    pushDevices: [{ id: 'a', endpoint: `${origin}/send/abc`, device: null, addedAt: instantOf(new Date()) }],
  }
  const staff = { account: async () => account } as unknown as StaffDirectory
  const callOutside = guardedFetch({ userAgent: 'Aduan', allowed: [new URL(origin).host] })
  await wakeDevices(
    { staff, callOutside, signPush: sign },
    'petugas' as StaffId,
    'a-topic-that-is-longer-than-thirty-two',
  )

  const [{ headers, body }] = heard as [Heard]
  expect([body, headers['content-length'], headers.ttl, headers.cookie]).toEqual(['', '0', '43200', undefined])
  expect(headers.topic).toBe('a-topic-that-is-longer-than-thir')
  const { token, key, imported } = await keyIn(headers.authorization ?? '')
  expect(key).toBe(await publicKey())
  const { payload } = await jwtVerify(token, imported, { audience: origin, algorithms: ['ES256'] })
  expect(payload.sub).toBe('https://aduan.example')
  expect(payload.exp! - Date.now() / 1_000).toBeLessThan(86_400)
  await expect(jwtVerify(token, imported, { audience: 'https://push.example' })).rejects.toThrow()
})

it('the key is the same after every start', async () => {
  expect(await signer().publicKey()).toBe(await signer(new Date(0)).publicKey())
})
