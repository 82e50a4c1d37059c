import { type Collection, StoreUnavailable, UniqueViolation } from './collection.ts'
import { FIRST_SCHEMA, type MigrationPlace, type SchemaVersion, SCHEMA as theirs } from './schema-version.ts'
import type { TenantId } from './tenant-id.ts'
import { PLATFORM } from './tenant-id.ts'

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

export interface MigrationPorts {
  readonly versions: Collection<SchemaVersion>
  units(): Promise<readonly TenantId[]>
  /** They are ordered by number, without a gap. */
  readonly migrations: readonly Migration[]
}

export type TellMigration = (what: string, documents: number) => { add(more: number): void; end(): unknown }

const ID = 'store'

/** @throws StoreUnavailable for a store that a newer program wrote, because there is no way back */
export async function refuseNewerSchema(versions: Collection<SchemaVersion>, ours = theirs): Promise<void> {
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
export async function bringUpSchema(ports: MigrationPorts, tell: TellMigration): Promise<void> {
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
