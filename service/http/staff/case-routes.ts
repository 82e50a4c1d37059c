import type { z } from '@hono/zod-openapi'
import type { CaseRequest } from '../../case/access/case-actions.ts'
import { coverFor, listAs, readAs } from '../../case/access/cover-for.ts'
import { coverForReaders, coverOlder } from '../../case/covering.ts'
import { type LostReceiptPorts, readLeftOutNumbers } from '../../case/receipt/issued-receipts.ts'
import { unansweredSince } from '../../case/reporter-acts.ts'
import { actBodies, type StaffAct, staffActs } from '../../contract/acts.ts'
import {
  caseRegister,
  caseView as caseSchema,
  joinedCases,
  olderCaseView as olderSchema,
  similarCases,
} from '../../contract/case-view.ts'
import { clockDaysView as clockDaysSchema } from '../../contract/complaint-view.ts'
import { registerQuery } from '../../contract/register-query.ts'
import type { ActPorts } from '../../desk/case-act.ts'
import { type ActBodies, acts, performAct } from '../../desk/case-acts.ts'
import { labelsInUse } from '../../offices/tenants/tenant.ts'
import { joinedTo, similarTo } from '../../register/find-similar.ts'
import { listRegister, openCase, type RegisterPorts } from '../../register/register.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, olderParams, route, tenantParam } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { caseLine } from '../views/case-view.ts'
import { clockDaysView } from '../views/clock-days-view.ts'
import { labelViews } from '../views/label-view.ts'
import { olderCaseView } from '../views/older-view.ts'
import { sealedWrongIn } from '../views/sealed-wrong-view.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'

export type CaseRoutePorts = ActPorts & CaseViewPorts & RegisterPorts & Pick<LostReceiptPorts, 'lostReceipts'>

type Written<Body> = z.ZodType<Body & Omit<CaseRequest, 'number'>>

/** Each body of the contract is what its act asks for. */
const bodies: { readonly [Name in StaffAct]: Written<ActBodies[Name]> } = actBodies

const list = route.get('/', {
  summary: 'The register',
  ...forStaff('cases.read'),
  request: { params: tenantParam, query: registerQuery },
  responses: answers(200, caseRegister, 'A page of the register, with the counts of the whole unit'),
})
const show = route.get('/{number}', {
  summary: 'A case',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, caseSchema, 'The case, its identity masked'),
})
const older = route.get('/{number}/older/{page}', {
  summary: 'What was written and done before what the case shows',
  ...forStaff('cases.read'),
  request: { params: olderParams },
  responses: answers(200, olderSchema, 'A page of it, and the name of the one before it'),
})
const days = route.get('/{number}/clocks', {
  summary: 'How each date of a case was counted, day by day',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, clockDaysSchema, 'The days of each clock'),
})
const similar = route.get('/{number}/similar', {
  summary: 'Cases that may be about the same matter, by the words of the story and by dates',
  ...forStaff(...acts.merge.by),
  request: { params: caseParams },
  responses: answers(200, similarCases, 'The likeliest first'),
})
const joined = route.get('/{number}/joined', {
  summary: 'The cases that are joined to one',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, joinedCases, 'In the order in which they were joined'),
})
const act = (verb: StaffAct) =>
  route.post(`/{number}/${verb}`, {
    summary: `Act on a case: ${verb}`,
    ...forStaff(...acts[verb].by),
    request: { params: caseParams, ...jsonBody(bodies[verb]) },
    responses: answers(200, caseSchema, 'Done; the case as it stands now'),
  })

export function caseRoutes(ports: CaseRoutePorts) {
  const view = showCase(ports)
  const api = newApi()
  api.openapi(list, async (c) => {
    const { items, sealedWrong, ...page } = await listRegister(ports, c.get('staff'), c.req.valid('query'))
    const seen = await viewContextOf(c, ports)
    const read = await listAs(ports, c.get('staff'), items, c.get('language'))
    const lines = { items: read.map((one) => caseLine(one, seen)), sealedWrong: sealedWrong.map(sealedWrongIn(c)) }
    const leftOut = await readLeftOutNumbers(ports, c.get('staff').tenant)
    const labels = labelViews(labelsInUse(c.get('tenant').settings))
    return c.json({ ...page, ...lines, leftOut, labels }, 200)
  })
  api.openapi(show, async (c) =>
    c.json(await view(c, await openCase(ports, c.get('staff'), c.req.valid('param').number)), 200),
  )

  api.openapi(older, async (c) => {
    const { number, page } = c.req.valid('param')
    const complaint = await openCase(ports, c.get('staff'), number)
    const cover = await coverFor(ports, c.get('staff'), complaint, c.get('language'))
    const whole = await ports.complaints.olderPage(complaint, page)
    const found = cover ? coverOlder(complaint, whole, cover) : whole
    // The names of files are masked here as on the case page.
    const read = cover ? coverForReaders(complaint, cover) : complaint
    return c.json(olderCaseView(read, found, c.get('staff'), await viewContextOf(c, ports)), 200)
  })

  api.openapi(days, async (c) => {
    const opened = await openCase(ports, c.get('staff'), c.req.valid('param').number)
    const complaint = await readAs(ports, c.get('staff'), opened, c.get('language'))
    return c.json(clockDaysView(complaint, c.get('tenant'), viewWordings[c.get('language')], ports.now()), 200)
  })

  api.openapi(similar, async (c) => {
    const found = await similarTo(ports, c.get('staff'), c.req.valid('param').number)
    const seen = await viewContextOf(c, ports)
    const read = await listAs(
      ports,
      c.get('staff'),
      found.map(({ complaint }) => complaint),
      c.get('language'),
    )
    const items = found.flatMap(({ shared, nearDate }, at) => {
      const complaint = read[at]
      return complaint ? [{ ...caseLine(complaint, seen), shared, nearDate }] : []
    })
    return c.json({ items }, 200)
  })
  api.openapi(joined, async (c) => {
    const found = await joinedTo(ports, c.get('staff'), c.req.valid('param').number)
    const seen = await viewContextOf(c, ports)
    const read = await listAs(ports, c.get('staff'), found, c.get('language'))
    return c.json({ items: read.map((one) => ({ ...caseLine(one, seen), waitsSince: unansweredSince(one) })) }, 200)
  })

  for (const verb of staffActs) {
    api.openapi(act(verb), async (c) => {
      const request = { ...c.req.valid('json'), number: c.req.valid('param').number }
      return c.json(await view(c, await performAct(ports, c.get('staff'), verb, request)), 200)
    })
  }
  return api
}
