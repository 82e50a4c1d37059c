import type { TenantId } from '../../storage/tenant-id.ts'
import type { Complaint } from './complaint.ts'

/** A case is bound to these before it has a number and for as long as it is kept. */
export type Filed = { readonly tenant: TenantId; readonly filing: Pick<Complaint['filing'], 'keyHash'> }
