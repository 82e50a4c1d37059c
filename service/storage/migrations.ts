import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Query,
  StoreUnavailable,
  UniqueViolation,
} from './collection.ts'
import { PLATFORM, type TenantId } from './place.ts'

/** The store holds one such document, under the operator's tenant name, with the version of its documents. */
export interface SchemaVersion extends Kept {
  readonly number: number
  /** `null` means that no migration has begun. */
  readonly underWay: MigrationPlace | null
}

export interface MigrationPlace {
  readonly to: number
  readonly unit: string
  readonly after: string | null
}

/** A store without a version document has this version. */
export const FIRST_SCHEMA = 1

/** The highest migration leads to this version. */
export const SCHEMA = 5

export const schemaSpec: CollectionSpec<SchemaVersion> = { name: 'schemaVersion', keys: {}, indexes: {} }

/**
 * Migrates documents from the version before to the one that this program writes. It can be repeated from any place.
 */
export interface Migration {
  readonly to: number
  readonly what: string
  size(unit: TenantId): Promise<number>
  /**
   * Migrates a few documents, ordered by id.
   * @returns the last id and the count; `after: null` when the tenant is done
   */
  step(unit: TenantId, after: string | null): Promise<{ readonly after: string | null; readonly documents: number }>
}

export interface MigrationParts {
  readonly versions: Collection<SchemaVersion>
  units(): Promise<readonly TenantId[]>
  /** They are ordered by number, without a gap. */
  readonly migrations: readonly Migration[]
}

export type TellMigration = (what: string, documents: number) => { add(more: number): void; end(): unknown }

const ID = 'store'

/** @throws StoreUnavailable for a store that a newer program wrote, because there is no way back */
export async function refuseNewerSchema(versions: Collection<SchemaVersion>, ours = SCHEMA): Promise<void> {
  const known = await versions.get(PLATFORM, ID)
  if (!known || known.number <= ours) return
  throw new StoreUnavailable(
    `The store was written by a newer version of this service (schema ${known.number}, here ${ours}). Install that version or a later one.`,
  )
}

/**
 * Runs every migration that the store has not seen, tenant by tenant. The place is saved after each step, so the work
 * of a killed process is continued; two processes may do the same step twice without harm.
 */
export async function bringUpSchema(ports: MigrationParts, tell: TellMigration): Promise<void> {
  const { versions, migrations } = ports
  const units = [...(await ports.units())].sort()
  const ours = migrations.at(-1)?.to ?? FIRST_SCHEMA
  const found = await versions.get(PLATFORM, ID)
  const number = found?.number ?? (units.length === 0 ? ours : FIRST_SCHEMA)
  if (!found) await versions.insert({ tenant: PLATFORM, id: ID, number, underWay: null }).catch(unlessTaken)
  for (const migration of migrations.filter(({ to }) => to > number)) {
    await migrate(versions, units, migration, tell)
    await note(versions, { number: migration.to, underWay: null })
  }
}

async function migrate(
  versions: Collection<SchemaVersion>,
  units: readonly TenantId[],
  migration: Migration,
  tell: TellMigration,
): Promise<void> {
  const place = (await versions.get(PLATFORM, ID))?.underWay
  const begun = place?.to === migration.to ? place : null
  const left = units.filter((unit) => !begun || unit >= begun.unit)
  const sizes = await Promise.all(left.map((unit) => migration.size(unit)))
  const progress = tell(
    migration.what,
    sizes.reduce((a, b) => a + b, 0),
  )
  for (const unit of left) {
    let after = begun?.unit === unit ? begun.after : null
    for (;;) {
      const step = await migration.step(unit, after)
      progress.add(step.documents)
      if (step.after === null) break
      after = step.after
      await note(versions, { underWay: { to: migration.to, unit, after } })
    }
  }
  progress.end()
}

/** Migrates a tenant that is imported from an earlier version. */
export async function migrateTenant(migrations: readonly Migration[], unit: TenantId, from: number): Promise<void> {
  for (const migration of migrations.filter(({ to }) => to > from)) {
    for (let after = (await migration.step(unit, null)).after; after !== null; ) {
      after = (await migration.step(unit, after)).after
    }
  }
}

