import { appointReaders } from '../../case/readers.ts'
import { newWordsMark, writeChange } from '../../case/search/search-index.ts'
import { caseKeyOf, fillInLater, laterInOutline, openCase, sealDossier } from '../../case/store/case-seals.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { type KeptComplaint, skipUnreadable } from '../../case/store/kept-complaint.ts'
import type { Store } from '../../storage/collection.ts'
import type { Migration } from '../../storage/migrations.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'

const STEP = 200

/** Names as readers of each case those who worked on it, by its whole history, and finds it by them in the index. */
export async function nameReaders(
  store: Store,
  vault: Vault,
  { counts, index, find, whole }: Pick<ComplaintStore, 'counts' | 'index' | 'find' | 'whole'>,
): Promise<Migration> {
  const kept = await store.collection(complaintSpec)

  async function bringUp(unit: TenantId, found: KeptComplaint): Promise<void> {
    const complaint = await find(unit, found.id)
    if (!complaint || complaint.destroyed) return
    const { readers } = appointReaders(await whole(complaint)).dossier
    for (let current: KeptComplaint | null = found; current; current = await kept.get(unit, found.id)) {
      const content = await openCase(vault, current)
      // Another process writes readers as it writes the case.
      if (content.dossier.readers.length > 0) return
      const brought = { ...current, wordsMark: newWordsMark() }
      const named = { ...content, dossier: { ...content.dossier, readers } }
      const outline = fillInLater(laterInOutline, brought)
      const dossier = await sealDossier(vault, caseKeyOf(brought), brought, outline, named)
      if (await writeChange(unit, true, (changedAt) => kept.replace({ ...brought, dossier, changedAt }))) return
    }
  }

  return {
    to: 5,
    what: 'Naming the readers of cases',
    size: async (unit) => (await counts(unit)).reduce((sum, { cases }) => sum + cases, 0),
    async step(unit, after) {
      const some = await kept.walk(unit, after, STEP)
      await Promise.all(some.map((one) => skipUnreadable(bringUp(unit, one))))
      if (some.length === STEP) return { after: some.at(-1)?.id ?? null, documents: some.length }
      await index.tend(unit)
      await store.purge()
      return { after: null, documents: some.length }
    },
  }
}
