import type { PublicStatisticsView } from '../../contract/public-statistics.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { PublicStatistics } from '../../register/reports/public-statistics.ts'
import type { ViewWording } from '../view-wording.ts'
import { categoryView } from './common-views.ts'

export function publicStatisticsView(
  { byMonth, byCategory, byOutcome, ...figures }: PublicStatistics,
  tenant: Tenant,
  wording: ViewWording,
): PublicStatisticsView {
  const month = new Intl.DateTimeFormat(wording.language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    office: tenant.settings.name,
    accent: tenant.settings.theme.accent,
    ...figures,
    byMonth: byMonth.map((line) => ({ ...line, label: month.format(new Date(`${line.month}-01`)) })),
    byCategory: byCategory.map(({ category, cases }) => ({
      label: categoryView(tenant, category, wording).label,
      cases,
    })),
    byOutcome: byOutcome.map(({ outcome, cases }) => ({ label: wording.labels.outcome[outcome], cases })),
  }
}
