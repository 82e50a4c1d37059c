import { createRoute } from '@hono/zod-openapi'
import { statisticsQuery, statisticsView } from '../../contract/statistics-view.ts'
import { type StatisticsPorts, unitStatistics } from '../../reports/unit-statistics.ts'
import { answers, forStaff, newApi, tenantParam } from '../openapi.ts'
import { categoryView } from '../views/common-views.ts'
import { speechIn } from '../wording/speech.ts'

const show = createRoute({
  method: 'get',
  path: '/',
  summary: 'Counts of the unit; small ones are hidden from who may not read its cases',
  ...forStaff('reports.read'),
  request: { params: tenantParam, query: statisticsQuery },
  responses: answers(200, statisticsView, 'Counts, and no case'),
})

/** Mounted behind `identifyMember`. */
export function statisticsRoutes(ports: StatisticsPorts) {
  return newApi().openapi(show, async (c) => {
    const tenant = c.get('tenant')
    const speech = speechIn[c.get('language')]
    const { labels } = speech
    const figures = await unitStatistics(ports, c.get('staff'), tenant, c.req.valid('query'))
    return c.json(
      {
        ...figures,
        inflow: [...figures.inflow],
        byAge: [...figures.byAge],
        byStars: [...figures.byStars],
        byStatus: figures.byStatus.map((line) => ({ ...line, label: labels.status[line.status] })),
        byCategory: figures.byCategory.map((line) => ({
          ...line,
          label: categoryView(tenant, line.category, speech).label,
        })),
        byChannel: figures.byChannel.map((line) => ({ ...line, label: labels.channel[line.channel] })),
        byOutcome: figures.byOutcome.map((line) => ({ ...line, label: labels.outcome[line.outcome] })),
      },
      200,
    )
  })
}
