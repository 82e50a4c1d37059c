import { createSecretKey } from 'node:crypto'
import type { Instant } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Page, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { MasterKeys } from '../../storage/master-keys.ts'
import { placeInWords } from '../../storage/place.ts'
import { PLATFORM, type TenantId } from '../../storage/tenant-id.ts'
import { decryptCompact, encryptCompact, headerIn, placeDigest, type SealHeader } from './compact-jwe.ts'

/** `id` is the number of the secret: 0 for the lasting keys, else the version. */
export interface KeptSecret extends Kept {
  readonly wrapped: string
  /** It is absent for secrets of early versions. */
  readonly madeAt?: Instant
}

const numberOf = ({ id }: Pick<KeptSecret, 'id'>): number => Number(id)

export const secretSpec: CollectionSpec<KeptSecret> = {
  name: 'tenantKeys',
  keys: { number: numberOf },
  indexes: { number: { on: ['number'] }, everywhere: { on: ['number'], acrossTenants: true } },
}

/** Claims about the tenant in the header of its secret. Nobody without the master key can remove them. */
type Marks = Pick<SealHeader, 'allBound' | 'headsSince'>

export interface UnitSecret {
  readonly number: number
  readonly secret: Uint8Array
  readonly madeAt: Instant | null
  /** Every seal of the tenant is bound to its place. The master key authenticates this. */
  readonly allBound: boolean
  /** The day from which on the tenant's log has heads without a gap; it is authenticated too. */
  readonly headsSince: string | null
}

export interface UnitSecrets {
  /** In the order of their numbers. */
  of(tenant: TenantId): Promise<readonly UnitSecret[]>
  /** An existing secret with the number stays, because another process was first. */
  add(tenant: TenantId, secret: UnitSecret): Promise<void>
  destroy(tenant: TenantId, number: number): Promise<void>
  /** Counts secrets that an older master key wraps. */
  underOlderMaster(): Promise<number>
  /** Wraps every secret by the newest master key. The platform's come first, which makes new ones follow. */
  rewrapAll(): Promise<void>
  /** Sets the marks in every secret of the tenant. */
  mark(tenant: TenantId, marks: Marks): Promise<void>
  /** Lists the secrets of all tenants, unopened. */
  named(): AsyncIterable<Pick<UnitSecret, 'number' | 'allBound'> & { readonly tenant: TenantId }>
}

const MOST_OF_A_UNIT = 100
const PAGE = 200

