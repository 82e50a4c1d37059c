import { createSecretKey, randomBytes } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'
import { expect, it } from 'vitest'
import { decryptCompact, encryptCompact, placeDigest } from '../../../service/adapters/jose/compact-jwe.ts'

const key = createSecretKey(randomBytes(32))
const story = new TextEncoder().encode('Diminta uang di loket dua.')

it('seals so that any JOSE library opens it', async () => {
  const { plaintext, protectedHeader } = await compactDecrypt(encryptCompact(story, key), key.export())

  expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM' })
  expect(Buffer.from(plaintext).equals(story)).toBe(true)
})

it('names its place in the header, which any JOSE library reads, and opens nothing once that was changed', async () => {
  const sealed = encryptCompact(story, key, { kid: '1', place: placeDigest('dinas/letters/surat-1/content') })
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, key.export())

  expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM', kid: '1', place: expect.stringMatching(/^[\w-]{21}$/) })
  expect(Buffer.from(plaintext).equals(story)).toBe(true)
  const header = { ...protectedHeader, place: placeDigest('dinas/letters/surat-2/content') }
  const moved = sealed.replace(/^[^.]+/, Buffer.from(JSON.stringify(header)).toString('base64url'))
  expect(() => decryptCompact(moved, key)).toThrow()
})

it('opens what a JOSE library sealed', async () => {
  const sealing = new CompactEncrypt(story).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })

  expect(decryptCompact(await sealing.encrypt(key.export()), key).equals(story)).toBe(true)
})

it('seals the same text differently each time', () => {
  expect(encryptCompact(story, key)).not.toBe(encryptCompact(story, key))
})

it('opens nothing with another key', () => {
  expect(() => decryptCompact(encryptCompact(story, key), createSecretKey(randomBytes(32)))).toThrow()
})

it.each([0, 2, 3, 4])('opens nothing once part %i of the seal was changed', (part) => {
  const parts = encryptCompact(story, key).split('.')
  const changed = parts[part]!.startsWith('A') ? 'B' : 'A'
  parts[part] = changed + parts[part]!.slice(1)

  expect(() => decryptCompact(parts.join('.'), key)).toThrow()
})

it('opens nothing that was cut short', () => {
  const sealed = encryptCompact(story, key)

  for (const end of [0, 10, sealed.lastIndexOf('.'), sealed.length - 6]) {
    expect(() => decryptCompact(sealed.slice(0, end), key)).toThrow()
  }
})
