import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretSpec } from '../../../service/adapters/jose/compact-jwe.ts'
import { keyOfFile } from '../../../service/case/evidence.ts'
import { identityOf, openDossier } from '../../../service/case/store/case-seals.ts'
import { rotateTenantKeys, rotationProgress } from '../../../service/keeping/identity/keys.ts'
import { keyVersionOf, type Sealed, type WrappedKey, withOwnKey } from '../../../service/storage/vault.ts'
import { aMessage } from '../../support/a-message.ts'
import { aRotation } from '../../support/a-rotation.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

type Rotation = Awaited<ReturnType<typeof aRotation>>

const rotate = ({ ports }: Rotation) => rotateTenantKeys(ports, organisasi, 'operator-1')
const versionsOf = async ({ ring }: Rotation) => (await ring.versions(organisasi)).map(({ version }) => version)

/** Story, identity and the key of the file, as permitted staff see them. */
async function openedCase({ complaints, vault }: Rotation, number: string) {
  const complaint = await complaints.get(organisasi, number)
  const person = await identityOf(vault, complaint)
  const fileKey = await vault.rawKey(keyOfFile(organisasi, complaint.evidence[0]!))
  return { subject: complaint.dossier.subject, name: person?.name, fileKey: Buffer.from(fileKey).toString('hex') }
}

