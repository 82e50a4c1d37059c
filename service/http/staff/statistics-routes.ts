import { createRoute } from '@hono/zod-openapi'
import { statisticsView } from '../../contract/statistics-view.ts'
import { type StatisticsPorts, unitStatistics } from '../../reports/unit-statistics.ts'
import { answers, forStaff, newApi, tenantParam } from '../openapi.ts'
import { categoryView } from '../views/common-views.ts'
import { speechIn } from '../wording/speech.ts'

const show = createRoute({
  method: 'get',
  path: '/',
  summary: 'Counts of the unit; small ones are hidden from who may not read its cases',
  ...forStaff('reports.read'),
  request: { params: tenantParam },
  responses: answers(200, statisticsView, 'Counts, and no case'),
})

/** Mounted behind `identifyMember`. */
export function statisticsRoutes(ports: StatisticsPorts) {
  return newApi().openapi(show, async (c) => {
    const tenant = c.get('tenant')
    const speech = speechIn[c.get('language')]
    const { byStatus, byCategory, byMonth, ...figures } = await unitStatistics(ports, c.get('staff'), tenant)
    return c.json(
      {
        ...figures,
        byStatus: byStatus.map(({ status, cases }) => ({ status, label: speech.labels.status[status], cases })),
        byCategory: byCategory.map(({ category, cases }) => ({
          category,
          label: categoryView(tenant, category, speech).label,
          cases,
        })),
        byMonth: [...byMonth],
      },
      200,
    )
  })
}
