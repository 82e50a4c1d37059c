import { z } from '@hono/zod-openapi'
import type { CaseRequest } from '../../case/access/case-actions.ts'
import { coverFor, listAs, readAs } from '../../case/access/cover-for.ts'
import { guardCandidatesFor, guardCaseAgainst, previewGuard } from '../../case/access/guarding.ts'
import { takeUp } from '../../case/access/opening.ts'
import { coverForReaders, coverOlder } from '../../case/covering.ts'
import { readLeftOutNumbers } from '../../case/receipt/issued-receipts.ts'
import { unansweredSince } from '../../case/reporter-acts.ts'
import { actBodies, openCase as openSchema, type StaffAct, staffActs } from '../../contract/acts.ts'
import * as caseWire from '../../contract/case-view.ts'
import { checklistView as checklistSchema, tickStep as tickSchema } from '../../contract/checklist.ts'
import { clockDaysView as clockDaysSchema } from '../../contract/complaint-view.ts'
import * as identityWire from '../../contract/identity.ts'
import { registerQuery } from '../../contract/register.ts'
import { rescheduleTimed as moveSchema, type TimedActName, timedActs, timedBodies } from '../../contract/timed.ts'
import { type ActBodies, acts, performAct } from '../../desk/case-acts.ts'
import { ticking, tickStep } from '../../desk/marks.ts'
import * as timing from '../../desk/timed/timed-acts.ts'
import { actOrderOf } from '../../desk/waiting-order.ts'
import type { Membership } from '../../offices/staff/account.ts'
import { labelsInUse } from '../../offices/tenants/tenant.ts'
import { joinedTo, similarTo } from '../../register/find-similar.ts'
import { listRegister, openCase } from '../../register/register.ts'
import { olderPage } from '../openapi.ts'
import { json, op, type Wire } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { checklistView, clockDaysView, labelViews, sealedWrongIn } from '../views/case-parts.ts'
import { caseLine } from '../views/case-view.ts'
import { olderCaseView } from '../views/older-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

type Written<Body> = z.ZodType<Body & Omit<CaseRequest, 'number'>>

/** Each body of the contract is what its act asks for. */
const bodies: { readonly [Name in StaffAct]: Written<ActBodies[Name]> } = actBodies

const caseAct = (verb: StaffAct) =>
  op('POST /cases/{number}/', {
    summary: `Act on a case: ${verb}`,
    may: acts[verb].by,
    body: bodies[verb],
    answer: json(caseWire.caseView, 'Done; the case as it stands now'),
    does: async ({ office, staff, params: { number }, body, c }) =>
      showCase(office, c, await performAct(office, staff, verb, { ...body, number })),
  }).at(`POST /cases/{number}/${verb}`)

/** Each act takes a body of its own. */
export type ActOperations = {
  readonly [Verb in StaffAct as `POST /cases/{number}/${Verb}`]: Wire<
    'number',
    undefined,
    (typeof actBodies)[Verb],
    typeof caseWire.caseView
  >
}

export const caseOperations = [
  op('GET /cases', {
    summary: 'The register',
    may: ['cases.read'],
    query: registerQuery,
    answer: json(caseWire.caseRegister, 'A page of the register, with the counts of the whole unit'),
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
    answer: json(caseWire.caseView, 'The case, its identity masked'),
    does: async ({ office, staff, params, c }) => showCase(office, c, await openCase(office, staff, params.number)),
  }),
  op('POST /cases/{number}/opening', {
    summary: 'Take up a case: declare whether it may concern one, and without a part in it give a reason',
    may: ['cases.read'],
    body: openSchema,
    answer: json(identityWire.guardedCase, 'Whether it is theirs to read'),
    does: ({ office, staff, params: { number }, body }) => takeUp(office, staff, { ...body, number }),
  }),
  op('GET /cases/{number}/older/{page}', {
    summary: 'What was written and done before what the case shows',
    may: ['cases.read'],
    params: { page: olderPage },
    answer: json(caseWire.olderCaseView, 'A page of it, and the name of the one before it'),
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
    answer: json(caseWire.similarCases, 'The likeliest first'),
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
    answer: json(caseWire.joinedCases, 'In the order in which they were joined'),
    does: async ({ office, staff, language, params, c }) => {
      const found = await joinedTo(office, staff, params.number)
      const seen = await viewContextOf(c, office)
      const read = await listAs(office, staff, found, language)
      return { items: read.map((one) => ({ ...caseLine(one, seen), waitsSince: unansweredSince(one) })) }
    },
  }),
  ...staffActs.map(caseAct),
]

/** What every body has; the acts' table knows the rest. */
interface Ordered {
  readonly revision: number
  readonly on?: timing.OfficeTime | undefined
}
const orderBodies: Readonly<Record<TimedActName, z.ZodType<Ordered>>> = timedBodies

