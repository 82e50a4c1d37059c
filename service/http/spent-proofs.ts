import { type Clock, type Instant, instantOf } from '../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../storage/collection.ts'
import { PLATFORM } from '../storage/place.ts'

/** `id` is the signature of the challenge. */
interface SpentProof extends Kept {
  readonly until: Instant
}

export const spentProofSpec: CollectionSpec<SpentProof> = {
  name: 'spentProofs',
  keys: { until: ({ until }) => until },
  indexes: { over: { on: ['until'], acrossTenants: true } },
}

/** Each proof counts once across all processes. */
export function spentProofs(kept: Collection<SpentProof>, now: Clock) {
  return {
    async spend(signature: string, until: Date): Promise<boolean> {
      try {
        await kept.insert({ tenant: PLATFORM, id: signature, until: instantOf(until) })
        return true
      } catch (cause) {
        if (cause instanceof UniqueViolation) return false
        throw cause
      }
    },
    sweep: () => kept.deleteAcrossTenants('over', { to: now() }, 500),
  }
}
