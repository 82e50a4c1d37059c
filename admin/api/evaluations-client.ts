import type { EvaluationList, EvaluationView } from '../../service/contract/evaluation.ts'
import type { OwnWeekView, ReportView } from '../../service/contract/report-view.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { DraftEvaluation, FinishEvaluation } from './wire.ts'

const onCategory = (category = ''): string => (category ? `?${new URLSearchParams({ category })}` : '')

/** The four-monthly reports of a unit. */
export function createEvaluationsClient({ json, address }: Transport) {
  const all = (tenant: string) => `${unitPath(tenant)}/evaluations`
  const one = (tenant: string, id: string) => `${all(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant: string, signal?: AbortSignal): Promise<EvaluationList> => json('GET', all(tenant), { signal }),
    // All cases of eight months are looked at.
    read: (tenant: string, id: string, signal?: AbortSignal): Promise<EvaluationView> =>
      json('GET', one(tenant, id), { signal, timeOut: 120_000 }),
    draft: (tenant: string, id: string, body: DraftEvaluation): Promise<EvaluationView> =>
      json('PUT', one(tenant, id), { body, timeOut: 120_000 }),
    finish: (tenant: string, id: string, body: FinishEvaluation): Promise<EvaluationView> =>
      json('POST', `${one(tenant, id)}/signing`, { body, timeOut: 120_000 }),
    /** Address of the report's file. */
    address: (tenant: string, id: string, format: 'pdf' | 'xlsx'): string =>
      address(`${one(tenant, id)}/report.${format}`),
    /** What the person handles. */
    readOwnWeek: (tenant: string, signal?: AbortSignal): Promise<OwnWeekView> =>
      json('GET', `${unitPath(tenant)}/own-week`, { signal }),
    /** The figures of whole months: `2026-11` or `2026-09_2026-12`. */
    readMonths: (tenant: string, months: string, category: string, signal?: AbortSignal): Promise<ReportView> =>
      json('GET', `${unitPath(tenant)}/reports/${encodeURIComponent(months)}${onCategory(category)}`, { signal }),
    /** Address of the file on whole months: `2026-11` or `2026-09_2026-12`. */
    addressOfMonths: (tenant: string, months: string, format: 'pdf' | 'xlsx', category?: string): string =>
      address(`${unitPath(tenant)}/reports/${encodeURIComponent(months)}/report.${format}${onCategory(category)}`),
  }
}
