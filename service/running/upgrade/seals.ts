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
import { arrivalSpec, type KeptArrival } from '../../filing/arrivals/arrivals.ts'
import { type OpenUpload, openUploadSpec } from '../../filing/evidence/evidence.ts'
import { heldEvidenceSpec } from '../../keeping/evidence/held-evidence.ts'
import type { HeldEvidence } from '../../keeping/evidence/opened-evidence.ts'
import type { Collection, Store } from '../../storage/collection.ts'
import type { Migration } from '../../storage/migrations.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Sealed, type Vault, withOwnKey } from '../../storage/vault.ts'

const STEP = 200

/** Earlier versions kept the SHA-256 readable, so anybody with the store and a file knew where it was given. */
type WithReadableHash<T> = T & { sha256?: string }

/** Moves the readable hashes of cases, held files and open uploads under their seals. */
export async function sealHashes(
  store: Store,
  vault: Vault,
  { counts }: Pick<ComplaintStore, 'counts'>,
): Promise<Migration> {
  const kept = await store.collection(complaintSpec)
  const held = await store.collection(heldEvidenceSpec)
  const uploads = await store.collection(openUploadSpec)
  const ofHeld = withOwnKey('evidence', vault)
  const ofUploads = withOwnKey('openUploads', vault)

  async function bringUp(unit: TenantId, found: KeptComplaint): Promise<void> {
    for (let current: KeptComplaint | null = found; current; current = await kept.get(unit, found.id)) {
      const evidence: readonly WithReadableHash<KeptComplaint['evidence'][number]>[] = current.evidence
      if (evidence.every(({ sha256 }) => sha256 === undefined)) return
      const content = await openCase(vault, current)
      const brought = { ...current, evidence: evidence.map(({ sha256: _, ...item }) => item) }
      const outline = fillInLater(laterInOutline, brought)
      const dossier = await sealDossier(vault, caseKeyOf(brought), brought, outline, content)
      if (await kept.replace({ ...brought, dossier })) return
    }
  }

  return {
    to: 4,
    what: 'Sealing the hashes of files',
    size: async (unit) => (await counts(unit)).reduce((sum, { cases }) => sum + cases, 0),
    async step(unit, after) {
      const some = await kept.walk(unit, after, STEP)
      await Promise.all(some.map((one) => skipUnreadable(bringUp(unit, one))))
      if (some.length === STEP) return { after: some.at(-1)?.id ?? null, documents: some.length }
      await sealWaiting<HeldEvidence>(held, unit, (file, sha256) => ofHeld.seal(file, 'hash', sha256))
      await sealWaiting<OpenUpload>(uploads, unit, (upload, sha256) => ofUploads.seal(upload, 'hash', sha256))
      await store.purge()
      return { after: null, documents: some.length }
    },
  }
}

async function sealWaiting<D extends HeldEvidence | OpenUpload>(
  collection: Collection<D>,
  unit: TenantId,
  seal: (document: D, sha256: string) => Promise<Sealed>,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const some: readonly WithReadableHash<D>[] = await collection.walk(unit, after, STEP)
    for (const one of some) {
      if (one.sha256 === undefined) continue
      const sealed = { ...one, hash: await seal(one, one.sha256) }
      delete sealed.sha256
      await collection.replace(sealed)
    }
    after = some.at(-1)?.id ?? null
    if (after === null) return
  }
}

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
