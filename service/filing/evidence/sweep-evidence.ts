import type { EvidenceStore } from '../../case/evidence.ts'
import { type HeldEvidence, withoutClaim } from '../../keeping/evidence/held-evidence.ts'
import { BEFORE_ALL, type Clock } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'

export interface SweepEvidencePorts {
  readonly heldEvidence: Collection<HeldEvidence>
  readonly evidenceStore: EvidenceStore
  readonly now: Clock
  /** Tells whether the claiming complaint exists and has this file. */
  readonly belongsToComplaint: (tenant: TenantId, claimedBy: string, evidenceId: string) => Promise<boolean>
}

/**
 * Destroys files that no complaint took in time. A file whose complaint did not come to be waits on as any other.
 * @returns how many holds were ended
 */
export async function sweepEvidence(ports: SweepEvidencePorts): Promise<number> {
  const { heldEvidence, evidenceStore, now, belongsToComplaint } = ports
  const { items } = await heldEvidence.findAcrossTenants({ index: 'expires', range: { to: now() }, limit: 100 })
  let ended = 0
  for (const one of items) {
    const { tenant, id, claimedBy } = one
    // A complaint that began before may have claimed the file meanwhile; from here on none can.
    const going = await heldEvidence.replace({ ...one, expiresAt: BEFORE_ALL })
    if (!going) continue
    const taken = claimedBy !== null && (await belongsToComplaint(tenant, claimedBy, id))
    const free = withoutClaim(going, now())
    if (claimedBy !== null && !taken && free.expiresAt > now()) {
      await heldEvidence.replace(free)
      continue
    }
    if (!taken) await evidenceStore.remove(id)
    await heldEvidence.delete(tenant, id)
    ended++
  }
  return ended
}
