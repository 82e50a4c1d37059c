import type { TellingOffice } from '../../offices/inbox/telling.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'

/** What every use case stands on. What a feature needs besides is an extension in its main module, or an argument. */
export interface Office extends TellingOffice {
  readonly complaints: ComplaintStore
}
