import { createRoute, type z } from '@hono/zod-openapi'
import { acts } from '../../case/access/case-actions.ts'
import { unansweredSince } from '../../case/reporter-acts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { actBodies } from '../../contract/acts.ts'
import {
  caseRegister,
  caseView as caseSchema,
  joinedCases,
  olderCaseView as olderSchema,
  type StaffAct,
  similarCases,
} from '../../contract/case-view.ts'
import { clockDaysView as clockDaysSchema } from '../../contract/complaint-view.ts'
import { registerQuery } from '../../contract/register-query.ts'
import { addReferenceToCase } from '../../desk/add-reference.ts'
import { answerComplaint, proposeAnswerToComplaint, returnAnswerToHandler } from '../../desk/answer-complaint.ts'
import { askReporterForCompletion } from '../../desk/ask-for-completion.ts'
import { closeComplaint } from '../../desk/close-complaint.ts'
import { declineComplaint } from '../../desk/decline-complaint.ts'
import type { JoinedNewsPorts } from '../../desk/deliver-joined-news.ts'
import { dispatchComplaint } from '../../desk/dispatch-complaint.ts'
import { explainDelayOfCase } from '../../desk/explain-delay.ts'
import { extendHandlingOfCase } from '../../desk/extend-handling.ts'
import { mergeComplaint, unmergeComplaint } from '../../desk/merge-complaint.ts'
import { pauseClocksOfCase, resumeClocksOfCase } from '../../desk/pause-clocks.ts'
import { forwardCase, recallForwarding } from '../../desk/transfers/forward-case.ts'
import type { TransferPorts } from '../../desk/transfers/transfer-ports.ts'
import { verifyComplaint } from '../../desk/verify-complaint.ts'
import { writeMessage, writeNote } from '../../desk/write-message.ts'
import { decideObjectionToAnswer } from '../../following/object-to-answer.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { joinedTo, similarTo } from '../../register/find-similar.ts'
import { listRegister, openCase } from '../../register/list-register.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, olderParams, tenantParam } from '../openapi.ts'
import { caseLine } from '../views/case-view.ts'
import { clockDaysView } from '../views/clock-days-view.ts'
import { olderCaseView } from '../views/older-view.ts'
import { sealedWrongIn } from '../views/sealed-wrong-view.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'
import { viewWordings } from '../wording/view-wording.ts'

export type CaseRoutePorts = JoinedNewsPorts & TransferPorts & CaseViewPorts

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The register',
  ...forStaff('cases.read'),
  request: { params: tenantParam, query: registerQuery },
  responses: answers(200, caseRegister, 'A page of the register, with the counts of the whole unit'),
})
const show = createRoute({
  method: 'get',
  path: '/{number}',
  summary: 'A case',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, caseSchema, 'The case, its identity masked'),
})
const older = createRoute({
  method: 'get',
  path: '/{number}/older/{page}',
  summary: 'What was written and done before what the case shows',
  ...forStaff('cases.read'),
  request: { params: olderParams },
  responses: answers(200, olderSchema, 'A page of it, and the name of the one before it'),
})
const days = createRoute({
  method: 'get',
  path: '/{number}/clocks',
  summary: 'How each date of a case was counted, day by day',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, clockDaysSchema, 'The days of each clock'),
})
const similar = createRoute({
  method: 'get',
  path: '/{number}/similar',
  summary: 'Cases that may be about the same matter, by the words of the story and by dates',
  ...forStaff(...acts.merge.by),
  request: { params: caseParams },
  responses: answers(200, similarCases, 'The likeliest first'),
})
const joined = createRoute({
  method: 'get',
  path: '/{number}/joined',
  summary: 'The cases that are joined to one',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, joinedCases, 'In the order in which they were joined'),
})
const act = (verb: StaffAct, schema: z.ZodType) =>
  createRoute({
    method: 'post',
    path: `/{number}/${verb}`,
    summary: `Act on a case: ${verb}`,
    ...forStaff(...(acts[verb].by as readonly [Permission, ...Permission[]])),
    request: { params: caseParams, ...jsonBody(schema) },
    responses: answers(200, caseSchema, 'Done; the case as it stands now'),
  })