describe('a rotation of a unit’s keys', () => {
  it('wraps every key anew and touches nothing that they seal', async () => {
    const house = await aRotation()
    const numbers = await Promise.all(Array.from({ length: 120 }, (_, at) => house.file(`Perkara ${at}`)))
    const before = await house.kept.get(organisasi, numbers[7]!)
    const opened = await openedCase(house, numbers[7]!)
    await rotate(house)
    expect(await house.goOn()).toBe('settling')

    const after = await house.kept.get(organisasi, numbers[7]!)
    const keysOf = (one: typeof after) => [one!.key, one!.identity!.key, ...one!.evidence.map(({ key }) => key)]
    expect(keysOf(before).map(keyVersionOf)).toEqual([1, 1, 1])
    expect(keysOf(after).map(keyVersionOf)).toEqual([2, 2, 2])
    expect(after).toMatchObject({ dossier: before!.dossier, wordsMark: before!.wordsMark, revision: before!.revision })
    expect(after!.identity!.identity).toBe(before!.identity!.identity)
    expect(await openedCase(house, numbers[7]!)).toEqual(opened)
    expect(await rotationProgress(house.ports, organisasi)).toMatchObject({
      underWay: { remaining: 0, documents: 120 },
    })
    expect(await rotationProgress(house.ports, dinas)).toMatchObject({ newest: { version: 1 }, underWay: null })
  })

  it('destroys the secret before once no write can need it: what it wrapped opens never again, from no copy', async () => {
    const house = await aRotation()
    const number = await house.file('Perkara lama')
    const copy = (await house.kept.get(organisasi, number))!
    const secrets = await house.store.collection(secretSpec)
    const old = (await secrets.get(organisasi, '1'))!.wrapped
    await rotate(house)
    await house.goOn()
    house.waitMinutes(14)
    expect(await house.goOn()).toBe('settling')
    expect(await versionsOf(house)).toEqual([1, 2])
    house.waitMinutes(1)
    expect(await house.goOn()).toBe('finished')

    expect(await versionsOf(house)).toEqual([2])
    expect(await openedCase(house, number)).toMatchObject({ subject: 'Perkara lama', name: 'Siti Contoh' })
    expect(await house.logged()).toEqual(['operator-1 keys.rotated', 'system keys.destroyed 1'])
    for (const name of await readdir(house.folder)) {
      expect((await readFile(join(house.folder, name))).includes(old), name).toBe(false)
    }
    await house.store.close()
    const again = await aRotation(house)
    await expect(openDossier(again.vault, copy)).rejects.toThrow('does not open')
    expect(await openedCase(again, number)).toMatchObject({ subject: 'Perkara lama', name: 'Siti Contoh' })
  })

  it('changes no hash, so that codes, marks and words are found as before, also after the next one', async () => {
    const house = await aRotation()
    await house.file('Perkara')
    const hash = async () => (await house.vault.hasher(organisasi, 'tracking-code'))('kode')
    const before = [await hash(), (await house.ring.lastingKeys(organisasi)).signingSeed]
    for (const _ of [2, 3]) {
      await rotate(house)
      house.waitMinutes(20)
      expect(await house.goOn()).toBe('finished')
    }
    expect(await versionsOf(house)).toEqual([3])
    expect([await hash(), (await house.ring.lastingKeys(organisasi)).signingSeed]).toEqual(before)
    await house.store.close()
    const again = await aRotation(house)
    expect((await again.vault.hasher(organisasi, 'tracking-code'))('kode')).toBe(before[0])
    expect((await again.vault.hasher(dinas, 'tracking-code'))('kode')).not.toBe(before[0])
  })

  it('does not wait longer for a version because another rotation began meanwhile', async () => {
    const house = await aRotation()
    const number = await house.file('Perkara')
    await rotate(house)
    house.waitMinutes(14)
    const { ring, ports } = house
    await rotateTenantKeys({ ...ports, unitKeys: ring }, organisasi, 'system')
    house.waitMinutes(2)
    expect(await house.goOn()).toBe('settling')
    expect(await versionsOf(house)).toEqual([2, 3])
    expect((await openedCase(house, number)).subject).toBe('Perkara')
  })

  it('finds the keys of letters, held files and requests for approval too', async () => {
    const house = await aRotation()
    const { vault, heldEvidence } = house
    await house.mailbox.send(aMessage({ tenant: organisasi, subject: 'Pemberitahuan' }))
    const own = withOwnKey('evidence', vault)
    const key = await own.newKey(organisasi, 'berkas')
    const at = house.ports.now()
    const file = { size: 1, type: 'image/png', browserAgreed: true, uploadedAt: at, expiresAt: at, key }
    const name = await own.seal({ tenant: organisasi, id: 'berkas', key }, 'name', 'loket.png')
    const hash = await own.seal({ tenant: organisasi, id: 'berkas', key }, 'hash', 'ab')
    await heldEvidence.insert({ tenant: organisasi, id: 'berkas', ...file, name, hash, claimedBy: null })
    await rotate(house)
    house.waitMinutes(20)
    expect(await house.goOn()).toBe('finished')

    const [letter] = (await house.mailbox.list(organisasi, { limit: 1 })).items
    expect(letter?.subject).toBe('Pemberitahuan')
    const held = (await heldEvidence.get(organisasi, 'berkas'))!
    expect(await own.open(held, 'name', held.name)).toBe('loket.png')
    expect(await own.open(held, 'hash', held.hash)).toBe('ab')
    expect(keyVersionOf(held.key)).toBe(2)
  })

  it('goes on where it was stopped', async () => {
    const house = await aRotation()
    for (let at = 0; at < 170; at++) await house.file(`Perkara ${at}`)
    await rotate(house)
    const stopping = new AbortController()
    const first: number[] = []
    const stopped = house.goOn({
      signal: stopping.signal,
      onProgress: (documents) => first.push(documents) > 1 && stopping.abort(),
    })
    expect(await stopped).toBe('stopped')
    expect(await rotationProgress(house.ports, organisasi)).toMatchObject({ underWay: { remaining: 70 } })
    const then: number[] = []
    await house.goOn({ onProgress: (documents) => then.push(documents) })
    expect(then.reduce((a, b) => a + b)).toBe(70)
  })

  it('is seen by another process without a restart, and what that one wrote before it looked is wrapped anew', async () => {
    const house = await aRotation()
    const other = await house.another()
    await other.file('Sebelum')
    await rotate(house)
    await house.goOn()
    const between = await other.file('Di antara')
    expect(keyVersionOf((await house.kept.get(organisasi, between))!.key)).toBe(1)
    // It opens at once what the first process wraps by a version that it has not heard of.
    expect((await other.complaints.get(organisasi, await house.file('Baru'))).dossier.subject).toBe('Baru')
    other.waitSeconds(31)
    const afterwards = await other.file('Sesudah')
    expect(keyVersionOf((await house.kept.get(organisasi, afterwards))!.key)).toBe(2)
    house.waitMinutes(20)
    expect(await house.goOn()).toBe('finished')
    expect((await openedCase(house, between)).subject).toBe('Di antara')
    expect((await other.complaints.get(organisasi, between)).dossier.subject).toBe('Di antara')
  })

  it('leaves a person’s act standing that was made while it went on', async () => {
    const house = await aRotation()
    const number = await house.file('Perkara')
    await rotate(house)
    const changed = house.complaints.change(organisasi, number, (one) => ({ ...one, handler: 'petugas' as never }))
    await Promise.all([changed, house.goOn()])
    await house.goOn()
    expect(await house.complaints.get(organisasi, number)).toMatchObject({ handler: 'petugas' })
    expect(await rotationProgress(house.ports, organisasi)).toMatchObject({ underWay: { remaining: 0 } })
  })

  it('keeps the version before as long as one damaged key needs it, and does all the others', async () => {
    const house = await aRotation()
    const numbers = await Promise.all(Array.from({ length: 60 }, (_, at) => house.file(`Perkara ${at}`)))
    const damaged = (await house.kept.get(organisasi, numbers[0]!))!
    const key = damaged.key.replace(/.{3}$/, 'AAA') as WrappedKey
    await house.kept.replace({ ...damaged, key })
    await rotate(house)
    house.waitMinutes(20)
    await expect(house.goOn()).rejects.toThrow()
    expect(await rotationProgress(house.ports, organisasi)).toMatchObject({ underWay: { remaining: 1 } })
    expect(await versionsOf(house)).toEqual([1, 2])
  })
})

