import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { encryptCompact } from '../../service/adapters/jose/compact-jwe.ts'
import { createVault } from '../../service/adapters/jose/vault.ts'
import type { Place } from '../../service/storage/place.ts'
import { type LaidKey, type Sealed, SealRefused, type Vault, type WrappedKey } from '../../service/storage/vault.ts'
import { anOpenHouse, type OpenHouse } from '../support/a-vault.ts'
import { dinas, organisasi } from '../support/two-units.ts'

async function aHouse(earlier?: Pick<OpenHouse, 'folder' | 'masterKey'>): Promise<OpenHouse> {
  const house = await anOpenHouse(earlier)
  onTestFinished(() => house.store.close())
  return house
}

const place = { unit: organisasi, collection: 'filings', id: 'pengajuan-1', field: 'identity' } as const satisfies Place
const keyPlace = { ...place, field: 'identityKey' } as const satisfies Place

const laidKey = async (vault: Vault): Promise<LaidKey> => ({ place: keyPlace, wrapped: await vault.newKey(keyPlace) })

const secret = { name: 'Siti Contoh', note: 'loket 2' }

describe('the vault', () => {
  it('opens what it sealed, and shows none of it', async () => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    const sealed = await vault.seal(key, place, secret)
    expect(sealed).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(Buffer.from(sealed.split('.')[3]!, 'base64url').includes('Siti')).toBe(false)
    expect(await vault.open(key, place, sealed)).toEqual(secret)
  })

  it('never seals alike, so that equal stories cannot be told', async () => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    expect(await vault.seal(key, place, secret)).not.toBe(await vault.seal(key, place, secret))
  })

  it('opens nothing with the key of another case', async () => {
    const { vault } = await aHouse()
    const sealed = await vault.seal(await laidKey(vault), place, secret)
    await expect(vault.open(await laidKey(vault), place, sealed)).rejects.toThrow()
  })

  it('opens nothing of a unit with the secret of another', async () => {
    const house = await aHouse()
    const key = await laidKey(house.vault)
    const there = { wrapped: key.wrapped, place: { ...key.place, unit: dinas } }
    await expect(house.vault.rawKey(there)).rejects.toThrow()
    await house.store.close()
    const fresh = await aHouse(house)
    await expect(fresh.vault.seal(there, place, secret)).rejects.toThrow()
  })

  it('opens what an earlier process sealed, with the same master key and with no other', async () => {
    const house = await aHouse()
    const key = await laidKey(house.vault)
    const sealed = await house.vault.seal(key, place, secret)
    await house.store.close()

    const again = await aHouse(house)
    expect(await again.vault.open(key, place, sealed)).toEqual(secret)
    await again.store.close()

    const stranger = aHouse({ folder: house.folder, masterKey: randomBytes(32) })
    await expect(stranger).rejects.toThrow('The master key does not open the secrets of 2 of 2 units')
  })

  it.each([0, 1, 2, 3])('finds a change in part %d of a seal', async (at) => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    const parts = (await vault.seal(key, place, secret)).split('.')
    const part = at === 1 ? 4 : at
    parts[part] = parts[part]!.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
    await expect(vault.open(key, place, parts.join('.') as Sealed)).rejects.toThrow()
  })

  it('finds a change in a wrapped key', async () => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    const wrapped = key.wrapped.replace(/.{3}$/, (end) => (end === 'AAA' ? 'BBB' : 'AAA')) as WrappedKey
    await expect(vault.rawKey({ ...key, wrapped })).rejects.toThrow()
  })

  it.each<[string, Place]>([
    ['another field', { ...place, collection: 'filings', field: 'contact' }],
    ['another document', { ...place, id: 'pengajuan-2' }],
    ['another collection', { ...place, collection: 'letters', field: 'content' }],
    ['another unit', { ...place, unit: dinas }],
  ])('opens no seal that was moved to %s, whatever its key', async (_, elsewhere) => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    const sealed = await vault.seal(key, place, secret)
    await expect(vault.open(key, elsewhere, sealed)).rejects.toBeInstanceOf(SealRefused)
  })

  it('opens no key that was moved to another document, also where it was opened in its own before', async () => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    const sealed = await vault.seal(key, place, secret)
    const moved = { ...key, place: { ...key.place, id: 'pengajuan-2' } }
    await expect(vault.open(moved, place, sealed)).rejects.toBeInstanceOf(SealRefused)
    await expect(vault.rawKey(moved)).rejects.toBeInstanceOf(SealRefused)
  })

  it('opens nothing that is bound to no place, though its key is right', async () => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    const raw = createSecretKey(await vault.rawKey(key))
    const unbound = encryptCompact(Buffer.from(JSON.stringify(secret)), raw) as Sealed
    await expect(vault.open(key, place, unbound)).rejects.toBeInstanceOf(SealRefused)
  })

  it('tells the operator where something did not open, and nothing of what it is', async () => {
    const { ring } = await aHouse()
    const refused: Place[] = []
    const vault = createVault(ring, { onRefused: (at) => refused.push(at) })
    const key = await laidKey(vault)
    const elsewhere = { ...place, id: 'pengajuan-2' }
    const opened = vault.open(key, elsewhere, await vault.seal(key, place, secret))
    await expect(opened).rejects.toThrow(
      'What lies at filings.identity of bagian-organisasi pengajuan-1 does not open there.',
    )
    expect(refused).toEqual([elsewhere])
  })

  it('wraps a key for a number that is known only when the case is saved', async () => {
    const { vault } = await aHouse()
    const key = await laidKey(vault)
    const sealed = await vault.seal(key, place, secret)
    const number: Place = { unit: organisasi, collection: 'complaints', id: 'BO-2026-000001', field: 'key' }
    const laid = { place: number, wrapped: (await vault.rewrapLater(key))(number) }
    expect(await vault.open(laid, place, sealed)).toEqual(secret)
    const other = { ...laid, place: { ...number, id: 'BO-2026-000002' } }
    await expect(vault.open(other, place, sealed)).rejects.toBeInstanceOf(SealRefused)
  })
})

describe('a keyed hash', () => {
  it('is the same for the same unit, purpose and text, and another once one of them differs', async () => {
    const { vault } = await aHouse()
    const hash = async (tenant = organisasi, purpose: 'search' | 'filing' = 'search', text = 'loket') =>
      (await vault.hasher(tenant, purpose))(text)
    expect(await hash()).toBe(await hash())
    expect(await hash()).toMatch(/^[\w-]{43}$/)
    const others = [await hash(dinas), await hash(organisasi, 'filing'), await hash(organisasi, 'search', 'meja')]
    expect(new Set([await hash(), ...others]).size).toBe(4)
  })

  it('marks somebody alike each time, and differently in another unit or for another purpose', async () => {
    const { vault } = await aHouse()
    const mark = async (tenant = organisasi, id = 'petugas') => (await vault.hasher(tenant, 'guard'))(id)
    const first = await mark()
    const others = [
      await mark(dinas),
      await mark(organisasi, 'kepala'),
      (await vault.hasher(organisasi, 'log'))('petugas'),
    ]
    expect([await mark(), await mark(dinas)]).toEqual([first, others[0]])
    expect(new Set([first, ...others]).size).toBe(4)
  })
})
