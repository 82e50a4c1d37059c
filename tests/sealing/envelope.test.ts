import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64Url, toBase64Url } from '../../service/sealing/bytes.ts'
import { caseContext, keyIdIn } from '../../service/sealing/envelope.ts'
import { openEnvelope, sealEnvelope } from '../../service/sealing/seal-envelope.ts'
import {
  fingerprintOf,
  fingerprintsIn,
  keyIdOf,
  makeUnitKey,
  openingKey,
  publicKeyBytes,
} from '../../service/sealing/unit-key.ts'
import { type Dice, diceOf, oneOf } from '../support/dice.ts'

const madeByHand = JSON.parse(readFileSync(join(import.meta.dirname, 'made-by-hand.json'), 'utf8'))

const siti = {
  name: 'Siti Contoh',
  address: 'Jalan Misal 1',
  phone: '0812-0000-0001',
  email: 'siti@contoh.example',
  onBehalfOf: null,
}
const nobody = { name: null, address: null, phone: null, email: null, onBehalfOf: null }
const place = { tenant: 'dinas-contoh', context: caseContext('DC-2026-000001') }

async function aKey() {
  const made = await makeUnitKey()
  return { ...made, opening: (await openingKey(made.secret, made.publicKey))! }
}
let unit: Awaited<ReturnType<typeof aKey>>
let envelope: string
beforeAll(async () => {
  unit = await aKey()
  envelope = await sealEnvelope(unit.publicKey, siti, place)
})

describe('an identity sealed in the browser', () => {
  it('opens with the unit’s key, in its place', async () => {
    expect(await openEnvelope(unit.opening, envelope, place)).toEqual(siti)
    expect(keyIdIn(envelope)).toBe(await keyIdOf(unit.publicKey))
  })

  it('opens as another program for RFC 9180 sealed it', async () => {
    const vector = JSON.parse(readFileSync(join(import.meta.dirname, 'envelope-vector.json'), 'utf8'))
    const key = await openingKey(fromBase64Url(vector.secret)!, vector.publicKey)
    expect(await openEnvelope(key!, vector.envelope, vector)).toEqual(siti)
    expect(await keyIdOf(vector.publicKey)).toBe(vector.keyId)
    expect(await fingerprintOf(vector.publicKey)).toBe(vector.fingerprint)
  })

  it('opens as the service sealed it before it used a library', async () => {
    const { secret, publicKey, inside, envelopes } = madeByHand
    const key = await openingKey(fromBase64Url(secret)!, publicKey)
    for (const { envelope, ...place } of envelopes) expect(await openEnvelope(key!, envelope, place)).toEqual(inside)
    expect(envelopes).toHaveLength(2)
  })

  it('does not open in another unit, in another case, or with another key', async () => {
    const other = await aKey()
    expect(await openEnvelope(unit.opening, envelope, { ...place, tenant: 'dinas-misal' })).toBeNull()
    expect(await openEnvelope(unit.opening, envelope, { ...place, context: caseContext('DC-2026-000002') })).toBeNull()
    expect(await openEnvelope(other.opening, envelope, place)).toBeNull()
  })

  it('says nothing by its length, and never the same twice', async () => {
    const long = { ...siti, name: 'ꦱ'.repeat(120), address: 'ꦗ'.repeat(300), onBehalfOf: 'ꦧ'.repeat(120) }
    const others = await Promise.all([nobody, siti, long].map((one) => sealEnvelope(unit.publicKey, one, place)))
    expect(new Set(others.map((one) => one.length))).toEqual(new Set([envelope.length]))
    expect(new Set([envelope, ...others]).size).toBe(4)
    expect(await openEnvelope(unit.opening, others[2]!, place)).toEqual(long)
  })

  it('does not open once a single letter is changed, anywhere', async () => {
    const spots = [0, 5, 40, 100, 113, 114, 200, 3_000, envelope.length - 1]
    const changed = spots.map(
      (at) => envelope.slice(0, at) + (envelope[at] === 'A' ? 'B' : 'A') + envelope.slice(at + 1),
    )
    for (const one of changed) expect(await openEnvelope(unit.opening, one, place)).toBeNull()
  })

  it.each(['', '1', '1...', 'x'.repeat(6_000), '1.a.b.c', '2.'.padEnd(5_596, 'A')])(
    'is refused as nonsense: %#',
    async (one) => {
      expect(keyIdIn(one)).toBeNull()
      expect(await openEnvelope(unit.opening, one, place)).toBeNull()
    },
  )

  it('gives out only texts of the fields that an identity has', async () => {
    const hostile = { name: ['x'], address: { toString: 1 }, phone: 7, email: '', onBehalfOf: 'Budi Misal' } as never
    const sealed = await sealEnvelope(unit.publicKey, hostile, place)
    expect(await openEnvelope(unit.opening, sealed, place)).toEqual({ ...nobody, onBehalfOf: 'Budi Misal' })
  })

  it('is not made for what is no point on the curve', async () => {
    const off = fromBase64Url(unit.publicKey)!.with(64, 0).with(63, 0)
    for (const key of ['', 'AAAA', toBase64Url(off), toBase64Url(new Uint8Array(65)), `${unit.publicKey}A`]) {
      expect(await publicKeyBytes(key)).toBeNull()
      await expect(sealEnvelope(key, siti, place)).rejects.toThrow(TypeError)
    }
  })
})

