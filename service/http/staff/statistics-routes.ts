import { publicStatisticsView as publicStatisticsSchema } from '../../contract/public-statistics.ts'
import { statisticsQuery, statisticsView as statisticsSchema } from '../../contract/statistics-view.ts'
import { type PublicStatisticsPorts, previewPublicStatistics } from '../../register/reports/public-statistics.ts'
import { type StatisticsPorts, unitStatistics } from '../../register/reports/unit-statistics.ts'
import { answers, forStaff, newApi, route, tenantParam } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { publicStatisticsView } from '../views/public-statistics-view.ts'
import { statisticsView } from '../views/statistics-view.ts'

const show = route.get('/', {
  summary: 'Counts of the unit; small ones are hidden from who may not read its cases',
  ...forStaff('reports.read'),
  request: { params: tenantParam, query: statisticsQuery },
  responses: answers(200, statisticsSchema, 'Counts, and no case'),
})

const preview = route.get('/preview', {
  summary: 'Just what everybody sees of the unit in numbers, or would see',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam },
  responses: answers(200, publicStatisticsSchema, 'Counts of the last twelve whole months, small ones hidden'),
})

export function statisticsRoutes(ports: StatisticsPorts & PublicStatisticsPorts) {
  const api = newApi()
  api.openapi(preview, async (c) => {
    const tenant = c.get('tenant')
    const shown = await previewPublicStatistics(ports, c.get('staff'), tenant)
    return c.json(publicStatisticsView(shown, tenant, viewWordings[c.get('language')]), 200)
  })
  return api.openapi(show, async (c) => {
    const tenant = c.get('tenant')
    const figures = await unitStatistics(ports, c.get('staff'), tenant, c.req.valid('query'))
    return c.json(statisticsView(figures, tenant, viewWordings[c.get('language')]), 200)
  })
}
