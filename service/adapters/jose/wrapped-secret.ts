import { createSecretKey } from 'node:crypto'
import type { Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { placeInWords } from '../../storage/place.ts'
import type { MasterKeys } from '../../storage/vault.ts'
import { decryptCompact, encryptCompact, headerIn, placeDigest, type SealHeader } from './compact-jwe.ts'

/** `id` is the number of the secret: 0 for the lasting keys, else the version. */
export interface KeptSecret extends Kept {
  readonly wrapped: string
  /** It is absent for secrets of early versions. */
  readonly madeAt?: Instant
}

export const numberOf = ({ id }: Pick<KeptSecret, 'id'>): number => Number(id)

export const secretSpec: CollectionSpec<KeptSecret> = {
  name: 'tenantKeys',
  keys: { number: numberOf },
  indexes: { number: { on: ['number'] }, everywhere: { on: ['number'], acrossTenants: true } },
}

/** Claims about the tenant in the header of its secret. Nobody without the master key can remove them. */
export type Marks = Pick<SealHeader, 'allBound' | 'headsSince'>

type Lying = Pick<KeptSecret, 'tenant' | 'id' | 'wrapped'>

/** It is `null` if another key wrapped it, or it was made for another place. */
export function openSecret(one: Lying, masterKey: Uint8Array): Uint8Array | null {
  try {
    const { place } = headerIn(one.wrapped)
    if (place !== undefined && place !== placeOf(one)) return null
    return new Uint8Array(decryptCompact(one.wrapped, createSecretKey(masterKey)))
  } catch {
    return null
  }
}

const placeOf = ({ tenant, id }: Pick<KeptSecret, 'tenant' | 'id'>): string =>
  placeDigest(placeInWords({ unit: tenant, collection: 'tenantKeys', id, field: 'wrapped' }))

export const wrapSecret = (
  secret: Uint8Array,
  masterKey: Uint8Array,
  at: Pick<KeptSecret, 'tenant' | 'id'>,
  { allBound, headsSince }: Marks,
): string =>
  encryptCompact(secret, createSecretKey(masterKey), { kid: 'master', place: placeOf(at), allBound, headsSince })

/** The master keys that this process knows, newest first. */
export interface KnownMasters {
  readAgain(): Promise<void>
  newest(): Uint8Array
  /** Returns the first key that opens the secret. */
  findFor(one: Lying): Uint8Array | null
  opens(one: Lying): boolean
  /**
   * Reads the keys again before it gives up.
   * @throws Error if none of them opens it
   */
  open(one: Lying): Promise<Uint8Array>
}

export async function readMasters(masterKeys: MasterKeys): Promise<KnownMasters> {
  let known = await masterKeys.read()

  const readAgain = async () => {
    known = await masterKeys.read()
  }
  const findFor = (one: Lying) => known.find((key) => openSecret(one, key) !== null) ?? null
  const tryToOpen = (one: Lying) => known.reduce<Uint8Array | null>((found, key) => found ?? openSecret(one, key), null)

  return {
    readAgain,
    findFor,
    opens: (one) => findFor(one) !== null,

    newest() {
      const [newest] = known
      if (!newest) throw new Error('There is no master key.')
      return newest
    },

    async open(one) {
      const secret = tryToOpen(one)
      if (secret) return secret
      await readAgain()
      const now = tryToOpen(one)
      if (!now) throw new Error(`A secret of unit ${one.tenant} does not open with the master key, or was moved there.`)
      return now
    },
  }
}