const timedAct = (verb: TimedActName) =>
  op('POST /cases/{number}/timed/', {
    summary: `Act on a case so that it can be taken back for ten seconds, or at a chosen time: ${verb}`,
    description:
      'It is refused where the act would be. Nothing of it is done or shown to the reporter before its time; it is not done if the case, its author’s rights or, for a chosen time, the reporter’s words changed so that it no longer fits.',
    may: acts[verb].by,
    body: orderBodies[verb],
    answer: json(caseWire.caseView, 'It waits in the case; or is done, where a date ends within those seconds'),
    does: async ({ office, staff, params: { number }, body: { revision, on, ...filled }, c }) => {
      const asked = { number, revision, on, order: actOrderOf({ act: verb, ...filled }) }
      return showCase(office, c, await timing.orderTimed(office, staff, asked))
    },
  }).at(`POST /cases/{number}/timed/${verb}`)

/** Each takes a body of its own. */
export type TimedOperations = {
  readonly [Verb in TimedActName as `POST /cases/{number}/timed/${Verb}`]: Wire<
    'number',
    undefined,
    (typeof timedBodies)[Verb],
    typeof caseWire.caseView
  >
}

export const timedOperations = [
  ...timedActs.map(timedAct),
  op('POST /cases/{number}/waiting/{timed}/withdrawal', {
    summary: 'Take back what waits for its time; its words wait where they were typed',
    may: ['cases.read'],
    params: { timed: z.string().max(60) },
    answer: json(caseWire.caseView, 'Nothing of it was done'),
    does: async ({ office, staff, params, c }) => {
      const { number, timed: id } = params
      return showCase(office, c, await timing.withdrawTimed(office, staff, { number, id }))
    },
  }),
  op('POST /cases/{number}/waiting/{timed}/haste', {
    summary: 'Send now what waits for its time',
    may: ['cases.read'],
    params: { timed: z.string().max(60) },
    answer: json(caseWire.caseView, 'Done'),
    does: async ({ office, staff, params, c }) => {
      const { number, timed: id } = params
      return showCase(office, c, await timing.hastenTimed(office, staff, { number, id }))
    },
  }),
  op('PUT /cases/{number}/waiting/{timed}', {
    summary: 'Choose another time for what waits',
    may: ['cases.read'],
    params: { timed: z.string().max(60) },
    body: moveSchema,
    answer: json(caseWire.caseView, 'It waits for that time'),
    does: async ({ office, staff, params, body, c }) => {
      const { number, timed: id } = params
      const { on } = body
      return showCase(office, c, await timing.rescheduleTimed(office, staff, { number, id }, on))
    },
  }),
]

export const stepOperations = [
  op('PUT /cases/{number}/steps', {
    summary: 'Tick a step of the checklist of a case, or take the tick off',
    description: 'The history has no line of it, and no act on the case grows old by it.',
    may: ticking,
    body: tickSchema,
    answer: json(checklistSchema, 'The checklist as it is now'),
    does: async ({ office, staff, tenant, language, params, body }) =>
      checklistView(await tickStep(office, staff, params.number, body), tenant.settings, viewWordings[language]),
  }),
]

const person = ({ id, name, position }: Membership) => ({ id, name, position })

export const guardOperations = [
  op('GET /cases/{number}/guard', {
    summary: 'Staff of the unit, and which of them the case concerns',
    may: ['cases.verify'],
    answer: json(identityWire.guardCandidates, 'All members'),
    does: async ({ office, staff, params }) => {
      const items = await guardCandidatesFor(office, staff, params.number)
      return { items }
    },
  }),
  op('POST /cases/{number}/guard', {
    summary: 'Keep the case from staff whom it concerns, and from those under them',
    may: ['cases.verify'],
    body: identityWire.guardRequest,
    answer: json(identityWire.guardedCase, 'Kept from them, or given back'),
    does: async ({ office, staff, params, body }) => {
      const request = { ...params, ...body }
      return guardCaseAgainst(office, staff, request)
    },
  }),
  op('POST /cases/{number}/guard/preview', {
    summary: 'Who would lose the case, and who would handle it instead',
    may: ['cases.verify'],
    body: identityWire.guardPreviewRequest,
    answer: json(identityWire.guardPreview, 'What would follow; nothing is changed'),
    does: async ({ office, staff, params, body }) => {
      const { number } = params
      const found = await previewGuard(office, staff, number, body.staff)
      const { keptFrom, steward, isUnread, isVisible } = found
      return {
        keptFrom: keptFrom.map(person),
        steward: steward && person(steward),
        unread: isUnread,
        visible: isVisible,
      }
    },
  }),
]
