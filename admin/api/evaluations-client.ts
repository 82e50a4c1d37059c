import type { EvaluationList, EvaluationView } from '../../service/contract/evaluation.ts'
import type { OwnWeekView, ReportView } from '../../service/contract/report-view.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { DraftEvaluation, FinishEvaluation } from './wire.ts'

/** The four-monthly reports of a unit. */
export interface EvaluationsClient {
  list(tenant: string, signal?: AbortSignal): Promise<EvaluationList>
  read(tenant: string, id: string, signal?: AbortSignal): Promise<EvaluationView>
  draft(tenant: string, id: string, request: DraftEvaluation): Promise<EvaluationView>
  finish(tenant: string, id: string, signing: FinishEvaluation): Promise<EvaluationView>
  /** Address of the report's file. */
  address(tenant: string, id: string, format: 'pdf' | 'xlsx'): string
  /** What the person handles. */
  readOwnWeek(tenant: string, signal?: AbortSignal): Promise<OwnWeekView>
  /** The figures of whole months: `2026-11` or `2026-09_2026-12`. */
  readMonths(tenant: string, months: string, category: string, signal?: AbortSignal): Promise<ReportView>
  /** Address of the file on whole months: `2026-11` or `2026-09_2026-12`. */
  addressOfMonths(tenant: string, months: string, format: 'pdf' | 'xlsx', category?: string): string
}

const onCategory = (category = ''): string => (category ? `?${new URLSearchParams({ category })}` : '')

export function createEvaluationsClient({ json, address }: Transport): EvaluationsClient {
  const all = (tenant: string) => `${unitPath(tenant)}/evaluations`
  const one = (tenant: string, id: string) => `${all(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant, signal) => json('GET', all(tenant), { signal }),
    // All cases of eight months are looked at.
    read: (tenant, id, signal) => json('GET', one(tenant, id), { signal, timeOut: 120_000 }),
    draft: (tenant, id, body) => json('PUT', one(tenant, id), { body, timeOut: 120_000 }),
    finish: (tenant, id, body) => json('POST', `${one(tenant, id)}/signing`, { body, timeOut: 120_000 }),
    address: (tenant, id, format) => address(`${one(tenant, id)}/report.${format}`),
    readOwnWeek: (tenant, signal) => json('GET', `${unitPath(tenant)}/own-week`, { signal }),
    readMonths: (tenant, months, category, signal) =>
      json('GET', `${unitPath(tenant)}/reports/${encodeURIComponent(months)}${onCategory(category)}`, { signal }),
    addressOfMonths: (tenant, months, format, category) =>
      address(`${unitPath(tenant)}/reports/${encodeURIComponent(months)}/report.${format}${onCategory(category)}`),
  }
}
