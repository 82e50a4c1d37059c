import type { PublicStatisticsView } from '../../contract/public-statistics.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { PublicStatistics } from '../../register/reports/public-statistics.ts'
import type { Speech } from '../wording/speech.ts'
import { categoryView } from './common-views.ts'

export function publicStatisticsView(
  { byMonth, byCategory, byOutcome, ...figures }: PublicStatistics,
  tenant: Tenant,
  speech: Speech,
): PublicStatisticsView {
  const month = new Intl.DateTimeFormat(speech.language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    office: tenant.settings.name,
    accent: tenant.settings.theme.accent,
    ...figures,
    byMonth: byMonth.map((line) => ({ ...line, label: month.format(new Date(`${line.month}-01`)) })),
    byCategory: byCategory.map(({ category, cases }) => ({
      label: categoryView(tenant, category, speech).label,
      cases,
    })),
    byOutcome: byOutcome.map(({ outcome, cases }) => ({ label: speech.labels.outcome[outcome], cases })),
  }
}
