import { requireFreshConfirmation } from '../../offices/staff/confirm-session.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { SignedIn } from '../../offices/staff/signed-in.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { SealFault, SealFaults } from '../../storage/seal-faults.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { type MasterRotationPorts, rotateMasterKey } from './rotate-master-key.ts'
import { OLD_VERSION_STAYS, type RotationPorts, rotateTenantKeys, rotationProgress } from './rotate-tenant-keys.ts'

export interface KeyPorts extends RotationPorts, MasterRotationPorts {
  readonly sealFaults: Pick<SealFaults, 'of'>
  readonly tenants: TenantDirectory
}

export interface TenantKeysState {
  readonly tenant: TenantId
  readonly name: string | null
  readonly madeAt: Instant
  readonly sealFaults: readonly SealFault[]
  readonly rotation: { readonly remaining: number; readonly records: number; readonly settlesAt: Instant } | null
}

/** Lists the age of each tenant's secret and the progress of its change; the platform comes last. */
export async function listTenantKeys(ports: KeyPorts): Promise<readonly TenantKeysState[]> {
  const units = [...(await ports.tenants.list()).map(ownerOf), await platformOf(ports)]
  return Promise.all(units.map((unit) => stateOf(ports, unit)))
}

interface Owner extends Pick<TenantKeysState, 'tenant' | 'name'> {
  readonly openedAt: Instant
}

const ownerOf = ({ id, openedAt, settings }: Tenant): Owner => ({
  tenant: id,
  name: settings.name,
  openedAt,
})

async function platformOf({ tenants, now }: KeyPorts): Promise<Owner> {
  const [oldest] = await tenants.list()
  return { tenant: PLATFORM_UNIT, name: null, openedAt: oldest?.openedAt ?? now() }
}

async function stateOf(ports: KeyPorts, { tenant, name, openedAt }: Owner): Promise<TenantKeysState> {
  const { newest, underWay } = await rotationProgress(ports, tenant)
  const madeAt = newest.madeAt ?? openedAt
  const rotation = underWay && {
    remaining: underWay.remaining,
    records: underWay.documents,
    settlesAt: plusMilliseconds(madeAt, OLD_VERSION_STAYS),
  }
  return { tenant, name, madeAt, rotation, sealFaults: ports.sealFaults.of(tenant) }
}

export interface MasterState {
  readonly kept: 'file' | 'given'
  readonly behind: number
  readonly canRotate: boolean
}

export async function masterState({ masterKeys, wrappedSecrets }: MasterRotationPorts): Promise<MasterState> {
  const kept = masterKeys.renewal ? 'file' : 'given'
  const behind = await wrappedSecrets.underOlderMaster()
  return { kept, behind, canRotate: kept === 'file' || behind > 0 }
}

/**
 * The operator starts to change a tenant's secret; the running service does the rest.
 * @throws Refusal `session/confirmation-needed`, `tenant/unknown`, `keys/rotation-under-way`
 */
export async function beginTenantRotation(
  ports: KeyPorts,
  { account, session }: SignedIn,
  slug: string,
): Promise<TenantKeysState> {
  requireFreshConfirmation(session, ports.now())
  const unit = slug === PLATFORM_UNIT ? await platformOf(ports) : ownerOf(await ports.tenants.get(slug))
  if ((await stateOf(ports, unit)).rotation) throw new Refusal('conflict', 'keys/rotation-under-way')
  if (unit.tenant !== PLATFORM_UNIT) {
    await ports.record(PLATFORM_UNIT, { by: account.id, act: 'keys.rotated', subject: slug, detail: null })
  }
  await rotateTenantKeys(ports, unit.tenant, account.id)
  return stateOf(ports, unit)
}

/** @throws Refusal `session/confirmation-needed`, `keys/no-new-master-key` */
export async function changeMasterKey(ports: KeyPorts, { account, session }: SignedIn): Promise<MasterState> {
  requireFreshConfirmation(session, ports.now())
  await rotateMasterKey(ports, account.id)
  return masterState(ports)
}
