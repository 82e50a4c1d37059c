import type { Vault } from '../identity/vault.ts'
import { personsIn, wordsIn } from '../questions/answered.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Dossier } from './complaint.ts'
import { searchWords } from './search-words.ts'

/** Turns words into the keyed hashes under which a unit's complaints are found. */
export type SearchTermsOf = (tenant: TenantId) => Promise<(words: readonly string[]) => string[]>

/** Most words of a complaint were in others before, so that many hashes are kept at hand, over all units. */
const MOST_KEPT = 20_000

export function searchTermsBy(vault: Vault): SearchTermsOf {
  const kept = new Map<string, string>()

  return async (tenant) => {
    const hash = await vault.hasher(tenant, 'search')
    return (words) =>
      words.map((word) => {
        const name = `${tenant} ${word}`
        const known = kept.get(name)
        if (known !== undefined) return known
        const term = searchTerm(hash, word)
        if (kept.size >= MOST_KEPT) kept.clear()
        kept.set(name, term)
        return term
      })
  }
}

/** About 70 bits in small letters and digits, as an index of words wants them. */
const searchTerm = (hash: (text: string) => string, word: string): string =>
  hash(word).toLowerCase().replace(/[-_]/g, '0').slice(0, 14)

/** All words of a case by which staff find it: what was told, what was written to and fro, and its outcome. */
export function wordsOfDossier(dossier: Dossier): readonly string[] {
  const { subject, chronology, occurredPlace, reportedPerson, requestedRemedy } = dossier
  const { answer, objection, declined, messages, notes, fromBook } = dossier
  return [
    ...new Set([
      ...searchWords([subject, reportedPerson, occurredPlace, requestedRemedy, chronology]),
      ...searchWords([...wordsIn(dossier.answers), ...personsIn(dossier.answers)]),
      // Bounded by themselves, so that a long story leaves room for what was written since.
      ...searchWords([
        answer?.text ?? fromBook?.answer ?? null,
        objection?.text ?? null,
        declined?.text ?? null,
        ...messages.map(({ text }) => text),
        ...notes.map(({ text }) => text),
      ]),
      ...(dossier.older?.words ?? []),
      ...searchWords([dossier.lapor?.id ?? null, fromBook?.oldNumber ?? null]),
    ]),
  ]
}
