import type { Instant } from '../../shared/instant.ts'
import { type Collection, type Page, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import type { MasterKeys } from '../../storage/vault.ts'
import {
  headerIn,
  type KeptSecret,
  type KnownMasters,
  type Marks,
  numberOf,
  openSecret,
  readMasters,
  secretSpec,
  wrapSecret,
} from './compact-jwe.ts'

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
  of(tenant: TenantId): Promise<readonly UnitSecret[]>
  /** An existing secret with the number stays, because another process was first. */
  add(tenant: TenantId, secret: UnitSecret): Promise<void>
  destroy(tenant: TenantId, number: number): Promise<void>
  underOlderMaster(): Promise<number>
  /** Wraps every secret by the newest master key. The platform's come first, which makes new ones follow. */
  rewrapAll(): Promise<void>
  mark(tenant: TenantId, marks: Marks): Promise<void>
  /** Lists the secrets of all tenants, unopened. */
  named(): AsyncIterable<Pick<UnitSecret, 'number' | 'allBound'> & { readonly tenant: TenantId }>
}

const MOST_OF_A_UNIT = 100
const PAGE = 200

export async function openUnitSecrets(masterKeys: MasterKeys, store: Store): Promise<UnitSecrets> {
  const kept = await store.collection(secretSpec)
  const masters = await readMasters(masterKeys)

  const listOf = async (tenant: TenantId) => (await kept.find(tenant, { index: 'number', limit: MOST_OF_A_UNIT })).items

  /**
   * While processes get a new key one by one, those without it must still open new secrets: the key that wraps the
   * platform's secret stays in use until `rewrapAll`.
   */
  async function masterInUse(): Promise<Uint8Array> {
    const [one] = (await kept.find(PLATFORM, { index: 'number', order: 'descending', limit: 1 })).items
    return (one && masters.findFor(one)) ?? masters.newest()
  }

  await refuseUnlessAllOpen(listEverywhere(kept), masters.opens)

  return {
    ...rewrap(kept, store, masters),

    async of(tenant) {
      const secrets = (await listOf(tenant)).map(async (one) => {
        const { place, allBound = false, headsSince = null } = headerIn(one.wrapped)
        const secret = await masters.open(one)
        const { madeAt = null } = one
        return { number: numberOf(one), secret, madeAt, allBound, headsSince, isInPlace: place !== undefined }
      })
      return refuseEarlier(tenant, await Promise.all(secrets))
    },

    async add(tenant, { number, secret, madeAt, ...given }) {
      const marks = { allBound: given.allBound || undefined, headsSince: given.headsSince ?? undefined }
      await masters.readAgain()
      const place = { tenant, id: String(number) }
      const wrapped = wrapSecret(secret, await masterInUse(), place, marks)
      const inserted = await kept.insert({ ...place, wrapped, ...(madeAt && { madeAt }) }).catch(nullIfTaken)
      await masters.readAgain()
      // The master key was changed at the same moment, and the previous one is gone.
      if (inserted && !masters.opens(inserted)) {
        await kept.replace({ ...inserted, wrapped: wrapSecret(secret, masters.newest(), place, marks) })
      }
    },

    async destroy(tenant, number) {
      await kept.delete(tenant, String(number))
      await store.purge()
    },

    async mark(tenant, marks) {
      const secrets = await listOf(tenant)
      const master = await masterInUse()
      for (const { id } of secrets) {
        for (let one = await kept.get(tenant, id); one; one = await kept.get(tenant, id)) {
          const wrapped = wrapSecret(await masters.open(one), master, one, { ...headerIn(one.wrapped), ...marks })
          if (await kept.replace({ ...one, wrapped })) break
        }
      }
      await store.purge()
    },

    async *named() {
      for await (const one of listEverywhere(kept)) {
        const { allBound = false } = headerIn(one.wrapped)
        yield { tenant: one.tenant, number: numberOf(one), allBound }
      }
    },
  }
}

async function* listEverywhere(kept: Collection<KeptSecret>): AsyncGenerator<KeptSecret> {
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

function rewrap(
  kept: Collection<KeptSecret>,
  store: Store,
  masters: KnownMasters,
): Pick<UnitSecrets, 'underOlderMaster' | 'rewrapAll'> {
  async function rewrapOne(one: KeptSecret): Promise<boolean> {
    if (openSecret(one, masters.newest())) return false
    const wrapped = wrapSecret(await masters.open(one), masters.newest(), one, headerIn(one.wrapped))
    // Where another process wrote meanwhile, it is read again.
    await kept.replace({ ...one, wrapped })
    return true
  }

  return {
    async underOlderMaster() {
      let older = 0
      for await (const one of listEverywhere(kept)) if (!openSecret(one, masters.newest())) older++
      return older
    },

    async rewrapAll() {
      await masters.readAgain()
      const platform = await kept.find(PLATFORM, { index: 'number', limit: MOST_OF_A_UNIT })
      for (const one of platform.items) await rewrapOne(one)
      let found: number
      do {
        found = 0
        for await (const one of listEverywhere(kept)) if (await rewrapOne(one)) found++
      } while (found > 0)
      await store.purge()
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

function nullIfTaken(cause: unknown): null {
  if (cause instanceof UniqueViolation) return null
  throw cause
}

/**
 * Earlier versions kept the secrets among the cases; this moves them into a store of their own, and continues after a
 * crash.
 */
export async function moveUnitSecrets(from: Store, to: Store): Promise<void> {
  const [before, kept] = await Promise.all([from.collection(secretSpec), to.collection(secretSpec)])
  for (;;) {
    const { items } = await before.findAcrossTenants({ index: 'everywhere', limit: PAGE })
    if (items.length === 0) return
    for (const { version: _, ...secret } of items) {
      await kept.insert(secret).catch(unlessTaken)
      await before.delete(secret.tenant, secret.id)
    }
    await from.purge()
  }
}

function unlessTaken(cause: unknown): void {
  if (!(cause instanceof UniqueViolation)) throw cause
}
