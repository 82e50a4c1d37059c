import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { PageUnit } from './page.ts'

export const unitOfView = ({ tenant, name, parent, theme }: WholeTenantView): PageUnit => ({
  slug: tenant,
  name,
  parent,
  accent: theme.accent,
})
