import type { StaffOffice } from '../../offices/staff/staff-office.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'

/** What every use case stands on. What a feature needs besides is an extension in its main module, or an argument. */
export interface Office extends StaffOffice {
  readonly complaints: ComplaintStore
}
