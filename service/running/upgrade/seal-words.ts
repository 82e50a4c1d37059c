import { newWordsMark, writeChange } from '../../case/search/search-index.ts'
import {
  type CaseContent,
  caseKeyOf,
  fillInLater,
  laterInOutline,
  openCase,
  sealDossier,
} from '../../case/store/case-seals.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { hasProvenPhone } from '../../case/store/confirmed-phone.ts'
import { type KeptComplaint, skipUnreadable } from '../../case/store/kept-complaint.ts'
import { openGuard, sealGuard, textOfMarks } from '../../case/store/tenant-guards.ts'
import { arrivalSpec, type KeptArrival } from '../../filing/arrivals/arrival-store.ts'
import type { Store } from '../../storage/collection.ts'
import type { Migration } from '../../storage/migrations.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Vault, withOwnKey } from '../../storage/vault.ts'

const STEP = 200

/** Earlier versions kept hashes of the words, which anybody with the store could compare. */
type Earlier = KeptComplaint & { readonly terms?: unknown }

/** Removes the hashes of words and the marks of guards from all cases, and builds the sealed index. */
export async function sealWords(
  store: Store,
  vault: Vault,
  { counts, index }: Pick<ComplaintStore, 'counts' | 'index'>,
): Promise<Migration> {
  const kept = await store.collection(complaintSpec)
  const arrivals = await store.collection(arrivalSpec)
  const ofArrivals = withOwnKey('arrivals', vault)

  async function bringUp(unit: TenantId, found: Earlier): Promise<void> {
    for (let current: Earlier | null = found; current; current = await kept.get(unit, found.id)) {
      const { terms, ...rest } = current
      const isOpen = Boolean(rest.guard && 'marks' in rest.guard)
      if (terms === undefined && !isOpen) return
      const content = await openCase(vault, current)
      const brought = {
        ...rest,
        wordsMark: newWordsMark(),
        hasProvenPhone: hasProvenPhone(rest.identity, content.dossier),
      }
      const after = isOpen ? await withSealedGuard(brought, content) : brought
      if (await writeChange(after.tenant, true, (changedAt) => kept.replace({ ...after, changedAt }))) return
    }
  }

  /** The dossier repeats the guard, so both are sealed again. */
  async function withSealedGuard(one: KeptComplaint, content: CaseContent): Promise<KeptComplaint> {
    const key = caseKeyOf(one)
    const opened = await openGuard(vault, one)
    const guarded = { ...one, guard: opened && (await sealGuard(vault, key, one, opened)) }
    return {
      ...guarded,
      dossier: await sealDossier(vault, key, guarded, fillInLater(laterInOutline, guarded), content),
    }
  }

  /** Messages from outside had the same marks, and a mark of their sender that was equal on all days. */
  async function sealArrivals(unit: TenantId): Promise<void> {
    let after: string | null = null
    do {
      const some: readonly KeptArrival[] = await arrivals.walk(unit, after, STEP)
      await Promise.all(
        some.map(async (one) => {
          if (typeof one.marks === 'string') return
          const marks = await ofArrivals.seal(one, 'marks', textOfMarks(one.marks))
          await arrivals.replace({ ...one, marks, senderMark: null })
        }),
      )
      after = some.at(-1)?.id ?? null
    } while (after !== null)
  }

  return {
    to: 3,
    what: 'Sealing the words of complaints',
    size: async (unit) => (await counts(unit)).reduce((sum, { cases }) => sum + cases, 0),
    async step(unit, after) {
      const some = await kept.walk(unit, after, STEP)
      await Promise.all(some.map((one) => skipUnreadable(bringUp(unit, one))))
      if (some.length === STEP) return { after: some.at(-1)?.id ?? null, documents: some.length }
      await sealArrivals(unit)
      await index.tend(unit)
      await store.purge()
      return { after: null, documents: some.length }
    },
  }
}
