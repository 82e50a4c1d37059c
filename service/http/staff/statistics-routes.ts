import { publicStatisticsView as publicStatisticsSchema } from '../../contract/public-statistics.ts'
import { statisticsQuery, statisticsView as statisticsSchema } from '../../contract/statistics-view.ts'
import { previewPublicStatistics } from '../../register/reports/public-statistics.ts'
import { unitStatistics } from '../../register/reports/unit-statistics.ts'
import { json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { publicStatisticsView } from '../views/public-statistics-view.ts'
import { statisticsView } from '../views/statistics-view.ts'

export const statisticsOperations = [
  op('GET /statistics/preview', {
    summary: 'Just what everybody sees of the unit in numbers, or would see',
    may: ['tenant.configure'],
    answer: json(publicStatisticsSchema, 'Counts of the last twelve whole months, small ones hidden'),
    does: async ({ office, staff, tenant, language }) => {
      const shown = await previewPublicStatistics(office, staff, tenant)
      return publicStatisticsView(shown, tenant, viewWordings[language])
    },
  }),
  op('GET /statistics', {
    summary: 'Counts of the unit; small ones are hidden from who may not read its cases',
    may: ['reports.read'],
    query: statisticsQuery,
    answer: json(statisticsSchema, 'Counts, and no case'),
    does: async ({ office, staff, tenant, language, query }) => {
      const figures = await unitStatistics(office, staff, tenant, query)
      return statisticsView(figures, tenant, viewWordings[language])
    },
  }),
]
