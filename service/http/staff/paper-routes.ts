import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type CoverPorts, takeOut } from '../../case/access/cover-for.ts'
import { opaqueId } from '../../contract/fields.ts'
import {
  beginPaper as beginSchema,
  casePapers,
  editPaper as editSchema,
  paperActBodies,
  paperView as paperSchema,
} from '../../contract/papers.ts'
import { composeCasePaper } from '../../desk/papers/case-papers.ts'
import {
  mayBeginPaper,
  type PaperOnCase,
  type PaperPorts,
  type PaperRequest,
  paperActs,
  paperWriters,
} from '../../desk/papers/paper-access.ts'
import {
  approve,
  beginPaper,
  correctPaper,
  editPaper,
  finishMinutes,
  giveBack,
  papersOfCase,
  readPaper,
  setAside,
  submit,
} from '../../desk/papers/papers.ts'
import type { RenderPaper } from '../../offices/office-paper.ts'
import type { Permission, StaffMember } from '../../offices/staff/permissions.ts'
import { type Day, parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { fileAnswer, pdfResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { paperLines, paperView } from '../views/paper-view.ts'

export type PaperRoutePorts = PaperPorts & CoverPorts & { readonly renderPaper: RenderPaper }

const params = tenantParam.extend({ id: opaqueId })

const ofCase = route.get('/cases/{number}/papers', {
  summary: 'Minutes and reports of a case',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, casePapers, 'The oldest first'),
})
const begin = route.post('/cases/{number}/papers', {
  summary: 'Begin minutes or a report',
  ...forStaff(...paperWriters),
  request: { params: caseParams, ...jsonBody(beginSchema) },
  responses: answers(201, paperSchema, 'The empty draft'),
})
const read = route.get('/papers/{id}', {
  summary: 'Minutes or a report, to read',
  ...forStaff('cases.read'),
  request: { params },
  responses: answers(200, paperSchema, 'Its words and its versions; the log has who read it'),
})
const edit = route.put('/papers/{id}', {
  summary: 'Write a draft',
  ...forStaff(...paperActs.edit.by),
  request: { params, ...jsonBody(editSchema) },
  responses: answers(200, paperSchema, 'Saved'),
})
const pdf = route.get('/papers/{id}/paper.pdf', {
  summary: 'Minutes or a report to print',
  ...forStaff('cases.read'),
  request: { params },
  responses: { 200: fileAnswer('application/pdf', 'With the unit’s letterhead and room to sign'), ...refusals },
})
const act = (verb: keyof typeof paperActBodies) =>
  route.post(`/papers/{id}/${verb}`, {
    summary: `Act on minutes or a report: ${verb}`,
    ...forStaff(...(paperActs[verb].by as readonly [Permission, ...Permission[]])),
    request: { params, ...jsonBody(paperActBodies[verb] as z.ZodType) },
    responses: answers(200, paperSchema, 'The paper as it stands now; of `correct` the new draft'),
  })

export function paperRoutes(ports: PaperRoutePorts) {
  const view = (c: Context<AppEnv>, on: PaperOnCase) => paperView(on, c.get('staff'), viewWordings[c.get('language')])
  const api = newApi()
  api.openapi(ofCase, async (c) => {
    const { number } = c.req.valid('param')
    const found = await papersOfCase(ports, c.get('staff'), number)
    return c.json({ items: paperLines(found.papers), mayBegin: mayBeginPaper(c.get('staff'), found.complaint) }, 200)
  })
  api.openapi(begin, async (c) => {
    const { number } = c.req.valid('param')
    return c.json(view(c, await beginPaper(ports, c.get('staff'), { number, ...c.req.valid('json') })), 201)
  })
  api.openapi(read, async (c) => c.json(view(c, await readPaper(ports, c.get('staff'), c.req.valid('param').id)), 200))
  api.openapi(edit, async (c) => {
    const { revision, words } = c.req.valid('json')
    const request = { id: c.req.valid('param').id, revision, words: withDays(words) }
    return c.json(view(c, await editPaper(ports, c.get('staff'), request)), 200)
  })
  api.openapi(pdf, async (c) => {
    const on = await readPaper(ports, c.get('staff'), c.req.valid('param').id)
    const name = `${on.paper.finished?.paperNumber ?? on.complaint.id}.pdf`.replaceAll('/', '-')
    return pdfResponse(
      c,
      name,
      await ports.renderPaper(
        composeCasePaper({ ...on, complaint: await takeOut(ports, on.complaint) }, c.get('tenant')),
      ),
    )
  })

  function mount<Body extends { revision: number }>(
    verb: keyof typeof paperActBodies,
    _schema: z.ZodType<Body>,
    useCase: (ports: PaperRoutePorts, by: StaffMember, request: Body & PaperRequest) => Promise<PaperOnCase>,
  ): void {
    api.openapi(act(verb), async (c) => {
      // The schema has validated it; the route's own type has lost which schema that is.
      const body = c.req.valid('json') as Body
      return c.json(view(c, await useCase(ports, c.get('staff'), { ...body, id: c.req.valid('param').id })), 200)
    })
  }
  mount('finish', paperActBodies.finish, finishMinutes)
  mount('submit', paperActBodies.submit, submit)
  mount('set-aside', paperActBodies['set-aside'], setAside)
  mount('give-back', paperActBodies['give-back'], giveBack)
  mount('approve', paperActBodies.approve, approve)
  mount('correct', paperActBodies.correct, correctPaper)
  return api
}

type Words = z.infer<typeof editSchema>['words']

const dayOrNull = (text: string | null): Day | null => (text === null ? null : parseDay(text))

/** The schema has checked that these are days. */
const withDays = (words: Words) =>
  words.kind === 'minutes'
    ? { ...words, heldOn: dayOrNull(words.heldOn) }
    : { ...words, from: dayOrNull(words.from), to: dayOrNull(words.to) }
