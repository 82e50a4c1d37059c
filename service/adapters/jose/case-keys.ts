import { createSecretKey, type KeyObject } from 'node:crypto'
import { type Place, placeInWords, type TenantId } from '../../storage/place.ts'
import { keyVersionOf, type LaidKey, type WrappedKey } from '../../storage/vault.ts'
import { decryptCompact, encryptCompact, headerIn, placeDigest, type RandomBytes } from './compact-jwe.ts'
import type { KeyRing } from './key-ring.ts'
import type { SealPlaces } from './seal-places.ts'

/** Unwrapped case keys are cached, so that a register page does not unwrap the same ones again. */
const REMEMBERED_KEYS = 5_000

interface OpenedKey {
  readonly key: KeyObject
  /** The only place where it opens, in words; empty where it is bound to none. */
  readonly place: string
}

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
  const remembered = new Map<WrappedKey, OpenedKey>()

  function remember(wrapped: WrappedKey, key: KeyObject, place: string): KeyObject {
    if (remembered.size >= REMEMBERED_KEYS) {
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest)
        break
      }
    }
    remembered.set(wrapped, { key, place })
    return key
  }

  const unwrap = async ({ place, wrapped }: LaidKey): Promise<KeyObject> => {
    const known = remembered.get(wrapped)
    const words = placeInWords(place)
    if (known?.place === words) return known.key
    return places.openInPlace(place, place.id, async () => {
      await places.refuseElsewhere(wrapped, place)
      if (known) return known.key
      const raw = decryptCompact(wrapped, await ring.wrapKey(place.unit, keyVersionOf(wrapped)))
      // A key of an earlier version is bound to no place, so each time it is asked whether the tenant still takes those.
      return remember(wrapped, createSecretKey(raw), headerIn(wrapped).place === undefined ? '' : words)
    })
  }

  async function wrapper(tenant: TenantId, key: KeyObject): Promise<(place: Place) => WrappedKey> {
    const { version, key: wrapKey } = await ring.newestWrapKey(tenant)
    const raw = key.export()
    return (place) => {
      const words = placeInWords(place)
      const wrapped = encryptCompact(
        raw,
        wrapKey,
        { kid: String(version), place: placeDigest(words) },
        nonces,
      ) as WrappedKey
      remember(wrapped, key, words)
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
