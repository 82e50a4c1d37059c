import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { listAs } from '../../case/access/cover-for.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import {
  laporMissing,
  laporQuery,
  noteLaporId as noteBody,
  prepareEntry as prepareBody,
  preparedEntry,
  reconciled,
  reconcileRequest,
} from '../../contract/lapor.ts'
import { noteLaporId, prepareEntry, reconcile, withoutLaporId } from '../../desk/lapor/lapor.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { categoryView } from '../views/common-views.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'
import type { ViewContext } from '../views/view-context.ts'

const note = route.post('/cases/{number}/lapor-id', {
  summary: 'Write down under which number the national channel keeps a case',
  ...forStaff('cases.verify', 'cases.handle'),
  request: { params: caseParams, ...jsonBody(noteBody) },
  responses: answers(200, caseSchema, 'Noted; the case as it stands now'),
})
const prepare = route.post('/cases/{number}/lapor-entry', {
  summary: 'A case in the words of the national channel’s form, to be pasted there',
  ...forStaff('cases.verify', 'cases.handle'),
  request: { params: caseParams, ...jsonBody(prepareBody) },
  responses: answers(200, preparedEntry, 'Its fields; that they were taken is written down'),
})
const missing = route.get('/lapor', {
  summary: 'Cases without a number in the national channel',
  ...forStaff('cases.read'),
  request: { params: tenantParam, query: laporQuery },
  responses: answers(200, laporMissing, 'The oldest first'),
})
const compare = route.post('/lapor/reconciliation', {
  summary: 'Compare a list from the national channel with the unit’s cases',
  ...forStaff('cases.read'),
  request: { params: tenantParam, ...jsonBody(reconcileRequest) },
  responses: answers(200, reconciled, 'What matches, and what is missing on either side; the list is not kept'),
})

/** SP4N-LAPOR! has no interface for offices, so people copy by hand. */
export function laporRoutes(ports: CaseActionPorts & CaseViewPorts) {
  const view = showCase(ports)
  const api = newApi()
  api.openapi(note, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await noteLaporId(ports, c.get('staff'), request)), 200)
  })
  api.openapi(prepare, async (c) => {
    const { number } = c.req.valid('param')
    const prepared = await prepareEntry(ports, c.get('staff'), { number, ...c.req.valid('json') })
    const { complaint, attachments, withheld, identity } = prepared
    const { subject: title, ...story } = pickStory(complaint.dossier)
    const context = await viewContextOf(c, ports)
    const entry = {
      ...{ title, ...story },
      office: context.tenant.settings.name,
      category: categoryView(context.tenant, complaint.category, context.wording, complaint.receivedAt).label,
      attachments,
      withheld,
      unnamed: identity === null,
      identity,
    }
    return c.json(entry, 200)
  })
  api.openapi(missing, async (c) => {
    const { days, cursor, limit } = c.req.valid('query')
    const { items, nextCursor } = await withoutLaporId(ports, c.get('staff'), { days, limit, after: cursor })
    const context = await viewContextOf(c, ports)
    const read = await listAs(ports, c.get('staff'), items, c.get('language'))
    return c.json({ items: read.map((complaint) => lineOf(complaint, context)), nextCursor }, 200)
  })
  api.openapi(compare, async (c) => {
    const found = await reconcile(ports, c.get('staff'), c.req.valid('json').text)
    const context = await viewContextOf(c, ports)
    const read = (complaints: readonly Complaint[]) => listAs(ports, c.get('staff'), complaints, c.get('language'))
    const matched = await read(found.matched.map(({ complaint }) => complaint))
    const missingThere = await read(found.missingThere)
    const answer = {
      bad: found.bad,
      matched: matched.flatMap((complaint, at) => {
        const line = found.matched[at]?.line
        return line ? [{ ...line, case: lineOf(complaint, context) }] : []
      }),
      missingHere: found.missingHere,
      missingThere: missingThere.map((one) => ({ ...lineOf(one, context), id: one.dossier.lapor?.id ?? '' })),
    }
    return c.json(answer, 200)
  })
  return api
}

const lineOf = ({ id, dossier, receivedAt, status, category }: Complaint, { tenant, wording }: ViewContext) => ({
  number: id,
  subject: dossier.subject,
  receivedAt,
  status,
  categoryLabel: categoryView(tenant, category, wording).label,
})
