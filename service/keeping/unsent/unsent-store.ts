import type { Office } from '../../case/office/office.ts'
import { type Instant, instantOf } from '../../shared/instant.ts'
import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Store,
  UniqueViolation,
} from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, keyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type LaidKey, ownKeyIn, placeIn, type Sealed, type Vault, type WrappedKey } from '../../storage/vault.ts'

/** The fields of a form as they stand in it; a name may come more than once. */
export type UnsentFields = readonly { readonly name: string; readonly value: string }[]

/** Where somebody was writing: in which form, and on which case; `number` is `null` before there is one. */
export interface UnsentPlace {
  readonly number: string | null
  readonly kind: string
}

export interface UnsentAt extends UnsentPlace {
  readonly savedAt: Instant
}

/** Words that somebody typed and has not sent. */
export interface Unsent extends UnsentAt {
  /** Each write of words raises it; two devices notice each other by it. */
  readonly version: number
  readonly fields: UnsentFields
  /** An act that sends them began then, and nobody knows whether it was carried out. */
  readonly sendingAt?: Instant | undefined
}

export interface KeptUnsent extends Kept, UnsentPlace {
  readonly tenant: TenantId
  /** Only this account reads them. */
  readonly by: string
  readonly savedAt: Instant
  readonly expiresAt: Instant
  /** Its own key; `null` on a case, whose key seals the words so that they go with it. */
  readonly key: WrappedKey | null
  readonly content: Sealed<UnsentFields>
  /** The version of the words; that of the store where it is absent. */
  readonly typed?: number
  readonly sendingAt?: Instant
}

const byKeyVersion = foundByKeyVersion<KeptUnsent>(({ key }) => [key])

