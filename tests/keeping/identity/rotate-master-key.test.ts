import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { masterKeyFile } from '../../../service/adapters/files/kept-files.ts'
import { openKeyRing } from '../../../service/adapters/jose/key-ring.ts'
import { openSqliteStore } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import { finishMasterRotation, type KeyOffice, rotateMasterKey } from '../../../service/keeping/identity/keys.ts'
import { PLATFORM_UNIT } from '../../../service/offices/staff/second-factor.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import { type MasterKeys, useGivenMasterKeys } from '../../../service/storage/vault.ts'
import { aFolder } from '../../support/a-folder.ts'
import { officeWith } from '../../support/office-with.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const [before, after, other] = [randomBytes(32), randomBytes(32), randomBytes(32)]

/** One store on which processes with different master keys work. */
async function aStore() {
  const folder = await aFolder()
  const store = await openSqliteStore({ folder })
  onTestFinished(() => store.close())
  const open = (masterKeys: MasterKeys) =>
    openKeyRing({ masterKeys, store, now: () => instantOf(new Date()), milliseconds: () => performance.now() })
  const processWith = async (...keys: Uint8Array[]) => {
    const masterKeys = useGivenMasterKeys(...keys)
    const ring = await open(masterKeys)
    return { ring, ...officeWith<KeyOffice>({ masterKeys, wrappedSecrets: ring, record: async () => {} }) }
  }
  const first = await processWith(before)
  for (const unit of [PLATFORM_UNIT, organisasi]) await first.ring.add(unit)
  return { processWith, first }
}

const seedOf = async ({ ring }: { ring: Awaited<ReturnType<typeof openKeyRing>> }, unit = organisasi) =>
  (await ring.lastingKeys(unit)).signingSeed

describe('a new master key that comes from outside', () => {
  it('is given to one process after the other, and none of them fails meanwhile', async () => {
    const { processWith, first } = await aStore()
    const second = await processWith(after, before)
    expect(await seedOf(second)).toEqual(await seedOf(first))
    // A unit that the second opens must be there for the first, which has yet to be restarted.
    await second.ring.add(dinas)
    expect(await seedOf(first, dinas)).toEqual(await seedOf(second, dinas))
    expect(await second.ring.underOlderMaster()).toBe(3)

    await rotateMasterKey(second, 'operator-1')
    expect(await second.ring.underOlderMaster()).toBe(0)
    await second.ring.add('kecamatan-umpama' as typeof dinas)
    const third = await processWith(after)
    expect(await seedOf(third, dinas)).toEqual(await seedOf(second, dinas))
    await expect(processWith(before)).rejects.toThrow(/does not open the secrets of 4 of 4 units/)
  })

  it('takes both: with the new one alone nothing changes', async () => {
    const { first } = await aStore()
    expect(await laterRefusalOf(rotateMasterKey(first, 'operator-1'))).toBe('keys/no-new-master-key')
  })

  it('is refused at the start when the one before is not the one before', async () => {
    const { processWith } = await aStore()
    await expect(processWith(after, other)).rejects.toThrow(
      /does not open the secrets of 2 of 2 units, \S+ among them.*PREVIOUS_MASTER_KEY/,
    )
  })
})

describe('a key file', () => {
  async function aFile() {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder: join(folder, 'keys') })
    onTestFinished(() => store.close())
    const masterKeys = await masterKeyFile(folder)
    const started = async () => {
      const now = () => instantOf(new Date())
      const parts = { masterKeys: await masterKeyFile(folder), store, now, milliseconds: () => performance.now() }
      const ring = await openKeyRing(parts)
      return {
        ring,
        ...officeWith<KeyOffice>({ masterKeys: parts.masterKeys, wrappedSecrets: ring, record: async () => {} }),
      }
    }
    const first = await started()
    for (const unit of [PLATFORM_UNIT, organisasi]) await first.ring.add(unit)
    return { masterKeys, started, first, path: join(folder, 'master.key') }
  }

  it('gets a new key while the service runs, and forgets the one before', async () => {
    const { path, first, started } = await aFile()
    const old = (await readFile(path, 'utf8')).trim()
    const seed = await seedOf(first)
    await rotateMasterKey(first, 'operator-1')

    const kept = await readFile(path, 'utf8')
    expect(kept).toMatch(/^\S{44}\n$/)
    expect(kept).not.toContain(old)
    expect(await seedOf(await started())).toEqual(seed)
    await first.ring.add(dinas)
    expect(await seedOf(await started(), dinas)).toEqual(await seedOf(first, dinas))
  })

  it('is finished at the next start when a crash came between', async () => {
    const { path, first, started, masterKeys } = await aFile()
    await masterKeys.renewal?.begin()
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2)

    const again = await started()
    expect(await again.ring.underOlderMaster()).toBe(2)
    await finishMasterRotation(again)
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1)
    expect(await seedOf(await started())).toEqual(await seedOf(first))
  })
})
