import { momentOf } from '../../case/access/case-actions.ts'
import { receiptFingerprint } from '../../case/receipt/issue-receipt.ts'
import { caseKeyPlace } from '../../case/store/case-seals.ts'
import type { Erasure } from '../../case/store/erasure.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { eraseIdentity } from '../identity/erase-identity.ts'
import { rotateTenantKeys } from '../identity/rotate-tenant-keys.ts'
import { destroyCase } from './destroy-case.ts'
import type { DestructionPorts } from './finish-destruction.ts'

export interface ErasedAgain {
  readonly identities: number
  readonly cases: number
  /** The restored settings or a hold keep these cases, so somebody must decide again. */
  readonly kept: readonly string[]
}

/**
 * Erases in restored cases what was erased after the backup was made, and starts to change the keys of their tenants.
 * After a crash it can be called again.
 */
export async function eraseAgain(ports: DestructionPorts, erasures: readonly Erasure[]): Promise<ErasedAgain> {
  const units = new Set<TenantId>()
  const kept: string[] = []
  let identities = 0
  let cases = 0
  for (const erasure of erasures) {
    const done = await once(ports, erasure)
    if (done === 'kept') kept.push(`${erasure.tenant} ${erasure.number}`)
    if (done !== 'erased') continue
    units.add(erasure.tenant)
    if (erasure.record === null) identities++
    else cases++
  }
  for (const unit of units) await rotateTenantKeys(ports, unit, 'system')
  return { identities, cases, kept }
}

async function once(ports: DestructionPorts, erasure: Erasure): Promise<'erased' | 'kept' | 'nothing'> {
  const { tenant, number, record, at } = erasure
  const unit = await ports.tenants.find(tenant)
  const complaint = unit && (await ports.complaints.find(tenant, number))
  // After a restore a number can be given again; then it names a later case.
  if (!complaint || complaint.destroyed || complaint.receivedAt > at) return 'nothing'
  if (record === null) {
    const isDone = complaint.identity === null || (complaint.identityErasedAt ?? '') >= at
    if (isDone) return 'nothing'
    const moment = await momentOf(ports, tenant)
    await ports.record(tenant, { by: 'system', act: 'identity.erased', subject: number, detail: 'restore' })
    await ports.complaints.change(tenant, number, (before) => ({
      // The backup may contain a hold that was lifted before the erasure.
      ...eraseIdentity({ ...before, heldSince: null }, { kind: 'system' }, moment),
      heldSince: before.heldSince,
    }))
    return 'erased'
  }
  const fingerprint = await receiptFingerprint(ports, complaint, unit)
  const key = await ports.vault.newKey(caseKeyPlace(complaint))
  const files = complaint.evidence.map(({ id }) => id)
  try {
    await ports.complaints.change(tenant, number, (before) =>
      destroyCase(before, { record, fingerprint, key }, unit.settings, { at: ports.now(), newId: ports.newId }),
    )
  } catch (cause) {
    if (cause instanceof Refusal) return 'kept'
    throw cause
  }
  await ports.record(tenant, { by: 'system', act: 'case.destroyed', subject: number, detail: record })
  await ports.complaints.dropOlderPages(tenant, number)
  await ports.letters.strip(tenant, number)
  await ports.unsent.dropOfCase(tenant, number)
  await ports.reminders.dropOfCase(tenant, number)
  for (const file of files) await ports.evidenceStore.remove(file)
  return 'erased'
}
