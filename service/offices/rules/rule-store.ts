import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { asNow, type Rule, type UnitRules } from './rule.ts'

export const ruleSpec: CollectionSpec<UnitRules> = { name: 'rules', readOften: true, keys: {}, indexes: {} }

const ID = 'rules'

/** Rules contain nothing about any case. */
export interface RuleStore {
  /** Version 0 stands for a unit that has made none. */
  of(tenant: TenantId): Promise<UnitRules>
  /** Those that are switched on, in their order. Another process's change may be unseen for three seconds. */
  on(tenant: TenantId): Promise<readonly Rule[]>
  /** @throws Refusal `rules/changed-meanwhile` */
  save(rules: UnitRules): Promise<UnitRules>
}

/** Milliseconds for which an answer holds, which the store may have known for a second. */
const FRESH_FOR = 2_000

const none: readonly Rule[] = []

/** @param milliseconds a clock that only moves forward */
export async function openRuleStore(store: Store, milliseconds: () => number): Promise<RuleStore> {
  const kept = await store.collection(ruleSpec)
  const remembered = new Map<TenantId, { readonly on: readonly Rule[]; readonly until: number }>()

  const remember = (tenant: TenantId, rules: readonly Rule[]): readonly Rule[] => {
    const on = rules.filter(({ isOn }) => isOn).map(asNow)
    remembered.set(tenant, { on: on.length > 0 ? on : none, until: milliseconds() + FRESH_FOR })
    return on
  }

  const insert = async ({ version: _, ...rules }: UnitRules): Promise<UnitRules | null> => {
    try {
      return await kept.insert(rules)
    } catch (cause) {
      if (cause instanceof UniqueViolation) return null
      throw cause
    }
  }

  return {
    async of(tenant) {
      const found = await kept.get(tenant, ID)
      return found
        ? { ...found, rules: found.rules.map(asNow) }
        : { tenant, id: ID, version: 0, rules: [], changes: [] }
    },

    async on(tenant) {
      const known = remembered.get(tenant)
      if (known && known.until > milliseconds()) return known.on
      return remember(tenant, (await kept.get(tenant, ID))?.rules ?? none)
    },

    async save(rules) {
      const saved = await (rules.version === 0 ? insert(rules) : kept.replace(rules))
      if (!saved) throw new Refusal('conflict', 'rules/changed-meanwhile')
      remember(saved.tenant, saved.rules)
      return saved
    },
  }
}
