import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { codeFor } from './category-code.ts'

/** A category as one sentence makes it. */
export interface MadeCategory {
  readonly name: string
  readonly description: string
  /** Working days. */
  readonly days: number
}

/** Adds it with a code of its own; days that differ from the usual ones become a rule of the category. */
export function withCategory(
  { categories, rules }: Pick<TenantSettingsView, 'categories' | 'rules'>,
  { name, description, days }: MadeCategory,
): Pick<TenantSettingsView, 'categories' | 'rules'> {
  const code = codeFor(
    name,
    [...categories, ...rules.categories.map(({ category }) => ({ code: category }))].map((one) => one.code),
  )
  const { amount, unit } = rules.clocks.handling_non_oversight
  const isUsual = amount === days && unit === 'working_days'
  const rule = { category: code, amount: days, unit: 'working_days' as const, legalBasis: null }
  return {
    categories: [
      ...categories,
      {
        ...{ code, class: 'non_oversight', active: true },
        label: { id: name, en: '' },
        description: { id: description, en: '' },
      },
    ],
    rules: isUsual ? rules : { ...rules, categories: [...rules.categories, rule] },
  }
}
