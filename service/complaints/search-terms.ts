import type { Vault } from '../identity/vault.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { searchWords } from './search-words.ts'

/** The keyed hashes under which a unit's texts are found. */
export type SearchTermsOf = (tenant: TenantId, texts: readonly (string | null)[]) => Promise<string[]>

/** Most words of a complaint were in others before, so that many hashes are kept at hand, over all units. */
const MOST_KEPT = 20_000

export function searchTermsBy(vault: Vault): SearchTermsOf {
  const kept = new Map<string, string>()

  return async (tenant, texts) => {
    const hash = await vault.hasher(tenant, 'search')
    return searchWords(texts).map((word) => {
      const name = `${tenant} ${word}`
      const term = kept.get(name) ?? searchTerm(hash, word)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(name, term)
      return term
    })
  }
}

/** About 70 bits in small letters and digits, as an index of words wants them. */
const searchTerm = (hash: (text: string) => string, word: string): string =>
  hash(word).toLowerCase().replace(/[-_]/g, '0').slice(0, 14)
