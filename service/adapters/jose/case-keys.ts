import { createSecretKey, type KeyObject } from 'node:crypto'
import { keyVersionOf } from '../../storage/key-version.ts'
import { type Place, placeInWords } from '../../storage/place.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { LaidKey, WrappedKey } from '../../storage/vault.ts'
import { decryptCompact, encryptCompact, headerIn, placeDigest, type RandomBytes } from './compact-jwe.ts'
import type { KeyRing } from './key-ring.ts'
import type { SealPlaces } from './seal-places.ts'

/** Unwrapped case keys are cached, so that a register page does not unwrap the same ones again. */
const REMEMBERED_KEYS = 5_000

/** Wraps the keys of cases with the secret of their tenant. */
export interface CaseKeys {
  /** @throws SealRefused when the key is damaged or lies elsewhere */
  unwrap(key: LaidKey): Promise<KeyObject>
  /** Wraps with the newest version of the tenant's secret that was known at the start. */
  wrapper(tenant: TenantId, key: KeyObject): Promise<(place: Place) => WrappedKey>
  /** Wraps with the newest version; a key that is current and bound to its place stays. */
  rewrap(key: LaidKey): Promise<WrappedKey>
}

export function openCaseKeys(ring: KeyRing, places: SealPlaces, nonces: RandomBytes): CaseKeys {
  const remembered = new Map<WrappedKey, KeyObject>()

  function remember(wrapped: WrappedKey, key: KeyObject): KeyObject {
    if (remembered.size >= REMEMBERED_KEYS) {
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest)
        break
      }
    }
    remembered.set(wrapped, key)
    return key
  }

  const unwrap = ({ place, wrapped }: LaidKey): Promise<KeyObject> =>
    places.openInPlace(place, place.id, async () => {
      await places.refuseElsewhere(wrapped, place)
      const known = remembered.get(wrapped)
      if (known) return known
      const raw = decryptCompact(wrapped, await ring.wrapKey(place.unit, keyVersionOf(wrapped)))
      return remember(wrapped, createSecretKey(raw))
    })

  async function wrapper(tenant: TenantId, key: KeyObject): Promise<(place: Place) => WrappedKey> {
    const { version, key: wrapKey } = await ring.newestWrapKey(tenant)
    const raw = key.export()
    return (place) => {
      const header = { kid: String(version), place: placeDigest(placeInWords(place)) }
      const wrapped = encryptCompact(raw, wrapKey, header, nonces) as WrappedKey
      remember(wrapped, key)
      return wrapped
    }
  }

  return {
    unwrap,
    wrapper,

    async rewrap(key) {
      const { place, wrapped } = key
      const { version } = await ring.newestWrapKey(place.unit)
      if (keyVersionOf(wrapped) === version && headerIn(wrapped).place !== undefined) return wrapped
      const opened = await unwrap(key)
      remembered.delete(wrapped)
      return (await wrapper(place.unit, opened))(place)
    },
  }
}
