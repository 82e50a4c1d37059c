import { randomBytes } from 'node:crypto'
import { type KeyRing, openKeyRing } from '../../service/adapters/jose/key-ring.ts'
import { createVault } from '../../service/adapters/jose/vault.ts'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { type Clock, instantOf } from '../../service/shared/instant.ts'
import type { Store } from '../../service/storage/collection.ts'
import { useGivenMasterKeys, type Vault } from '../../service/storage/vault.ts'
import { aFolder } from './a-folder.ts'
import { layTables } from './empty-tables.ts'
import { dinas, organisasi } from './two-units.ts'

export interface OpenHouse {
  readonly folder: string
  readonly masterKey: Uint8Array
  readonly store: Store
  readonly ring: KeyRing
  readonly vault: Vault
}

/** A store of its own in a folder, with the keys of two units. Opens an earlier one again when given its folder and key. */
export async function anOpenHouse(
  earlier?: Pick<OpenHouse, 'folder' | 'masterKey'>,
  now: Clock = () => instantOf(new Date()),
  openStore: (folder: string) => Promise<Store> = openEmbedded,
): Promise<OpenHouse> {
  const { folder, masterKey } = earlier ?? { folder: await aFolder(), masterKey: randomBytes(32) }
  const store = await openStore(folder)
  const ring = await openKeyRing({
    masterKeys: useGivenMasterKeys(masterKey),
    store,
    now,
    milliseconds: () => performance.now(),
  })
  const vault = createVault(ring)
  for (const tenant of [organisasi, dinas]) await vault.addTenant(tenant)
  return { folder, masterKey, store, ring, vault }
}

async function openEmbedded(folder: string): Promise<Store> {
  await layTables(folder)
  return openSqliteStore({ folder })
}
