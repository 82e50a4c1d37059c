import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { StaffOffice } from '../../offices/staff/staff-office.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Bound, KeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import type { KeyVersion, MasterKeys, SealFault, SealFaults, TenantKeys } from '../../storage/vault.ts'

export interface KeyOffice extends StaffOffice {
  readonly unitKeys: TenantKeys
  readonly keyHolders: readonly KeyHolder[]
  readonly masterKeys: MasterKeys
  readonly wrappedSecrets: WrappedSecrets
  readonly sealFaults: Pick<SealFaults, 'of'>
}

export interface RotationPace {
  /**
   * A version is kept this long after the next was made: far longer than a process may not know the next, and than any
   * earlier write takes.
   */
  readonly oldStays: number
  readonly signal: AbortSignal
  /** Waits after a batch that took so many milliseconds. */
  rest(took: number): Promise<void>
  onProgress?(documents: number): void
}

/** This is long enough where other processes write too. */
export const OLD_VERSION_STAYS = 15 * MINUTE

const BATCH = 50

/**
 * Starts to change the secret that wraps a tenant's keys: new keys are wrapped with the new one from now on.
 * `continueRotation` does the rest.
 * @param by account id, or `system`
 */
export async function rotateTenantKeys(
  { unitKeys, record }: Pick<KeyOffice, 'unitKeys' | 'record'>,
  tenant: TenantId,
  by: string,
): Promise<KeyVersion> {
  await record(tenant, { by, act: 'keys.rotated', subject: null, detail: null })
  return unitKeys.renew(tenant)
}

/** `settling` means that every key is wrapped again, and that the old version waits until no write can need it. */
export type RotationState = 'none' | 'stopped' | 'settling' | 'finished'

/**
 * Wraps a tenant's keys again in batches, and destroys versions that nothing needs any more. The documents show the
 * progress, so it can be stopped or killed at any time and called again, also by several processes.
 * @throws the first error of a document that cannot be done, after all others are done
 */
