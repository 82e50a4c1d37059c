import type { CaseView } from '../../service/contract/case-view.ts'
import type { LaporMissing, PreparedEntryView, ReconciledView } from '../../service/contract/lapor.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { PrepareEntry } from './wire.ts'

/** The national channel, into which people copy. */
export function createLaporClient({ json }: Transport) {
  return {
    /** @param id `null` takes it out */
    note: (tenant: string, number: string, revision: number, id: string | null): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/lapor-id`, { body: { revision, id } }),
    prepare: (tenant: string, number: string, body: PrepareEntry): Promise<PreparedEntryView> =>
      json('POST', `${casePath(tenant, number)}/lapor-entry`, { body }),
    missing: (tenant: string, days: number, cursor: string | null, signal?: AbortSignal): Promise<LaporMissing> => {
      const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
      return json('GET', `${unitPath(tenant)}/lapor?days=${days}${after}`, { signal })
    },
    compare: (tenant: string, text: string): Promise<ReconciledView> =>
      json('POST', `${unitPath(tenant)}/lapor/reconciliation`, { body: { text } }),
  }
}
