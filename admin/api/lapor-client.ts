import type { CaseView } from '../../service/contract/case-view.ts'
import type { LaporMissing, PreparedEntryView, ReconciledView } from '../../service/contract/lapor.ts'
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
  const unit = (tenant: string) => `/tenants/${encodeURIComponent(tenant)}`
  const one = (tenant: string, number: string) => `${unit(tenant)}/cases/${encodeURIComponent(number)}`
  return {
    note: (tenant, number, revision, id) => json('POST', `${one(tenant, number)}/lapor-id`, { body: { revision, id } }),
    prepare: (tenant, number, body) => json('POST', `${one(tenant, number)}/lapor-entry`, { body }),
    missing: (tenant, days, cursor, signal) => {
      const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
      return json('GET', `${unit(tenant)}/lapor?days=${days}${after}`, signal ? { signal } : {})
    },
    compare: (tenant, text) => json('POST', `${unit(tenant)}/lapor/reconciliation`, { body: { text } }),
  }
}
