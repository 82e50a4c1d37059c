import type { LetterState } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Page,
  type Store,
  UniqueViolation,
} from '../../storage/collection.ts'
import type { Place, SealedField, TenantId } from '../../storage/place.ts'
import type { LaidKey, Sealed, Vault } from '../../storage/vault.ts'
import type { Letter, LetterContent, NewLetter } from './letter.ts'

export const letterPlace = (
  { tenant, id }: { readonly tenant: TenantId; readonly id: string },
  field: SealedField<'letters'>,
): Place => ({ unit: tenant, collection: 'letters', id, field })

/** Case, state and number are readable; the text is sealed. */
export interface KeptLetter extends Kept, Omit<Letter, 'tenant' | 'id' | 'version' | 'content'> {
  /** It opens with the case's key only; `null` once the case was destroyed. */
  readonly content: Sealed<LetterContent> | null
}

export const letterSpec: CollectionSpec<KeptLetter> = {
  name: 'letters',
  keys: {
    number: ({ number }) => number,
    state: ({ state }) => state,
    categoryAndState: ({ category, state }) => `${category} ${state}`,
    changedAt: ({ changedAt }) => changedAt,
    createdAt: ({ createdAt }) => createdAt,
    series: ({ approved }) => approved?.series ?? null,
    sequence: ({ approved }) => approved?.sequence ?? null,
    letterNumber: ({ approved }) => approved?.letterNumber ?? null,
    verifyId: ({ verifyId }) => verifyId,
    tellsCaseAt: ({ tellsCaseAt }) => tellsCaseAt,
  },
  indexes: {
    case: { on: ['number', 'createdAt'] },
    state: { on: ['state', 'changedAt'] },
    series: { on: ['series', 'sequence'], unique: true },
    letterNumber: { on: ['letterNumber'], unique: true },
    verify: { on: ['verifyId'], acrossTenants: true },
    tellsCase: { on: ['tellsCaseAt'], acrossTenants: true },
  },
  counted: ['categoryAndState'],
}

export type LetterCounts = readonly {
  readonly category: string
  readonly state: LetterState
  readonly letters: number
}[]