/** @throws Error with a sentence for the operator if none of the master keys opens a secret */
export async function openUnitSecrets(masterKeys: MasterKeys, store: Store): Promise<UnitSecrets> {
  const kept = await store.collection(secretSpec)
  let known = await masterKeys.read()

  const openedWith = (one: Lying, keys: readonly Uint8Array[]): Uint8Array | null =>
    keys.reduce<Uint8Array | null>((secret, key) => secret ?? openedBy(one, key), null)

  async function opened(one: KeptSecret): Promise<Uint8Array> {
    const secret = openedWith(one, known)
    if (secret) return secret
    known = await masterKeys.read()
    const now = openedWith(one, known)
    if (!now) throw new Error(`A secret of unit ${one.tenant} does not open with the master key, or was moved there.`)
    return now
  }

  const newestMaster = (): Uint8Array => {
    const [newest] = known
    if (!newest) throw new Error('There is no master key.')
    return newest
  }

  /**
   * While processes get a new key one by one, those without it must still open new secrets: the key that wraps the
   * platform's secret stays in use until `rewrapAll`.
   */
  async function masterInUse(): Promise<Uint8Array> {
    const { items } = await kept.find(PLATFORM, { index: 'number', order: 'descending', limit: 1 })
    const [one] = items
    return (one && known.find((key) => openedBy(one, key) !== null)) ?? newestMaster()
  }

  /** Returns whether it had to be rewrapped. */
  async function rewrap(one: KeptSecret): Promise<boolean> {
    if (openedBy(one, newestMaster())) return false
    // Another process wrote meanwhile, so it is read again.
    await kept.replace({
      ...one,
      wrapped: wrappedBy(await opened(one), newestMaster(), one, headerIn(one.wrapped)),
    })
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

  await refuseUnlessAllOpen(everywhere(), (one) => openedWith(one, known) !== null)

  return {
    async of(tenant) {
      const { items } = await kept.find(tenant, { index: 'number', limit: MOST_OF_A_UNIT })
      const secrets = items.map(async (one) => {
        const { place, allBound = false, headsSince = null } = headerIn(one.wrapped)
        const secret = {
          number: numberOf(one),
          secret: await opened(one),
          madeAt: one.madeAt ?? null,
          allBound,
          headsSince,
        }
        return { ...secret, isInPlace: place !== undefined }
      })
      return refuseEarlier(tenant, await Promise.all(secrets))
    },

    async add(tenant, { number, secret, madeAt, ...said }) {
      const marks = { allBound: said.allBound || undefined, headsSince: said.headsSince ?? undefined }
      known = await masterKeys.read()
      const place = { tenant, id: String(number) }
      const wrapped = wrappedBy(secret, await masterInUse(), place, marks)
      const inserted = await kept.insert({ ...place, wrapped, ...(madeAt && { madeAt }) }).catch(nullIfTaken)
      known = await masterKeys.read()
      // The master key was changed at the same moment, and the previous one is gone.
      if (inserted && !openedWith(inserted, known)) {
        await kept.replace({ ...inserted, wrapped: wrappedBy(secret, newestMaster(), place, marks) })
      }
    },

    async underOlderMaster() {
      let older = 0
      for await (const one of everywhere()) if (!openedBy(one, newestMaster())) older++
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

    async mark(tenant, marks) {
      const { items } = await kept.find(tenant, { index: 'number', limit: MOST_OF_A_UNIT })
      const master = await masterInUse()
      for (const { id } of items) {
        for (let one = await kept.get(tenant, id); one; one = await kept.get(tenant, id)) {
          const wrapped = wrappedBy(await opened(one), master, one, { ...headerIn(one.wrapped), ...marks })
          if (await kept.replace({ ...one, wrapped })) break
        }
      }
      await store.purge()
    },

    async *named() {
      for await (const one of everywhere()) {
        const { allBound = false } = headerIn(one.wrapped)
        yield { tenant: one.tenant, number: numberOf(one), allBound }
      }
    },
  }
}

/**
 * A secret of an earlier version beside one that is marked `allBound` was put back by an attacker: what it wraps is
 * bound to no place.
 */
function refuseEarlier(
  tenant: TenantId,
  secrets: readonly (UnitSecret & { readonly isInPlace: boolean })[],
): readonly UnitSecret[] {
  if (secrets.some(({ allBound }) => allBound) && secrets.some(({ isInPlace }) => !isInPlace)) {
    throw new Error(
      `Unit ${tenant} has a secret of an earlier version that was replaced. Somebody put it back into the store.`,
    )
  }
  return secrets.map(({ isInPlace: _, ...secret }) => secret)
}

/** Without this check, a key that opens only some secrets would fail later, on a reporter's page. */
async function refuseUnlessAllOpen(
  secrets: AsyncIterable<KeptSecret>,
  opens: (one: KeptSecret) => boolean,
): Promise<void> {
  const closed = new Set<string>()
  const open = new Set<string>()
  for await (const one of secrets) (opens(one) ? open : closed).add(one.tenant)
  const [example] = closed
  if (example === undefined) return
  throw new Error(
    `The master key does not open the secrets of ${closed.size} of ${new Set([...closed, ...open]).size} units, ${example} among them. ` +
      'Put back the MASTER_KEY or key file of this store; after a change of the key, give the one before as PREVIOUS_MASTER_KEY.',
  )
}

type Lying = Pick<KeptSecret, 'tenant' | 'id' | 'wrapped'>

/** It is `null` if another key wrapped it, or it was made for another place. */
function openedBy(one: Lying, masterKey: Uint8Array): Uint8Array | null {
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

const wrappedBy = (
  secret: Uint8Array,
  masterKey: Uint8Array,
  at: Pick<KeptSecret, 'tenant' | 'id'>,
  { allBound, headsSince }: Marks,
): string =>
  encryptCompact(secret, createSecretKey(masterKey), { kid: 'master', place: placeOf(at), allBound, headsSince })

function nullIfTaken(cause: unknown): null {
  if (cause instanceof UniqueViolation) return null
  throw cause
}