async function note(
  versions: Collection<SchemaVersion>,
  changes: { readonly number?: number; readonly underWay: MigrationPlace | null },
): Promise<void> {
  for (;;) {
    const known = await versions.get(PLATFORM, ID)
    // Another process is further.
    if (!known || known.number > (changes.number ?? known.number)) return
    if (await versions.replace({ ...known, ...changes })) return
  }
}

function unlessTaken(cause: unknown): void {
  if (!(cause instanceof UniqueViolation)) throw cause
}

/** Describes as text what a store derives from documents; a change makes the store derive all of it anew. */
export const shapeOf = <D extends Kept>({ keys, indexes, counted }: CollectionSpec<D>): string =>
  JSON.stringify({
    keys: Object.keys(keys).sort(),
    unique: Object.entries(indexes)
      .filter(([, { unique }]) => unique)
      .map(([name, { on }]) => [name, ...on])
      .sort(),
    counted: [...(counted ?? [])].sort(),
  })

/** @throws TypeError for names that a product might read as syntax, and for indexes over undeclared keys */
export function checkSpec<D extends Kept>({ name, keys, indexes, counted }: CollectionSpec<D>): void {
  for (const named of [name, ...Object.keys(keys), ...Object.keys(indexes)]) {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(named))
      throw new TypeError(`"${named}" is no name for a collection, key or index.`)
  }
  for (const key of [
    ...Object.values(indexes).flatMap(({ on, carries = [] }) => [...on, ...carries]),
    ...(counted ?? []),
  ]) {
    if (!Object.hasOwn(keys, key)) throw new TypeError(`${name} declares no key "${key}".`)
  }
}

/** What a store still derives from older documents while they are used. Both sets shrink until they are empty. */
export interface Underived {
  /** Keys that not all documents have yet. */
  readonly keys: ReadonlySet<string>
  /** Indexes that are not made yet, and cannot be done without. */
  readonly indexes: ReadonlySet<string>
  /** Keys by which not all documents are counted yet. */
  readonly counted: ReadonlySet<string>
}

/** So many documents are brought up before a collection is used; more are brought up meanwhile. */
export const BROUGHT_UP_AT_ONCE = 5_000

/** In milliseconds: an upgrade that the server or the disk refused goes on after so long. */
export const TRIED_AGAIN_AFTER = 5_000

/**
 * Refuses the questions whose answer would leave out older documents. All others are answered, and documents are read by
 * their ids and written as ever, with all their keys.
 */
export function whileDerived<D extends Kept>(
  collection: Collection<D>,
  { name, indexes }: CollectionSpec<D>,
  { keys, indexes: missing, counted }: Underived,
): Collection<D> {
  function refuse(): never {
    throw new StoreUnavailable(
      `The store still derives keys of ${name} after an upgrade. This question waits for them.`,
    )
  }

  function check(index: string, also: Query['also'] = {}): void {
    if (keys.size === 0 && missing.size === 0) return
    const { on = [], carries = [] } = indexes[index] ?? {}
    const asked = [...on, ...carries, ...Object.keys(also)]
    if (missing.has(index) || asked.some((key) => keys.has(key))) refuse()
  }

  return {
    ...collection,
    async insertNext(index, where, build, behind) {
      check(index)
      return collection.insertNext(index, where, build, behind)
    },
    async find(tenant, query) {
      check(query.index, query.also)
      return collection.find(tenant, query)
    },
    async findAcrossTenants(query) {
      check(query.index, query.also)
      return collection.findAcrossTenants(query)
    },
    async rows(tenant, query) {
      check(query.index, query.also)
      return collection.rows(tenant, query)
    },
    async count(tenant, query, most) {
      check(query.index, query.also)
      return collection.count(tenant, query, most)
    },
    async countBy(tenant, key, range) {
      if (keys.has(key) || counted.has(key)) refuse()
      return collection.countBy(tenant, key, range)
    },
    async deleteAcrossTenants(index, range, limit) {
      check(index)
      return collection.deleteAcrossTenants(index, range, limit)
    },
  }
}