export function caseRoutes(ports: CaseRoutePorts) {
  const view = showCase(ports)
  const api = newApi()
  api.openapi(list, async (c) => {
    const { items, sealedWrong, ...page } = await listRegister(ports, c.get('staff'), c.req.valid('query'))
    const seen = await viewContextOf(c, ports)
    const lines = { items: items.map((one) => caseLine(one, seen)), sealedWrong: sealedWrong.map(sealedWrongIn(c)) }
    return c.json({ ...page, ...lines }, 200)
  })
  api.openapi(show, async (c) =>
    c.json(await view(c, await openCase(ports, c.get('staff'), c.req.valid('param').number)), 200),
  )

  api.openapi(older, async (c) => {
    const { number, page } = c.req.valid('param')
    const complaint = await openCase(ports, c.get('staff'), number)
    const found = await ports.complaints.olderPage(complaint, page)
    return c.json(olderCaseView(complaint, found, c.get('staff'), await viewContextOf(c, ports)), 200)
  })

  api.openapi(days, async (c) => {
    const complaint = await openCase(ports, c.get('staff'), c.req.valid('param').number)
    return c.json(clockDaysView(complaint, c.get('tenant'), viewWordings[c.get('language')], ports.now()), 200)
  })

  api.openapi(similar, async (c) => {
    const found = await similarTo(ports, c.get('staff'), c.req.valid('param').number)
    const seen = await viewContextOf(c, ports)
    const items = found.map(({ complaint, shared, nearDate }) => ({ ...caseLine(complaint, seen), shared, nearDate }))
    return c.json({ items }, 200)
  })
  api.openapi(joined, async (c) => {
    const found = await joinedTo(ports, c.get('staff'), c.req.valid('param').number)
    const seen = await viewContextOf(c, ports)
    return c.json({ items: found.map((one) => ({ ...caseLine(one, seen), waitsSince: unansweredSince(one) })) }, 200)
  })

  function mount<Body extends { revision: number }>(
    verb: StaffAct,
    schema: z.ZodType<Body>,
    useCase: (ports: CaseRoutePorts, by: StaffMember, request: Body & { number: string }) => Promise<Complaint>,
  ): void {
    api.openapi(act(verb, schema), async (c) => {
      // The schema has validated it; the route's own type has lost which schema that is.
      const body = c.req.valid('json') as Body
      const complaint = await useCase(ports, c.get('staff'), { ...body, number: c.req.valid('param').number })
      return c.json(await view(c, complaint), 200)
    })
  }
  mount('verify', actBodies.verify, verifyComplaint)
  mount('ask-for-completion', actBodies['ask-for-completion'], askReporterForCompletion)
  mount('dispatch', actBodies.dispatch, dispatchComplaint)
  mount('message', actBodies.message, writeMessage)
  mount('note', actBodies.note, writeNote)
  mount('propose-answer', actBodies['propose-answer'], proposeAnswerToComplaint)
  mount('return-answer', actBodies['return-answer'], returnAnswerToHandler)
  mount('answer', actBodies.answer, answerComplaint)
  mount('decline', actBodies.decline, declineComplaint)
  mount('forward', actBodies.forward, forwardCase)
  mount('recall-forward', actBodies['recall-forward'], recallForwarding)
  mount('add-reference', actBodies['add-reference'], addReferenceToCase)
  mount('merge', actBodies.merge, mergeComplaint)
  mount('unmerge', actBodies.unmerge, unmergeComplaint)
  mount('close', actBodies.close, closeComplaint)
  mount('decide-objection', actBodies['decide-objection'], decideObjectionToAnswer)
  mount('pause', actBodies.pause, pauseClocksOfCase)
  mount('resume', actBodies.resume, resumeClocksOfCase)
  mount('extend', actBodies.extend, extendHandlingOfCase)
  mount('explain-delay', actBodies['explain-delay'], explainDelayOfCase)
  return api
}
