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
export function withCategory({ categories, rules }: Categories, { name, description, days }: MadeCategory): Categories {
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

type Categories = Pick<TenantSettingsView, 'categories' | 'rules'>

/** The times of its own follow a category to its new code. */
export function withCode({ categories, rules }: Categories, at: number, code: string): Categories {
  const before = categories[at]?.code
  return {
    categories: categories.map((one, position) => (position === at ? { ...one, code } : one)),
    rules: {
      ...rules,
      categories: rules.categories.map((rule) => (rule.category === before ? { ...rule, category: code } : rule)),
    },
  }
}

/** A category goes with the times of its own. */
export function withoutCategory({ categories, rules }: Categories, at: number): Categories {
  const gone = categories[at]?.code
  return {
    categories: categories.filter((_, position) => position !== at),
    rules: { ...rules, categories: rules.categories.filter(({ category }) => category !== gone) },
  }
}
