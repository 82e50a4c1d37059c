import type { Vault } from '../identity/vault.ts'
import type { Store } from '../storage/collection.ts'
import type { Migration } from '../storage/migrate.ts'
import type { Dossier } from './complaint.ts'
import { type ComplaintStore, complaintSpec } from './complaint-store.ts'

const STEP = 200

/**
 * Cases whose identity was erased before that was dated in the outline: the moment is read from the sealed history, so
 * that the list of erasures is whole.
 */
export async function dateErasures(
  store: Store,
  vault: Pick<Vault, 'open'>,
  complaints: Pick<ComplaintStore, 'change' | 'counts'>,
): Promise<Migration> {
  const kept = await store.collection(complaintSpec)
  return {
    to: 2,
    what: 'Dating erased identities',
    size: async (unit) => (await complaints.counts(unit)).reduce((sum, { cases }) => sum + cases, 0),
    async step(unit, after) {
      const some = await kept.walk(unit, after, STEP)
      for (const { id, identity, identityErasedAt, destroyed, key, dossier } of some) {
        if (identity || identityErasedAt || destroyed) continue
        const { history } = (await vault.open(unit, key, dossier)) as Dossier
        const erased = history.findLast(({ event }) => event === 'identity_erased')
        if (!erased) continue
        await complaints.change(unit, id, (before) => ({ ...before, identityErasedAt: erased.at }))
      }
      return { after: some.length < STEP ? null : (some.at(-1)?.id ?? null), documents: some.length }
    },
  }
}
