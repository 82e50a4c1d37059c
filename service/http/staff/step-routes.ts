import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { checklistView as checklistSchema, tickStep as tickSchema } from '../../contract/checklist.ts'
import { ticking, tickStep } from '../../desk/marks.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { checklistView } from '../views/checklist-view.ts'

const tick = route.put('/cases/{number}/steps', {
  summary: 'Tick a step of the checklist of a case, or take the tick off',
  description: 'The history has no line of it, and no act on the case grows old by it.',
  ...forStaff(...ticking),
  request: { params: caseParams, ...jsonBody(tickSchema) },
  responses: answers(200, checklistSchema, 'The checklist as it is now'),
})

export function stepRoutes(ports: CaseActionPorts) {
  const api = newApi()
  api.openapi(tick, async (c) => {
    const changed = await tickStep(ports, c.get('staff'), c.req.valid('param').number, c.req.valid('json'))
    return c.json(checklistView(changed, c.get('tenant').settings, viewWordings[c.get('language')]), 200)
  })
  return api
}
