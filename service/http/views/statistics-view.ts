import type { StatisticsView } from '../../contract/statistics-view.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { UnitStatistics } from '../../register/reports/unit-statistics.ts'
import type { ViewWording } from '../view-wording.ts'
import { categoryView } from './common-views.ts'

export function statisticsView(figures: UnitStatistics, tenant: Tenant, wording: ViewWording): StatisticsView {
  const { labels } = wording
  return {
    ...figures,
    byStatus: figures.byStatus.map((line) => ({ ...line, label: labels.status[line.status] })),
    byCategory: figures.byCategory.map((line) => ({
      ...line,
      label: categoryView(tenant, line.category, wording).label,
    })),
    byChannel: figures.byChannel.map((line) => ({ ...line, label: labels.channel[line.channel] })),
    byOutcome: figures.byOutcome.map((line) => ({ ...line, label: labels.outcome[line.outcome] })),
  }
}
