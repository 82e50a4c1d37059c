import type { DepartureView } from '../../contract/departure.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { Departure } from '../../offices/tenants/tenant-directory.ts'

export const departureView = (
  { id, exportedAt, movedTo, confirmedAt, allowedAt, askedBy, documents }: Departure,
  { account }: Pick<SignedIn, 'account'>,
): DepartureView => ({
  ...{ tenant: id, exportedAt, movedTo, confirmedAt, allowedAt },
  mine: askedBy === account.id,
  cases: documents.complaints?.count ?? 0,
})
