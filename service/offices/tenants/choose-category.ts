import { refuseField } from '../../shared/refusal.ts'
import type { Category } from './tenant.ts'

/**
 * Finds a category that the tenant offers.
 * @throws Refusal `category/unknown`
 */
export function chooseCategory(categories: readonly Category[], code: string): Category {
  const category = categories.find((one) => one.active && one.code === code)
  if (!category) throw refuseField('category/unknown', 'category', 'unknown')
  return category
}
