import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compactVerify, exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose'
import { expect, it, onTestFinished } from 'vitest'
import { guardedFetch } from '../../../service/adapters/guarded-fetch/guarded-fetch.ts'
import { createPushSigner, createReceiptSigner } from '../../../service/adapters/jose/signatures.ts'
import { canonicalReceipt } from '../../../service/case/receipt/receipt.ts'
import { addPushDevice } from '../../../service/offices/staff/push-devices.ts'
import { instantOf, SECOND } from '../../../service/shared/instant.ts'
import type { OutboundRequest } from '../../../service/shared/outbound.ts'
import { mintTenantId, type StaffId } from '../../../service/storage/place.ts'
import type { AlertOffice } from '../../../service/telling/alerts/alerts.ts'
import { wakeDevices } from '../../../service/telling/alerts/tell-staff.ts'
import { aReceipt } from '../../support/a-receipt.ts'
import { aStaffRoom } from '../../support/a-staff-room.ts'
import { officeWith } from '../../support/office-with.ts'

interface Heard {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A push service that writes down what it is asked, and answers with the number in the address; `never` gets none. */
async function aPushService(): Promise<{ readonly origin: string; readonly heard: Heard[] }> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      const path = request.url ?? ''
      heard.push({ path, headers: request.headers, body })
      const status = Number(/\d{3}/.exec(path)?.[0] ?? 201)
      if (!path.includes('never')) response.writeHead(status).end()
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

async function aWokenPerson({ mayCall = true } = {}) {
  const service = await aPushService()
  const room = await aStaffRoom()
  const { id } = await room.account()
  const guarded = guardedFetch({ userAgent: 'Aduan', allowed: mayCall ? [new URL(service.origin).host] : [] })
  const asked: OutboundRequest[] = []
  const ports = {
    ...room.ports,
    signPush: signer().sign,
    callOutside: (request: OutboundRequest) => {
      asked.push(request)
      return guarded({ ...request, within: 200 })
    },
  }
  const account = async () => {
    const found = await room.ports.staff.account(id)
    if (!found) throw new Error('The account is gone.')
    return found
  }
  return {
    ...{ ...service, ports, asked, account },
    add: async (path: string) =>
      addPushDevice(ports, { account: await account() } as never, {
        endpoint: `${service.origin}${path}`,
        device: null,
      }),
    wake: (topic = 'kabar') => wakeDevices(officeWith<AlertOffice>(ports), id as StaffId, topic),
    left: async () => (await account()).pushDevices?.length ?? 0,
  }
}

it('a push service can prove who asks, for itself alone and for half a day, and reads no word', async () => {
  const { origin, heard, add, wake } = await aWokenPerson()
  const { publicKey } = signer()
  await add('/send/abc')
  await wake('a-topic-that-is-longer-than-thirty-two')

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

it('addresses lie sealed in the account, those of an earlier version once somebody was woken', async () => {
  const { origin, heard, ports, account, add, wake, left } = await aWokenPerson()
  const old = { id: 'lama', endpoint: `${origin}/send/lama`, device: null, addedAt: ports.now() }
  await ports.staff.replaceAccount({ ...(await account()), pushDevices: [old] })
  await wake()
  expect(JSON.stringify(await account())).not.toContain(origin)
  await add('/send/baru')
  expect(JSON.stringify(await account())).not.toContain(origin)
  await wake()
  expect(heard.map(({ path }) => path).sort()).toEqual(['/send/baru', '/send/lama', '/send/lama'])
  expect(await left()).toBe(2)
})

it('a browser that is gone is forgotten with its address, and one whose service is slow or in trouble stays', async () => {
  const { asked, account, add, wake, left } = await aWokenPerson()
  for (const path of ['/404/a', '/410/b', '/500/c', '/never/d', '/201/e']) await add(path)
  await wake()
  expect(asked.every(({ within, redirects }) => within <= 10 * SECOND && redirects === 0)).toBe(true)
  expect(await left()).toBe(3)
  for (const one of (await account()).pushDevices ?? []) expect(one).not.toHaveProperty('endpoint')
  asked.length = 0
  await wake()
  expect(asked.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/201/e', '/500/c', '/never/d'])
})

it('an address inside the house is never called', async () => {
  const { heard, add, wake, left } = await aWokenPerson({ mayCall: false })
  await add('/send/abc')
  await wake()
  expect(heard).toEqual([])
  expect(await left()).toBe(0)
})

it('the key is the same after every start', async () => {
  expect(await signer().publicKey()).toBe(await signer(new Date(0)).publicKey())
})

const office = mintTenantId('dinas-contoh')

async function aSigner() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const key = { kid: 'dinas-contoh-1', privateKey: await exportJWK(privateKey) }
  return {
    publicKey,
    sign: createReceiptSigner(
      async () => 'https://aduan.example',
      async () => key,
    ),
  }
}

it('signs who received which complaint when, and a hash of what was received', async () => {
  const { publicKey, sign } = await aSigner()

  const { signature } = await sign(office, aReceipt())
  const { payload, protectedHeader } = await compactVerify(signature, publicKey)

  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'dinas-contoh-1', typ: 'aduan-receipt' })
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
    iss: 'https://aduan.example',
    tenant: 'dinas-contoh',
    number: 'DLW-2026-000123',
    receivedAt: '2026-11-23T03:15:00.000Z',
    receiptId: 'h4Kq2vY0Zt7',
    sha256: createHash('sha256').update(canonicalReceipt(aReceipt())).digest('base64url'),
  })
})

it('gives the same signature and fingerprint each time that a receipt is printed', async () => {
  const { sign } = await aSigner()

  const first = await sign(office, aReceipt())

  expect(await sign(office, aReceipt())).toEqual(first)
  expect(first.fingerprint).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)
})

it('gives another fingerprint once a word of the receipt differs', async () => {
  const { sign } = await aSigner()

  const first = await sign(office, aReceipt())
  const altered = await sign(office, aReceipt({ subject: 'Sesuatu yang lain' }))

  expect(altered.fingerprint).not.toBe(first.fingerprint)
})

it('does not verify with the key of another unit', async () => {
  const { sign } = await aSigner()
  const other = await aSigner()

  const { signature } = await sign(office, aReceipt())

  await expect(compactVerify(signature, other.publicKey)).rejects.toMatchObject({
    code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  })
})
