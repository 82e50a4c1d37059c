import type { TenantView } from '../../service/contract/tenant-view.ts'

/** Returns the name of a category, or its code where the unit no longer has it. */
export const categoryLabel = (unit: TenantView, code: string): string =>
  unit.categories.find((category) => category.code === code)?.label ?? code