export const unsentSpec: CollectionSpec<KeptUnsent> = {
  name: 'unsentWords',
  keys: {
    ...byKeyVersion.keys,
    by: ({ by }) => by,
    number: ({ number }) => number,
    kind: ({ kind }) => kind,
    savedAt: ({ savedAt }) => savedAt,
    expiresAt: ({ expiresAt }) => expiresAt,
  },
  indexes: {
    ...byKeyVersion.indexes,
    own: { on: ['by', 'savedAt'], carries: ['number', 'kind'] },
    case: { on: ['number', 'by'] },
    over: { on: ['expiresAt'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

/** One person may keep this many; more are refused, because dropping the oldest would lose words. */
export const MOST_UNSENT = 200

export type Owner = Pick<KeptUnsent, 'tenant' | 'by'>

export interface UnsentStore {
  /** `caseKey` is `null` for words before there is a case. */
  find(owner: Owner, place: UnsentPlace, caseKey: LaidKey | null): Promise<Unsent | null>
  /** What a person keeps on a case. */
  ofCase(owner: Owner, number: string, caseKey: LaidKey): Promise<readonly Unsent[]>
  /** What a person keeps anywhere, the latest first, without a word of it. */
  places(owner: Owner): Promise<readonly UnsentAt[]>
  count(owner: Owner): Promise<number>
  /**
   * Writes over the version that the writer saw, 0 for none.
   * @returns `null` where another one lies there, or none any more
   */
  save(owner: Owner, unsent: Unsent, expiresAt: Instant, caseKey: LaidKey | null): Promise<Unsent | null>
  /** Says that an act which sends the words begins, or that it was refused. Words that are written since say nothing of it. */
  mark(owner: Owner, place: UnsentPlace, sendingAt: Instant | null): Promise<void>
  /** @param before what was kept since then stays */
  drop(owner: Owner, place: UnsentPlace, before?: Instant): Promise<void>
  dropOfCase(tenant: TenantId, number: string): Promise<void>
  dropOfPerson(owner: Owner): Promise<void>
  /** @returns how many were over */
  sweep(now: Instant): Promise<number>
  readonly keyHolder: KeyHolder
}

const AT_ONCE = 500

const versionOf = ({ typed, version }: KeptUnsent): number => typed ?? version

const idOf = ({ by }: Owner, { number, kind }: UnsentPlace): string => `${by} ${number ?? '-'} ${kind}`

async function dropAll(
  kept: Collection<KeptUnsent>,
  tenant: TenantId,
  query: Parameters<typeof kept.rows>[1],
): Promise<void> {
  for (;;) {
    const { items } = await kept.rows(tenant, query)
    for (const { id } of items) await kept.delete(tenant, id)
    if (items.length < query.limit) return
  }
}

async function markSending(
  kept: Collection<KeptUnsent>,
  owner: Owner,
  place: UnsentPlace,
  sendingAt: Instant | null,
): Promise<void> {
  const found = await kept.get(owner.tenant, idOf(owner, place))
  if (!found) return
  const { sendingAt: _, ...rest } = found
  await kept.replace({ ...rest, typed: versionOf(found), ...(sendingAt && { sendingAt }) })
}

export interface UnsentOffice extends Office {
  readonly unsent: UnsentStore
}

export async function openUnsentStore(
  store: Store,
  vault: Pick<Vault, 'newKey' | 'seal' | 'open' | 'rewrap'>,
): Promise<UnsentStore> {
  const kept = await store.collection(unsentSpec)
  const [placeOf, keyOf] = [placeIn('unsentWords'), ownKeyIn('unsentWords')]

  const keyFor = (found: Pick<KeptUnsent, 'tenant' | 'id' | 'key'>, caseKey: LaidKey | null): LaidKey => {
    if (found.key) return keyOf({ ...found, key: found.key })
    if (!caseKey) throw new Error('Words on a case open with the key of the case only.')
    return caseKey
  }

  async function open(found: KeptUnsent, caseKey: LaidKey | null): Promise<Unsent> {
    const { number, kind, savedAt, sendingAt } = found
    const fields = await vault.open(keyFor(found, caseKey), placeOf(found, 'content'), found.content)
    return { number, kind, version: versionOf(found), savedAt, fields, ...(sendingAt && { sendingAt }) }
  }

  return {
    async find(owner, place, caseKey) {
      const found = await kept.get(owner.tenant, idOf(owner, place))
      return found && open(found, caseKey)
    },

    async ofCase({ tenant, by }, number, caseKey) {
      const { items } = await kept.find(tenant, { index: 'case', where: { number, by }, limit: MOST_UNSENT })
      return Promise.all(items.map((found) => open(found, caseKey)))
    },

    async places({ tenant, by }) {
      const query = { index: 'own', where: { by }, order: 'descending', limit: MOST_UNSENT } as const
      const { items } = await kept.rows(tenant, query)
      return items.map(({ values: [, savedAt, number, kind] }) => ({
        number: typeof number === 'string' ? number : null,
        kind: String(kind),
        savedAt: instantOf(new Date(String(savedAt))),
      }))
    },

    count: ({ tenant, by }) => kept.count(tenant, { index: 'own', where: { by } }, MOST_UNSENT),

    async save(owner, unsent, expiresAt, caseKey) {
      const { number, kind, savedAt, version, fields } = unsent
      const { tenant, by } = owner
      const id = idOf(owner, unsent)
      const key = number === null ? await vault.newKey(placeOf({ tenant, id }, 'key')) : null
      const content = await vault.seal(keyFor({ tenant, id, key }, caseKey), placeOf({ tenant, id }, 'content'), fields)
      const draft = { tenant, id, by, number, kind, savedAt, expiresAt, key, content }
      try {
        const typed = version + 1
        const written = { number, kind, savedAt, fields, version: typed }
        if (version === 0) return (await kept.insert({ ...draft, typed })) && written
        const found = await kept.get(tenant, id)
        if (!found || versionOf(found) !== version) return null
        return (await kept.replace({ ...draft, typed, version: found.version })) && written
      } catch (cause) {
        if (cause instanceof UniqueViolation) return null
        throw cause
      }
    },

    mark: (owner, place, sendingAt) => markSending(kept, owner, place, sendingAt),

    async drop(owner, place, before) {
      const id = idOf(owner, place)
      if (before && ((await kept.get(owner.tenant, id))?.savedAt ?? before) >= before) return
      await kept.delete(owner.tenant, id)
    },

    dropOfCase: (tenant, number) => dropAll(kept, tenant, { index: 'case', where: { number }, limit: AT_ONCE }),
    dropOfPerson: ({ tenant, by }) => dropAll(kept, tenant, { index: 'own', where: { by }, limit: AT_ONCE }),
    sweep: (now) => kept.deleteAcrossTenants('over', { to: now }, AT_ONCE),

    keyHolder: keyHolder(kept, vault, async (found, renewal) =>
      found.key ? { ...found, key: await renewal.key(keyOf({ ...found, key: found.key })) } : found,
    ),
  }
}