it('a case whose key is damaged holds up no other in a rotation, is named, and keeps the version that it may need', async () => {
  const house = await aRotation()
  const numbers = await Promise.all(Array.from({ length: 120 }, (_, at) => house.file(`Perkara ${at}`)))
  // More of them than one batch takes, and so the first that the rotation finds.
  const damaged = numbers.slice(0, 60)
  for (const number of damaged) {
    const one = (await house.kept.get(organisasi, number))!
    await house.kept.replace({ ...one, key: `${one.key.slice(0, -8)}AAAAAAAA` as WrappedKey })
  }
  await rotateTenantKeys(house.ports, organisasi, 'operator-1')
  house.waitMinutes(20)
  const going = house.goOn()
  await expect(going).rejects.toThrow(organisasi)
  await expect(going).rejects.toThrow(new RegExp(damaged.join('|')))
  expect(await rotationProgress(house.ports, organisasi)).toMatchObject({ underWay: { remaining: 60, documents: 120 } })
  expect((await house.ring.versions(organisasi)).map(({ version }) => version)).toEqual([1, 2])
  expect((await house.complaints.get(organisasi, numbers[100]!)).dossier.subject).toBe('Perkara 100')
})

it('a damaged case is left out of a search and of the words of an index, and the others are found', async () => {
  const house = await aRotation()
  const [one, other] = [await house.file('Loket tutup'), await house.file('Loket penuh')]
  const kept = (await house.kept.get(organisasi, one))!
  await house.kept.replace({ ...kept, dossier: `${kept.dossier.slice(0, -8)}AAAAAAAA` as Sealed })
  const { items } = await house.complaints.search(organisasi, 'loket', { limit: 10 })
  expect(items.map(({ id }) => id)).toEqual([other])
})

it('a case whose identity is damaged is left out of a search, and the others are found', async () => {
  const house = await aRotation()
  const [one, other] = [await house.file('Loket tutup'), await house.file('Loket penuh')]
  const kept = (await house.kept.get(organisasi, one))!
  const identity = kept.identity!
  const damaged = `${identity.identity.slice(0, -8)}AAAAAAAA` as typeof identity.identity
  await house.kept.replace({ ...kept, identity: { ...identity, identity: damaged } })
  const { items } = await house.complaints.search(organisasi, 'loket', { limit: 10 })
  expect(items.map(({ id }) => id)).toEqual([other])
})
