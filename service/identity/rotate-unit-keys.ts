import type { RecordAccess } from '../records/record-access.ts'
import { type Clock, MINUTE } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Bound, KeyHolder } from './key-holder.ts'
import type { KeyVersion, UnitKeys } from './unit-keys.ts'

export interface RotationPorts {
  readonly unitKeys: UnitKeys
  /** Whatever keeps a wrapped key. What is missing here is lost with the version that wraps it. */
  readonly keyHolders: readonly KeyHolder[]
  readonly record: RecordAccess
  readonly now: Clock
}

/** How fast a rotation goes on, and who is told. */
export interface Pace {
  /**
   * For how long a version stays after the next was made: far longer than a process may not know of the next, and than
   * any write takes that began before.
   */
  readonly oldStays: number
  readonly signal: AbortSignal
  /** Waits after a batch that took so many milliseconds. */
  rest(took: number): Promise<void>
  onProgress?(documents: number): void
}

/** Enough where other processes write too. */
export const OLD_VERSION_STAYS = 15 * MINUTE

const BATCH = 50

/**
 * Begins to change the secret that wraps a unit's keys: from here on what is new is wrapped by the new one.
 * `continueRotation` does the rest. @param by account id, or `system`
 */
export async function rotateUnitKeys(
  { unitKeys, record }: Pick<RotationPorts, 'unitKeys' | 'record'>,
  tenant: TenantId,
  by: string,
): Promise<KeyVersion> {
  await record(tenant, { by, act: 'keys.rotated', subject: null, detail: null })
  return unitKeys.renew(tenant)
}

/** `settling`: every key is wrapped anew, and the version before waits until no write can need it any more. */
export type RotationState = 'none' | 'stopped' | 'settling' | 'finished'

/**
 * Wraps the keys of a unit anew, batch by batch, and destroys the versions that nothing needs any more. Where it stands
 * follows from the documents, so it can be stopped or killed at any time and be called again, by several processes too.
 * @throws what hindered it in the first document that cannot be done, after all others are done
 */
export async function continueRotation(ports: RotationPorts, tenant: TenantId, pace: Pace): Promise<RotationState> {
  const { unitKeys, record, now } = ports
  const versions = await unitKeys.versions(tenant)
  const newest = versions.at(-1) ?? versions[0]
  if (versions.length === 1) return 'none'
  const olderThan = ({ madeAt }: KeyVersion) => Date.parse(now()) - Date.parse(madeAt ?? '') >= pace.oldStays
  // A version may go once the next one is known everywhere, be there a newer one meanwhile.
  const settled = versions.slice(0, -1).filter((_, at) => olderThan(versions[at + 1] ?? newest))
  let found: number
  let fault: unknown = null
  const isBound = await unitKeys.isBound(tenant)
  do {
    const renewed = await renewAll(ports.keyHolders, tenant, newest.version, pace)
    if (pace.signal.aborted) return 'stopped'
    if (settled.length === 0) {
      if (renewed.fault !== null) throw renewed.fault
      return 'settling'
    }
    const bound = !isBound && renewed.found === 0 ? await bindAll(ports.keyHolders, tenant, pace) : nothing
    found = renewed.found + bound.found
    fault = renewed.fault ?? bound.fault
    if (pace.signal.aborted) return 'stopped'
    // Whole passes until one finds nothing: only then nothing refers to a version before.
  } while (found > 0)
  // What could not be opened may still be mended from a backup, and so no version goes that it may need.
  if (fault !== null) throw fault
  for (const { version } of settled) {
    await record(tenant, { by: 'system', act: 'keys.destroyed', subject: null, detail: String(version) })
    await unitKeys.destroy(tenant, version)
  }
  if (settled.length < versions.length - 1) return 'settling'
  if (!isBound) await unitKeys.bound(tenant)
  return 'finished'
}

/**
 * Goes on with every rotation that was begun. One that cannot go on does not hold up the others. It begins one for each
 * unit of an earlier version, whose keys and seals are bound to no place: a rotation binds them.
 * @param units that are whole here; one that is still being taken in is left alone
 */
export async function continueRotations(
  ports: RotationPorts,
  units: readonly TenantId[],
  pace: Pace,
  onFault: (cause: unknown) => void,
): Promise<void> {
  const rotating = new Set(await ports.unitKeys.inRotation())
  const unbound = (await ports.unitKeys.unbound()).filter((tenant) => units.includes(tenant) && !rotating.has(tenant))
  for (const tenant of unbound) await rotateUnitKeys(ports, tenant, 'system').catch(onFault)
  for (const tenant of await ports.unitKeys.inRotation()) {
    if (pace.signal.aborted) return
    await continueRotation(ports, tenant, pace).catch(onFault)
  }
}

interface Pass {
  /** How many documents were found. */
  readonly found: number
  /** What hindered it first; `null`: nothing. */
  readonly fault: unknown
}

const nothing: Pass = { found: 0, fault: null }

async function renewAll(
  holders: readonly KeyHolder[],
  tenant: TenantId,
  newest: number,
  { signal, rest, onProgress }: Pace,
): Promise<Pass> {
  let all = 0
  let fault: unknown = null
  // A document that cannot be opened holds up no other.
  const hinder = (cause: unknown) => {
    fault ??= cause
    return 0
  }
  for (const holder of holders) {
    for (;;) {
      if (signal.aborted) return { found: all, fault }
      const began = Date.now()
      const found = await holder.renewSome(tenant, newest, BATCH).catch(hinder)
      if (found === 0) break
      all += found
      onProgress?.(found)
      await rest(Date.now() - began)
    }
  }
  return { found: all, fault }
}

/** Looks at every document once, and finds those that had to be bound. */
async function bindAll(
  holders: readonly KeyHolder[],
  tenant: TenantId,
  { signal, rest, onProgress }: Pace,
): Promise<Pass> {
  let all = 0
  let fault: unknown = null
  for (const holder of holders) {
    let after: string | null = null
    do {
      if (signal.aborted) return { found: all, fault }
      const began = Date.now()
      const step: Bound = await holder.bindSome(tenant, after, BATCH)
      after = step.after
      all += step.bound
      fault ??= step.fault ?? null
      onProgress?.(step.bound)
      await rest(Date.now() - began)
    } while (after !== null)
  }
  return { found: all, fault }
}

export interface RotationProgress {
  readonly newest: KeyVersion
  /** `null`: no rotation is under way. */
  readonly underWay: { readonly remaining: number; readonly documents: number } | null
}

/** How far the rotation of a unit has come: documents whose keys must still be wrapped anew, of all that hold keys. */
export async function rotationProgress(
  { unitKeys, keyHolders }: Pick<RotationPorts, 'unitKeys' | 'keyHolders'>,
  tenant: TenantId,
): Promise<RotationProgress> {
  const versions = await unitKeys.versions(tenant)
  const newest = versions.at(-1) ?? versions[0]
  if (versions.length === 1) return { newest, underWay: null }
  const [remaining, documents] = await Promise.all(
    [newest.version, Number.POSITIVE_INFINITY].map(async (before) =>
      (await Promise.all(keyHolders.map((holder) => holder.behind(tenant, before)))).reduce((a, b) => a + b, 0),
    ),
  )
  return { newest, underWay: { remaining: remaining ?? 0, documents: documents ?? 0 } }
}
