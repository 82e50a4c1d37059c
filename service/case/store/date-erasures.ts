import type { Store } from '../../storage/collection.ts'
import type { Migration } from '../../storage/migrate.ts'
import { type OpeningVault, openDossier } from './case-seals.ts'
import { complaintSpec } from './complaint-spec.ts'
import type { ComplaintStore } from './complaint-store.ts'
import { skipUnreadable } from './unreadable-case.ts'

const STEP = 200

/**
 * Dates identity erasures from before the outline had the time: it is read from the sealed history, so that the list of
 * erasures is complete.
 */
export async function dateErasures(
  store: Store,
  vault: OpeningVault,
  complaints: Pick<ComplaintStore, 'change' | 'counts'>,
): Promise<Migration> {
  const kept = await store.collection(complaintSpec)
  return {
    to: 2,
    what: 'Dating erased identities',
    size: async (unit) => (await complaints.counts(unit)).reduce((sum, { cases }) => sum + cases, 0),
    async step(unit, after) {
      const some = await kept.walk(unit, after, STEP)
      for (const one of some) {
        const { id, identity, identityErasedAt, destroyed } = one
        if (identity || identityErasedAt || destroyed) continue
        const dossier = await skipUnreadable(openDossier(vault, one))
        const erased = dossier?.history.findLast(({ event }) => event === 'identity_erased')
        if (!erased) continue
        await complaints.change(unit, id, (before) => ({ ...before, identityErasedAt: erased.at }))
      }
      return { after: some.length < STEP ? null : (some.at(-1)?.id ?? null), documents: some.length }
    },
  }
}
