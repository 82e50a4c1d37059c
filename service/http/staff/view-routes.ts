import { listAs } from '../../case/access/cover-for.ts'
import { MOST_VIEWS, saveViews as saveSchema, viewLists, workView } from '../../contract/saved-views.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { listWork } from '../../register/own-work.ts'
import { listViews, saveViews, type ViewLists, type ViewPorts } from '../../register/saved-views.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { caseLine } from '../views/case-view.ts'
import { sealedWrongIn } from '../views/sealed-wrong-view.ts'
import { type CaseViewPorts, viewContextOf } from '../views/show-case.ts'

const list = route.get('/views', {
  summary: 'Saved views of the register, with the number of cases in each',
  ...forStaff('cases.read'),
  request: { params: tenantParam },
  responses: answers(200, viewLists, 'One’s own, and those of the whole unit'),
})
const saveOwn = route.put('/views/own', {
  summary: 'Save one’s own views, the whole list in its order',
  ...forStaff('cases.read'),
  request: { params: tenantParam, ...jsonBody(saveSchema) },
  responses: answers(200, viewLists, 'Saved'),
})
const saveShared = route.put('/views/shared', {
  summary: 'Save the views of the whole unit, the whole list in its order',
  ...forStaff('cases.approve'),
  request: { params: tenantParam, ...jsonBody(saveSchema) },
  responses: answers(200, viewLists, 'Saved'),
})
const work = route.get('/work', {
  summary: 'What one has to do, the most urgent first',
  ...forStaff('cases.read'),
  request: { params: tenantParam },
  responses: answers(200, workView, 'Cases that one handles, and what waits for one'),
})

export function viewRoutes(ports: ViewPorts & CaseViewPorts) {
  const api = newApi()
  const showLists = (lists: ViewLists, staff: StaffMember) => ({
    ...lists,
    mayShare: staff.permissions.has('cases.approve'),
    most: MOST_VIEWS,
  })
  api.openapi(list, async (c) => c.json(showLists(await listViews(ports, c.get('staff')), c.get('staff')), 200))
  api.openapi(saveOwn, async (c) =>
    c.json(showLists(await saveViews(ports, c.get('staff'), 'own', c.req.valid('json')), c.get('staff')), 200),
  )
  api.openapi(saveShared, async (c) =>
    c.json(showLists(await saveViews(ports, c.get('staff'), 'shared', c.req.valid('json')), c.get('staff')), 200),
  )
  api.openapi(work, async (c) => {
    const { items, waiting, sealedWrong, ...counts } = await listWork(ports, c.get('staff'))
    const seen = await viewContextOf(c, ports)
    const read = await listAs(ports, c.get('staff'), items, c.get('language'))
    const lines = { items: read.map((one) => caseLine(one, seen)), sealedWrong: sealedWrong.map(sealedWrongIn(c)) }
    return c.json({ ...counts, ...lines, waiting }, 200)
  })
  return api
}
