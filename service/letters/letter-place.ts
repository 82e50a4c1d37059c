import type { Place, SealedField } from '../identity/place.ts'
import type { TenantId } from '../tenants/tenant-id.ts'

export const letterPlace = (
  { tenant, id }: { readonly tenant: string; readonly id: string },
  field: SealedField<'letters'>,
): Place => ({ unit: tenant as TenantId, collection: 'letters', id, field })
