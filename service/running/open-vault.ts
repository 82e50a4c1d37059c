import { masterKeyFile } from '../adapters/files/master-key-file.ts'
import { createVault } from '../adapters/jose/create-vault.ts'
import { openKeyRing } from '../adapters/jose/key-ring.ts'
import { createRandomPool } from '../adapters/node-crypto/random-pool.ts'
import type { Metrics } from '../http/metrics.ts'
import type { Tenant } from '../offices/tenants/tenant.ts'
import type { Clock } from '../shared/instant.ts'
import type { Log } from '../shared/tracing.ts'
import type { Store } from '../storage/collection.ts'
import { createSealFaults, type MasterKeys, type TenantKeys, useGivenMasterKeys } from '../storage/vault.ts'
import type { Config } from './config.ts'
import { milliseconds } from './ground.ts'

export async function findMasterKeys({ masterKey, previousMasterKey, dataFolder }: Config): Promise<MasterKeys> {
  if (!masterKey) return masterKeyFile(dataFolder)
  return useGivenMasterKeys(masterKey, ...(previousMasterKey ? [previousMasterKey] : []))
}

interface VaultParts {
  readonly masterKeys: MasterKeys
  readonly secrets: Store
  readonly metrics: Metrics
  readonly log: Log
  readonly now: Clock
}

/** Opens the keys of all tenants, and the vault that seals with them. */
export async function openVault({ masterKeys, secrets, metrics, log, now }: VaultParts) {
  const ring = await openKeyRing({ masterKeys, store: secrets, now, milliseconds })
  const sealFaults = createSealFaults(now)
  const vault = createVault(ring, {
    nonces: createRandomPool(),
    onRefused(place, document) {
      const { unit, collection, field } = place
      metrics.sealRefused(collection, field)
      // A list meets the same broken seal each time it is read, so each is logged once.
      if (!sealFaults.note(place, document)) return
      const cause = new Error(
        'A seal does not open where it lies. It was damaged, changed, or moved there in the store.',
      )
      log.error('seal refused', cause, { tenant: unit, collection, field, document })
    },
  })
  return { ring, vault, sealFaults }
}

/** Cases restored without the secrets of their tenants could not be opened, so the service does not start. */
export async function refuseUnlessKeysAreThere(
  unitKeys: TenantKeys,
  tenants: readonly Pick<Tenant, 'id'>[],
): Promise<void> {
  for (const { id } of tenants) {
    await unitKeys.versions(id).catch((cause: unknown) => {
      throw new Error(
        `The secret of unit ${id} is not there or does not open. Put back the folder “keys” of this data folder; with MongoDB, the collection tenantKeys.`,
        { cause },
      )
    })
  }
}