interface LetterReads {
  find(tenant: TenantId, id: string): Promise<KeptLetter | null>
  nextIn(tenant: TenantId, series: string): Promise<number>
  /** Oldest change first. @throws InvalidCursor */
  inState(
    tenant: TenantId,
    state: LetterState,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<Page<KeptLetter>>
  /** The oldest of a case comes first. */
  ofCases(tenant: TenantId, numbers: readonly string[]): Promise<readonly KeptLetter[]>
  counts(tenant: TenantId): Promise<LetterCounts>
  findToVerify(verifyId: string): Promise<KeptLetter | null>
  /** Letters of all tenants whose notice was not updated since `before`. */
  behind(before: Instant, limit: number): Promise<readonly KeptLetter[]>
}

/**
 * Each tenant sees its own letters. They have no keys: the text opens with the key of its case, and the paper with
 * the key of the reporter's identity, so that both end with what they belong to.
 */
export interface LetterStore extends LetterReads {
  /**
   * An existing letter with this id is kept.
   * @returns `false` for such a one, and if somebody else took the number in its series first
   * @throws Refusal `letter/number-taken` if a letter of another series has the same number
   */
  add(letter: NewLetter, caseKey: LaidKey): Promise<boolean>
  /** @throws Error for what another key sealed */
  open(kept: KeptLetter, caseKey: LaidKey): Promise<Letter>
  /**
   * @returns `null` if somebody else wrote first, or took the number in its series first
   * @throws Refusal `letter/number-taken` if a letter of another series has the same number
   */
  replace(letter: Letter, caseKey: LaidKey): Promise<Letter | null>
  /** The case has the letter's state now. */
  markCaseCaughtUp(letter: Pick<KeptLetter, 'tenant' | 'id' | 'tellsCaseAt'>): Promise<void>
  /** Only numbers, days and states are left of a destroyed case's letters. */
  strip(tenant: TenantId, number: string): Promise<void>
}

const LETTERS_AT_ONCE = 200
/** A query accepts at most 50 values. */
const CASES_AT_ONCE = 50

export async function openLetterStore(store: Store, vault: Pick<Vault, 'open' | 'seal'>): Promise<LetterStore> {
  const kept = await store.collection(letterSpec)
  const reads = letterReads(kept)

  /** Passes where somebody else was first. @throws Refusal `letter/number-taken`, and any other cause */
  const passIfLate = async (cause: unknown, { tenant, approved }: Pick<Letter, 'tenant' | 'approved'>) => {
    if (!(cause instanceof UniqueViolation)) throw cause
    if (cause.index === 'id') return
    if (approved && (await reads.nextIn(tenant, approved.series)) > approved.sequence) return
    throw new Refusal('conflict', 'letter/number-taken')
  }

  return {
    ...reads,

    async add({ content, ...outline }, caseKey) {
      try {
        await kept.insert({ ...outline, content: await vault.seal(caseKey, letterPlace(outline, 'content'), content) })
        return true
      } catch (cause) {
        await passIfLate(cause, outline)
        return false
      }
    },

    async open({ content, ...outline }, caseKey) {
      if (!content) throw new Error('The letters of a destroyed case have no words.')
      return { ...outline, content: await vault.open(caseKey, letterPlace(outline, 'content'), content) }
    },

    async replace({ content, ...outline }, caseKey) {
      const sealed = await vault.seal(caseKey, letterPlace(outline, 'content'), content)
      try {
        const saved = await kept.replace({ ...outline, content: sealed })
        return saved && { ...outline, content, version: saved.version }
      } catch (cause) {
        await passIfLate(cause, outline)
        return null
      }
    },

    async markCaseCaughtUp({ tenant, id, tellsCaseAt }) {
      for (;;) {
        const found = await kept.get(tenant, id)
        // A later change updates the case itself.
        if (!found || found.tellsCaseAt !== tellsCaseAt) return
        if (await kept.replace({ ...found, tellsCaseAt: null })) return
      }
    },

    async strip(tenant, number) {
      for (const { id } of await reads.ofCases(tenant, [number])) {
        for (let found = await kept.get(tenant, id); found; found = await kept.get(tenant, id)) {
          const { approved } = found
          const bare = {
            ...found,
            content: null,
            tellsCaseAt: null,
            approved: approved && { ...approved, paper: null },
          }
          if (await kept.replace(bare)) break
        }
      }
    },
  }
}

const letterReads = (kept: Collection<KeptLetter>): LetterReads => ({
  find: (tenant, id) => kept.get(tenant, id),

  async nextIn(tenant, series) {
    const query = { index: 'series', where: { series }, order: 'descending', limit: 1 } as const
    const { items } = await kept.find(tenant, query)
    return (items[0]?.approved?.sequence ?? 0) + 1
  },

  inState: (tenant, state, { after, limit }) =>
    kept.find(tenant, { index: 'state', where: { state }, limit, ...(after && { after }) }),

  async ofCases(tenant, numbers) {
    const found: KeptLetter[] = []
    for (let at = 0; at < numbers.length; at += CASES_AT_ONCE) {
      const where = { number: numbers.slice(at, at + CASES_AT_ONCE) }
      let after: string | null = null
      do {
        const page: Page<KeptLetter> = await kept.find(tenant, {
          ...{ index: 'case', where, limit: LETTERS_AT_ONCE },
          ...(after && { after }),
        })
        found.push(...page.items)
        after = page.nextCursor
      } while (after)
    }
    return found
  },

  async counts(tenant) {
    const counts = await kept.countBy(tenant, 'categoryAndState')
    return Object.entries(counts).map(([value, count]) => {
      const [category = '', state] = value.split(' ')
      return { category, state: state as LetterState, letters: count }
    })
  },

  async findToVerify(verifyId) {
    const { items } = await kept.findAcrossTenants({ index: 'verify', where: { verifyId }, limit: 1 })
    return items[0] ?? null
  },

  behind: async (before, limit) =>
    (await kept.findAcrossTenants({ index: 'tellsCase', range: { to: before }, limit })).items,
})
