import { randomBytes } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Sealed, WrappedKey } from '../../service/identity/vault.ts'
import { anOpenHouse, type OpenHouse } from '../support/a-vault.ts'
import { dinas, organisasi } from '../support/two-units.ts'

async function aHouse(earlier?: Pick<OpenHouse, 'folder' | 'masterKey'>): Promise<OpenHouse> {
  const house = await anOpenHouse(earlier)
  onTestFinished(() => house.store.close())
  return house
}

const secret = { name: 'Siti Contoh', note: 'loket 2' }

describe('the vault', () => {
  it('opens what it sealed, and shows none of it', async () => {
    const { vault } = await aHouse()
    const key = await vault.newKey(organisasi)
    const sealed = await vault.seal(organisasi, key, secret)
    expect(sealed).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(Buffer.from(sealed.split('.')[3]!, 'base64url').includes('Siti')).toBe(false)
    expect(await vault.open(organisasi, key, sealed)).toEqual(secret)
  })

  it('never seals alike, so that equal stories cannot be told', async () => {
    const { vault } = await aHouse()
    const key = await vault.newKey(organisasi)
    expect(await vault.seal(organisasi, key, secret)).not.toBe(await vault.seal(organisasi, key, secret))
  })

  it('opens nothing with the key of another case', async () => {
    const { vault } = await aHouse()
    const sealed = await vault.seal(organisasi, await vault.newKey(organisasi), secret)
    await expect(vault.open(organisasi, await vault.newKey(organisasi), sealed)).rejects.toThrow()
  })

  it('opens nothing of a unit with the secret of another', async () => {
    const house = await aHouse()
    const key = await house.vault.newKey(organisasi)
    await expect(house.vault.rawKey(dinas, key)).rejects.toThrow()
    await house.store.close()
    const fresh = await aHouse(house)
    await expect(fresh.vault.seal(dinas, key, secret)).rejects.toThrow()
  })

  it('opens what an earlier process sealed, with the same master key and with no other', async () => {
    const house = await aHouse()
    const key = await house.vault.newKey(organisasi)
    const sealed = await house.vault.seal(organisasi, key, secret)
    await house.store.close()

    const again = await aHouse(house)
    expect(await again.vault.open(organisasi, key, sealed)).toEqual(secret)
    await again.store.close()

    const stranger = aHouse({ folder: house.folder, masterKey: randomBytes(32) })
    await expect(stranger).rejects.toThrow('The master key does not open the secrets of 2 of 2 units')
  })

  it.each([0, 1, 2, 3])('finds a change in part %d of a seal', async (at) => {
    const { vault } = await aHouse()
    const key = await vault.newKey(organisasi)
    const parts = (await vault.seal(organisasi, key, secret)).split('.')
    const place = at === 1 ? 4 : at
    parts[place] = parts[place]!.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
    await expect(vault.open(organisasi, key, parts.join('.') as Sealed)).rejects.toThrow()
  })

  it('finds a change in a wrapped key', async () => {
    const { vault } = await aHouse()
    const key = await vault.newKey(organisasi)
    const changed = key.replace(/.{3}$/, (end) => (end === 'AAA' ? 'BBB' : 'AAA')) as WrappedKey
    await expect(vault.rawKey(organisasi, changed)).rejects.toThrow()
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
})
