import { expect, it } from 'vitest'
import { rotateTenantKeys, rotationProgress } from '../../../service/keeping/identity/keys.ts'
import type { Sealed, WrappedKey } from '../../../service/storage/vault.ts'
import { aRotation } from '../../support/a-rotation.ts'
import { organisasi } from '../../support/two-units.ts'

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
