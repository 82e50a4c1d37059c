import type { Place, SealedField } from '../../storage/place.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

export const letterPlace = (
  { tenant, id }: { readonly tenant: TenantId; readonly id: string },
  field: SealedField<'letters'>,
): Place => ({ unit: tenant, collection: 'letters', id, field })