it('a secret opens nothing beside a public key that is not its own', async () => {
  const other = await makeUnitKey()
  expect(await openingKey(other.secret, unit.publicKey)).toBeNull()
  expect(await openingKey(new Uint8Array(32), unit.publicKey)).toBeNull()
  expect(await openingKey(new Uint8Array(31), unit.publicKey)).toBeNull()
})

describe('fingerprints as people paste them', () => {
  const [one, other] = ['3F2A 91C0 0B7E 4D15 A6C8', '77D0 4E1B 92AF 08C3 5B6E']

  it.each([one, '3f2a91c00b7e4d15a6c8', '3F2A-91C0-0B7E-4D15-A6C8', ' 3F2A 91C0\u00a00B7E\n4D15\u2013A6C8 '])(
    'are read: %j',
    (text) => expect(fingerprintsIn(text)).toEqual([one]),
  )

  it.each([`${one} ${other}`, `${one}, ${other}`, `${one};${other}`, `${one}${other}`])(
    'are read two at once: %j',
    (text) => expect(fingerprintsIn(text)).toEqual([one, other]),
  )

  it.each([
    '',
    ' ',
    '3F2A 91C0 0B7E 4D15',
    `${one} 77D0`,
    `${one} kunci`,
    `0x${one}`,
    '3F2A 91C0 0B7E 4D15 A6CＧ',
    '*',
  ])('are none: %j', (text) => expect(fingerprintsIn(text)).toEqual([]))
})

describe('envelopes that somebody made up', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u0000é'
  const some = (dice: Dice, length: number) => Array.from({ length }, () => oneOf(dice, [...alphabet])).join('')

  it('are read without a fault, and never open', async () => {
    const dice = diceOf(2026)
    const at = () => dice(envelope.length)
    const made: readonly (() => string)[] = [
      () => some(dice, dice(6_000)),
      () => envelope.slice(0, at()) + some(dice, 1 + dice(8)) + envelope.slice(at()),
      () => envelope.slice(0, at()),
      () => envelope.split('.').toReversed().join('.'),
      () => ['1', some(dice, 22), some(dice, 87), some(dice, 5_483)].join('.'),
      () => envelope.replace(/^1/, some(dice, 2)),
      () => envelope + some(dice, 1),
    ]
    for (let count = 0; count < 350; count++) {
      const one = (made[count % made.length] ?? String)()
      if (one === envelope) continue
      expect(() => keyIdIn(one)).not.toThrow()
      expect(await openEnvelope(unit.opening, one, place)).toBeNull()
    }
  })
})