export async function continueRotation(
  office: KeyOffice,
  tenant: TenantId,
  pace: RotationPace,
): Promise<RotationState> {
  const { unitKeys, record, now } = office
  const versions = await unitKeys.versions(tenant)
  const newest = versions.at(-1) ?? versions[0]
  if (versions.length === 1) return 'none'
  const olderThan = ({ madeAt }: KeyVersion) => Date.parse(now()) - Date.parse(madeAt ?? '') >= pace.oldStays
  // A version may be destroyed once every process knows the next one, even if a newer one exists.
  const settled = versions.slice(0, -1).filter((_, at) => olderThan(versions[at + 1] ?? newest))
  let found: number
  let fault: unknown = null
  const isBound = await unitKeys.isBound(tenant)
  do {
    const renewed = await renewAll(office.keyHolders, tenant, newest.version, pace)
    if (pace.signal.aborted) return 'stopped'
    if (settled.length === 0) {
      if (renewed.fault !== null) throw renewed.fault
      return 'settling'
    }
    const bound = !isBound && renewed.found === 0 ? await bindAll(office.keyHolders, tenant, pace) : nothing
    found = renewed.found + bound.found
    fault = renewed.fault ?? bound.fault
    if (pace.signal.aborted) return 'stopped'
    // Passes repeat until one finds nothing; only then no document refers to an older version.
  } while (found > 0)
  // A backup may still repair what could not be opened, so the versions that it may need are kept.
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
 * Continues every rotation that was begun; one that fails does not block the others. It starts one for each tenant of
 * an earlier version, because a rotation binds keys and seals to their places.
 * @param units that are complete here; a tenant that is being imported is left alone
 */
export async function continueRotations(
  office: KeyOffice,
  units: readonly TenantId[],
  pace: RotationPace,
  onFault: (cause: unknown) => void,
): Promise<void> {
  const rotating = new Set(await office.unitKeys.inRotation())
  const unbound = (await office.unitKeys.unbound()).filter((tenant) => units.includes(tenant) && !rotating.has(tenant))
  for (const tenant of unbound) await rotateTenantKeys(office, tenant, 'system').catch(onFault)
  for (const tenant of await office.unitKeys.inRotation()) {
    if (pace.signal.aborted) return
    await continueRotation(office, tenant, pace).catch(onFault)
  }
}

interface Pass {
  readonly found: number
  /** The first error; `null` if there was none. */
  readonly fault: unknown
}

const nothing: Pass = { found: 0, fault: null }

async function renewAll(
  holders: readonly KeyHolder[],
  tenant: TenantId,
  newest: number,
  { signal, rest, onProgress }: RotationPace,
): Promise<Pass> {
  let all = 0
  let fault: unknown = null
  // A document that cannot be opened does not block others.
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

async function bindAll(
  holders: readonly KeyHolder[],
  tenant: TenantId,
  { signal, rest, onProgress }: RotationPace,
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
  /** `null` means that no rotation is running. */
  readonly underWay: { readonly remaining: number; readonly documents: number } | null
}

export async function rotationProgress(
  { unitKeys, keyHolders }: KeyOffice,
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

export interface WrappedSecrets {
  underOlderMaster(): Promise<number>
  /** Wraps all secrets with the newest key. They are few, and after a crash it can be called again. */
  rewrapAll(): Promise<void>
}

/**
 * Changes the master key. In a key file a new one is made, and the old one is forgotten once nothing needs it. If the
 * keys come from outside, every process must be given both.
 * @param by account id, or `system`
 * @throws Refusal `keys/no-new-master-key` where only one was given from outside
 */
export async function rotateMasterKey({ masterKeys, wrappedSecrets, record }: KeyOffice, by: string): Promise<void> {
  const { length } = await masterKeys.read()
  if (length === 1 && !masterKeys.renewal) throw new Refusal('conflict', 'keys/no-new-master-key')
  await record(PLATFORM_UNIT, { by, act: 'keys.master_rotated', subject: null, detail: null })
  if (length === 1) await masterKeys.renewal?.begin()
  await wrappedSecrets.rewrapAll()
  await masterKeys.renewal?.finish()
}

export async function finishMasterRotation({ masterKeys, wrappedSecrets }: KeyOffice): Promise<void> {
  if (!masterKeys.renewal || (await masterKeys.read()).length === 1) return
  await wrappedSecrets.rewrapAll()
  await masterKeys.renewal.finish()
}

export interface TenantKeysState {
  readonly tenant: TenantId
  readonly name: string | null
  readonly madeAt: Instant
  readonly sealFaults: readonly SealFault[]
  readonly rotation: { readonly remaining: number; readonly records: number; readonly settlesAt: Instant } | null
}

/** Lists the age of each tenant's secret and the progress of its change; the platform comes last. */
export async function listTenantKeys(office: KeyOffice): Promise<readonly TenantKeysState[]> {
  const units = [...(await office.tenants.list()).map(ownerOf), await platformOf(office)]
  return Promise.all(units.map((unit) => stateOf(office, unit)))
}

interface Owner extends Pick<TenantKeysState, 'tenant' | 'name'> {
  readonly openedAt: Instant
}

const ownerOf = ({ id, openedAt, settings }: Tenant): Owner => ({
  tenant: id,
  name: settings.name,
  openedAt,
})

async function platformOf({ tenants, now }: KeyOffice): Promise<Owner> {
  const [oldest] = await tenants.list()
  return { tenant: PLATFORM_UNIT, name: null, openedAt: oldest?.openedAt ?? now() }
}

async function stateOf(office: KeyOffice, { tenant, name, openedAt }: Owner): Promise<TenantKeysState> {
  const { newest, underWay } = await rotationProgress(office, tenant)
  const madeAt = newest.madeAt ?? openedAt
  const rotation = underWay && {
    remaining: underWay.remaining,
    records: underWay.documents,
    settlesAt: plusMilliseconds(madeAt, OLD_VERSION_STAYS),
  }
  return { tenant, name, madeAt, rotation, sealFaults: office.sealFaults.of(tenant) }
}

export interface MasterState {
  readonly kept: 'file' | 'given'
  readonly behind: number
  readonly canRotate: boolean
}

export async function masterState({ masterKeys, wrappedSecrets }: KeyOffice): Promise<MasterState> {
  const kept = masterKeys.renewal ? 'file' : 'given'
  const behind = await wrappedSecrets.underOlderMaster()
  return { kept, behind, canRotate: kept === 'file' || behind > 0 }
}

/** The operator starts to change a tenant's secret; the running service does the rest. */
export async function beginTenantRotation(
  office: KeyOffice,
  { account, session }: SignedIn,
  slug: string,
): Promise<TenantKeysState> {
  requireFreshConfirmation(session, office.now())
  const unit = slug === PLATFORM_UNIT ? await platformOf(office) : ownerOf(await office.tenants.get(slug))
  if ((await stateOf(office, unit)).rotation) throw new Refusal('conflict', 'keys/rotation-under-way')
  if (unit.tenant !== PLATFORM_UNIT) {
    await office.record(PLATFORM_UNIT, { by: account.id, act: 'keys.rotated', subject: slug, detail: null })
  }
  await rotateTenantKeys(office, unit.tenant, account.id)
  return stateOf(office, unit)
}

export async function changeMasterKey(office: KeyOffice, { account, session }: SignedIn): Promise<MasterState> {
  requireFreshConfirmation(session, office.now())
  await rotateMasterKey(office, account.id)
  return masterState(office)
}
