import { countByStatus, sumByStatus } from '../../case/access/case-access.ts'
import { caseCounts, presenceRequest, surroundingsView } from '../../contract/presence.ts'
import { leaveCase, notePresence, type PresencePorts } from '../../desk/presence/presence.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { byName } from '../views/common-views.ts'

const present = route.post('/cases/{number}/presence', {
  summary: 'Say that one has a case open, and hear who else has and whether it changed',
  description: 'A screen says it every few seconds; who says nothing more is gone within fifteen.',
  ...forStaff('cases.read'),
  request: { params: caseParams, ...jsonBody(presenceRequest) },
  responses: answers(200, surroundingsView, 'Who else is there now'),
})
const counts = route.get('/case-counts', {
  summary: 'How many cases there are per status now',
  ...forStaff('cases.read'),
  request: { params: tenantParam },
  responses: answers(200, caseCounts, 'The counts that stand above the register'),
})

/** Open screens poll these. */
export function presenceRoutes(ports: PresencePorts) {
  const api = newApi()
  api.openapi(present, async (c) => {
    const { number } = c.req.valid('param')
    const { writes, leaves } = c.req.valid('json')
    const wording = viewWordings[c.get('language')]
    if (leaves) await leaveCase(ports, c.get('staff'), number)
    const found = leaves
      ? { revision: 0, last: null, others: [] }
      : await notePresence(ports, c.get('staff'), number, writes)
    const { last } = found
    return c.json(
      {
        revision: found.revision,
        last: last && { at: last.at, label: wording.labels.event[last.event], by: byName(wording)(last.by) },
        others: found.others,
      },
      200,
    )
  })
  api.openapi(counts, async (c) => c.json({ counts: sumByStatus(await countByStatus(ports, c.get('staff'))) }, 200))
  return api
}
