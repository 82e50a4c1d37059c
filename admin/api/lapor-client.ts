import type { CaseView } from '../../service/contract/case-view.ts'
import type { LaporMissing, PreparedEntryView, ReconciledView } from '../../service/contract/lapor.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { PrepareEntry } from './wire.ts'

/** The national channel, into which people copy. */
export interface LaporClient {
  /** @param id `null` takes it out */
  note(tenant: string, number: string, revision: number, id: string | null): Promise<CaseView>
  prepare(tenant: string, number: string, request: PrepareEntry): Promise<PreparedEntryView>
  missing(tenant: string, days: number, cursor: string | null, signal?: AbortSignal): Promise<LaporMissing>
  compare(tenant: string, text: string): Promise<ReconciledView>
}

export function createLaporClient({ json }: Transport): LaporClient {
  return {
    note: (tenant, number, revision, id) =>
      json('POST', `${casePath(tenant, number)}/lapor-id`, { body: { revision, id } }),
    prepare: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/lapor-entry`, { body }),
    missing: (tenant, days, cursor, signal) => {
      const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
      return json('GET', `${unitPath(tenant)}/lapor?days=${days}${after}`, { signal })
    },
    compare: (tenant, text) => json('POST', `${unitPath(tenant)}/lapor/reconciliation`, { body: { text } }),
  }
}
