import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { guardCandidatesFor, guardCaseAgainst, previewGuard } from '../../case/access/guarding.ts'
import {
  guardCandidates,
  guardedCase,
  guardPreview,
  guardPreviewRequest,
  guardRequest,
} from '../../contract/guard-view.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route } from '../openapi.ts'

const candidates = route.get('/{number}/guard', {
  summary: 'Staff of the unit, and which of them the case concerns',
  ...forStaff('cases.verify'),
  request: { params: caseParams },
  responses: answers(200, guardCandidates, 'All members'),
})
const guard = route.post('/{number}/guard', {
  summary: 'Keep the case from staff whom it concerns, and from those under them',
  ...forStaff('cases.verify'),
  request: { params: caseParams, ...jsonBody(guardRequest) },
  responses: answers(200, guardedCase, 'Kept from them, or given back'),
})
const preview = route.post('/{number}/guard/preview', {
  summary: 'Who would lose the case, and who would handle it instead',
  ...forStaff('cases.verify'),
  request: { params: caseParams, ...jsonBody(guardPreviewRequest) },
  responses: answers(200, guardPreview, 'What would follow; nothing is changed'),
})

const person = ({ id, name, position }: Membership) => ({ id, name, position })

export function guardRoutes(ports: CaseActionPorts & { readonly staff: StaffDirectory }) {
  const api = newApi()
  api.openapi(candidates, async (c) => {
    const items = await guardCandidatesFor(ports, c.get('staff'), c.req.valid('param').number)
    return c.json({ items }, 200)
  })
  api.openapi(guard, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await guardCaseAgainst(ports, c.get('staff'), request), 200)
  })
  api.openapi(preview, async (c) => {
    const { number } = c.req.valid('param')
    const found = await previewGuard(ports, c.get('staff'), number, c.req.valid('json').staff)
    const { keptFrom, steward, isUnread, isVisible } = found
    return c.json(
      { keptFrom: keptFrom.map(person), steward: steward && person(steward), unread: isUnread, visible: isVisible },
      200,
    )
  })
  return api
}
