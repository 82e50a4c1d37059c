import type { z } from '@hono/zod-openapi'
import type { CaseRequest } from '../../case/access/case-actions.ts'
import { coverFor, listAs, readAs } from '../../case/access/cover-for.ts'
import { coverForReaders, coverOlder } from '../../case/covering.ts'
import { readLeftOutNumbers } from '../../case/receipt/issued-receipts.ts'
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
import { type ActBodies, acts, performAct } from '../../desk/case-acts.ts'
import { labelsInUse } from '../../offices/tenants/tenant.ts'
import { joinedTo, similarTo } from '../../register/find-similar.ts'
import { listRegister, openCase } from '../../register/register.ts'
import { olderPage } from '../openapi.ts'
import { json, op, type Wire } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { caseLine } from '../views/case-view.ts'
import { clockDaysView } from '../views/clock-days-view.ts'
import { labelViews } from '../views/label-view.ts'
import { olderCaseView } from '../views/older-view.ts'
import { sealedWrongIn } from '../views/sealed-wrong-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

type Written<Body> = z.ZodType<Body & Omit<CaseRequest, 'number'>>

/** Each body of the contract is what its act asks for. */
const bodies: { readonly [Name in StaffAct]: Written<ActBodies[Name]> } = actBodies

const caseAct = (verb: StaffAct) =>
  op('POST /cases/{number}/', {
    summary: `Act on a case: ${verb}`,
    may: acts[verb].by,
    body: bodies[verb],
    answer: json(caseSchema, 'Done; the case as it stands now'),
    does: async ({ office, staff, params: { number }, body, c }) =>
      showCase(office, c, await performAct(office, staff, verb, { ...body, number })),
  }).at(`POST /cases/{number}/${verb}`)

/** Each act takes a body of its own. */
export type ActOperations = {
  readonly [Verb in StaffAct as `POST /cases/{number}/${Verb}`]: Wire<
    'number',
    undefined,
    (typeof actBodies)[Verb],
    typeof caseSchema
  >
}

export const caseOperations = [
  op('GET /cases', {
    summary: 'The register',
    may: ['cases.read'],
    query: registerQuery,
    answer: json(caseRegister, 'A page of the register, with the counts of the whole unit'),
    does: async ({ office, staff, tenant, language, query, c }) => {
      const { items, sealedWrong, ...page } = await listRegister(office, staff, query)
      const seen = await viewContextOf(c, office)
      const read = await listAs(office, staff, items, language)
      const lines = { items: read.map((one) => caseLine(one, seen)), sealedWrong: sealedWrong.map(sealedWrongIn(c)) }
      const leftOut = await readLeftOutNumbers(office, staff.tenant)
      const labels = labelViews(labelsInUse(tenant.settings))
      return { ...page, ...lines, leftOut, labels }
    },
  }),
  op('GET /cases/{number}', {
    summary: 'A case',
    may: ['cases.read'],
    answer: json(caseSchema, 'The case, its identity masked'),
    does: async ({ office, staff, params, c }) => showCase(office, c, await openCase(office, staff, params.number)),
  }),
  op('GET /cases/{number}/older/{page}', {
    summary: 'What was written and done before what the case shows',
    may: ['cases.read'],
    params: { page: olderPage },
    answer: json(olderSchema, 'A page of it, and the name of the one before it'),
    does: async ({ office, staff, language, params, c }) => {
      const { number, page } = params
      const complaint = await openCase(office, staff, number)
      const cover = await coverFor(office, staff, complaint, language)
      const whole = await office.complaints.olderPage(complaint, page)
      const found = cover ? coverOlder(complaint, whole, cover) : whole
      // The names of files are masked here as on the case page.
      const read = cover ? coverForReaders(complaint, cover) : complaint
      return olderCaseView(read, found, staff, await viewContextOf(c, office))
    },
  }),
  op('GET /cases/{number}/clocks', {
    summary: 'How each date of a case was counted, day by day',
    may: ['cases.read'],
    answer: json(clockDaysSchema, 'The days of each clock'),
    does: async ({ office, staff, tenant, language, params }) => {
      const opened = await openCase(office, staff, params.number)
      const complaint = await readAs(office, staff, opened, language)
      return clockDaysView(complaint, tenant, viewWordings[language], office.now())
    },
  }),
  op('GET /cases/{number}/similar', {
    summary: 'Cases that may be about the same matter, by the words of the story and by dates',
    may: acts.merge.by,
    answer: json(similarCases, 'The likeliest first'),
    does: async ({ office, staff, language, params, c }) => {
      const found = await similarTo(office, staff, params.number)
      const seen = await viewContextOf(c, office)
      const read = await listAs(
        office,
        staff,
        found.map(({ complaint }) => complaint),
        language,
      )
      const items = found.flatMap(({ shared, nearDate }, at) => {
        const complaint = read[at]
        return complaint ? [{ ...caseLine(complaint, seen), shared, nearDate }] : []
      })
      return { items }
    },
  }),
  op('GET /cases/{number}/joined', {
    summary: 'The cases that are joined to one',
    may: ['cases.read'],
    answer: json(joinedCases, 'In the order in which they were joined'),
    does: async ({ office, staff, language, params, c }) => {
      const found = await joinedTo(office, staff, params.number)
      const seen = await viewContextOf(c, office)
      const read = await listAs(office, staff, found, language)
      return { items: read.map((one) => ({ ...caseLine(one, seen), waitsSince: unansweredSince(one) })) }
    },
  }),
  ...staffActs.map(caseAct),
]
