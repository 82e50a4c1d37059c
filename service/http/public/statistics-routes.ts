import { publicStatisticsView as viewSchema } from '../../contract/public-statistics.ts'
import { readPublicStatistics } from '../../register/reports/public-statistics.ts'
import type { Office } from '../office.ts'
import { answers, newApi, route, tenantParam } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { publicStatisticsView } from '../views/public-statistics-view.ts'

const show = route.get('/', {
  summary: 'What a unit shows to everybody in numbers, where it chose to',
  request: { params: tenantParam },
  responses: answers(200, viewSchema, 'Counts of the last twelve whole months, small ones hidden'),
})

export function publicStatisticsRoutes(ports: Office) {
  return newApi().openapi(show, async (c) => {
    const tenant = c.get('tenant')
    const shown = await readPublicStatistics(ports, tenant)
    c.header('Cache-Control', 'public, max-age=3600')
    return c.json(publicStatisticsView(shown, tenant, viewWordings[c.get('language')]), 200)
  })
}
