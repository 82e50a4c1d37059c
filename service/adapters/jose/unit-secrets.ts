import { createSecretKey } from 'node:crypto'
import type { MasterKeys } from '../../identity/master-keys.ts'
import type { Instant } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Page, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../tenants/tenant-directory.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import { decryptCompact, encryptCompact } from './compact-jwe.ts'

/** A secret of a unit, wrapped by the master key. `id` is its number: 0 for the lasting keys, else the version. */
export interface KeptSecret extends Kept {
  readonly wrapped: string
  /** Absent: from before versions told their age. */
  readonly madeAt?: Instant
}

const numberOf = ({ id }: Pick<KeptSecret, 'id'>): number => Number(id)

export const secretSpec: CollectionSpec<KeptSecret> = {
  name: 'tenantKeys',
  keys: { number: numberOf },
  indexes: { number: { on: ['number'] }, everywhere: { on: ['number'], acrossTenants: true } },
}

export interface UnitSecret {
  readonly number: number
  readonly secret: Uint8Array
  readonly madeAt: Instant | null
}

/** The secrets of units as they lie in the store, opened and wrapped by the master key. */
export interface UnitSecrets {
  /** In the order of their numbers. */
  of(tenant: TenantId): Promise<readonly UnitSecret[]>
  /** Keeps what is there when the number is taken: another process was first. */
  add(tenant: TenantId, secret: UnitSecret): Promise<void>
  destroy(tenant: TenantId, number: number): Promise<void>
  /** Secrets that a master key before the newest wraps. */
  underOlderMaster(): Promise<number>
  /** Wraps every secret by the newest master key, those of the platform first: from there on new ones are too. */
  rewrapAll(): Promise<void>
  /** What is there of all units, unopened. */
  named(): AsyncIterable<{ readonly tenant: TenantId; readonly number: number }>
}

const MOST_OF_A_UNIT = 100
const PAGE = 200

/** @throws Error with a sentence for the operator when a secret opens with none of the master keys */
export async function openUnitSecrets(masterKeys: MasterKeys, store: Store): Promise<UnitSecrets> {
  const kept = await store.collection(secretSpec)
  let known = await masterKeys.read()

  const openedWith = (wrapped: string, keys: readonly Uint8Array[]): Uint8Array | null =>
    keys.reduce<Uint8Array | null>((secret, key) => secret ?? openedBy(wrapped, key), null)

  async function opened({ wrapped }: KeptSecret): Promise<Uint8Array> {
    const secret = openedWith(wrapped, known)
    if (secret) return secret
    known = await masterKeys.read()
    const now = openedWith(wrapped, known)
    if (!now) throw new Error('A unit’s secret does not open with the master key.')
    return now
  }

  const newestMaster = (): Uint8Array => {
    const [newest] = known
    if (!newest) throw new Error('There is no master key.')
    return newest
  }

  /**
   * While processes are given a new key one by one, those that were not yet must be able to open what is made: the key
   * that wraps the platform's secret stays in use until `rewrapAll`.
   */
  async function masterInUse(): Promise<Uint8Array> {
    const { items } = await kept.find(PLATFORM, { index: 'number', order: 'descending', limit: 1 })
    const [one] = items
    return (one && known.find((key) => openedBy(one.wrapped, key) !== null)) ?? newestMaster()
  }

  /** Whether it had to be wrapped anew. */
  async function rewrap(one: KeptSecret): Promise<boolean> {
    if (openedBy(one.wrapped, newestMaster())) return false
    // Somebody else wrote meanwhile: it is looked at again.
    await kept.replace({ ...one, wrapped: wrappedBy(await opened(one), newestMaster()) })
    return true
  }

  async function* everywhere(): AsyncGenerator<KeptSecret> {
    let after: string | null = null
    do {
      const page: Page<KeptSecret> = await kept.findAcrossTenants({
        index: 'everywhere',
        limit: PAGE,
        ...(after && { after }),
      })
      yield* page.items
      after = page.nextCursor
    } while (after)
  }

  await refuseUnlessAllOpen(everywhere(), (wrapped) => openedWith(wrapped, known) !== null)

  return {
    async of(tenant) {
      const { items } = await kept.find(tenant, { index: 'number', limit: MOST_OF_A_UNIT })
      return Promise.all(
        items.map(async (one) => ({
          number: numberOf(one),
          secret: await opened(one),
          madeAt: one.madeAt ?? null,
        })),
      )
    },

    async add(tenant, { number, secret, madeAt }) {
      known = await masterKeys.read()
      const wrapped = wrappedBy(secret, await masterInUse())
      const inserted = await kept
        .insert({ tenant, id: String(number), wrapped, ...(madeAt && { madeAt }) })
        .catch(nullIfTaken)
      known = await masterKeys.read()
      // The master key was changed at the same moment, and the one before is gone.
      if (inserted && !openedWith(wrapped, known)) {
        await kept.replace({ ...inserted, wrapped: wrappedBy(secret, newestMaster()) })
      }
    },

    async underOlderMaster() {
      let older = 0
      for await (const { wrapped } of everywhere()) if (!openedBy(wrapped, newestMaster())) older++
      return older
    },

    async rewrapAll() {
      known = await masterKeys.read()
      const platform = await kept.find(PLATFORM, { index: 'number', limit: MOST_OF_A_UNIT })
      for (const one of platform.items) await rewrap(one)
      let found: number
      do {
        found = 0
        for await (const one of everywhere()) if (await rewrap(one)) found++
      } while (found > 0)
      await store.purge()
    },

    async destroy(tenant, number) {
      await kept.delete(tenant, String(number))
      await store.purge()
    },

    async *named() {
      for await (const one of everywhere()) yield { tenant: one.tenant as TenantId, number: numberOf(one) }
    },
  }
}

/** A key that opens only a part would be found out by the reporter whose complaint cannot be shown. */
async function refuseUnlessAllOpen(
  secrets: AsyncIterable<KeptSecret>,
  opens: (wrapped: string) => boolean,
): Promise<void> {
  const closed = new Set<string>()
  const open = new Set<string>()
  for await (const { tenant, wrapped } of secrets) (opens(wrapped) ? open : closed).add(tenant)
  const [example] = closed
  if (example === undefined) return
  throw new Error(
    `The master key does not open the secrets of ${closed.size} of ${new Set([...closed, ...open]).size} units, ${example} among them. ` +
      'Put back the MASTER_KEY or key file of this store; after a change of the key, give the one before as PREVIOUS_MASTER_KEY.',
  )
}

function openedBy(wrapped: string, masterKey: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(decryptCompact(wrapped, createSecretKey(masterKey)))
  } catch {
    return null
  }
}

const wrappedBy = (secret: Uint8Array, masterKey: Uint8Array): string =>
  encryptCompact(secret, createSecretKey(masterKey), undefined, 'master')

function nullIfTaken(cause: unknown): null {
  if (cause instanceof UniqueViolation) return null
  throw cause
}
