import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { takeOut } from '../../case/access/cover-for.ts'
import { unitNowOf } from '../../case/access/deciders.ts'
import { refuseDestroyed } from '../../case/retention.ts'
import { slipOf } from '../../case/tasks.ts'
import { carriedOut } from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { opaqueId } from '../../contract/fields.ts'
import * as papersWire from '../../contract/papers.ts'
import { reportCarriedOut } from '../../desk/dispatch.ts'
import { composeCasePaper, composeSlip } from '../../desk/papers/case-papers.ts'
import * as paperAccess from '../../desk/papers/paper-access.ts'
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
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { openCase } from '../../register/register.ts'
import { type Day, parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, file, json, op, passTo } from '../operation.ts'
import { pdfResponse, pdfStream } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { casePrint } from '../views/case-print.ts'
import { caseView } from '../views/case-view.ts'
import { paperLines, paperView } from '../views/paper-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

export const dispositionOperations = [
  op('GET /cases/{number}/dispositions/{id}/slip.pdf', {
    summary: 'A disposition slip to print, the reporter masked',
    may: ['cases.read'],
    answer: file('application/pdf', 'The slip'),
    does: async ({ office, staff, tenant, params, c }) => {
      const { number, id } = params
      const complaint = await openCase(office, staff, number, 'paper.read', 'disposition')
      const leaving = await takeOut(office, complaint)
      const paper = composeSlip(leaving, slipOf(leaving, id), tenant)
      return pdfResponse(c, `disposisi-${number}.pdf`, await office.renderPaper(paper))
    },
  }),
  op('GET /cases/{number}/print.pdf', {
    summary: 'A case on paper, as the viewer sees it',
    description:
      'Where the reporter is not named, or the case is kept from somebody, who printed it and when stands across every page.',
    may: ['cases.read'],
    answer: file('application/pdf', 'The case'),
    does: async ({ office, staff, tenant, language, params, c }) => {
      const complaint = await openCase(office, staff, params.number, 'paper.read', 'print')
      refuseDestroyed(complaint)
      const context = await viewContextOf(c, office)
      const deciders = await unitNowOf(office, complaint.tenant, tenant.settings)
      const whole = await takeOut(office, await office.complaints.whole(complaint), language)
      const paper = casePrint(caseView(whole, staff, context, deciders), staff, context)
      return pdfStream(c, `${complaint.id}.pdf`, office.streamPaper(paper))
    },
  }),
  op('POST /cases/{number}/dispositions/{id}/carried-out', {
    summary: 'One to whom a slip went tells what they did',
    may: ['cases.read'],
    body: carriedOut,
    answer: json(caseSchema, 'Noted; the case as it stands now'),
    does: passTo(reportCarriedOut, showCase),
  }),
]

const view = (c: Context<AppEnv>, on: paperAccess.PaperOnCase) =>
  paperView(on, c.get('staff'), viewWordings[c.get('language')])

function paperAct<const Verb extends keyof typeof papersWire.paperActBodies, Body extends { revision: number }>(
  verb: Verb,
  body: z.ZodType<Body>,
  act: (
    office: ApiOffice,
    by: StaffMember,
    request: Body & paperAccess.PaperRequest,
  ) => Promise<paperAccess.PaperOnCase>,
) {
  const row = op('POST /papers/{id}/', {
    summary: `Act on minutes or a report: ${verb}`,
    may: paperAccess.paperActs[verb].by,
    params: { id: opaqueId },
    body,
    answer: json(papersWire.paperView, 'The paper as it stands now; of `correct` the new draft'),
    does: async ({ office, staff, params, body, c }) => view(c, await act(office, staff, { ...body, id: params.id })),
  })
  return row.at(`POST /papers/{id}/${verb}`)
}

export const paperOperations = [
  op('GET /cases/{number}/papers', {
    summary: 'Minutes and reports of a case',
    may: ['cases.read'],
    answer: json(papersWire.casePapers, 'The oldest first'),
    does: async ({ office, staff, params }) => {
      const found = await papersOfCase(office, staff, params.number)
      return { items: paperLines(found.papers), mayBegin: paperAccess.mayBeginPaper(staff, found.complaint) }
    },
  }),
  op('POST /cases/{number}/papers', {
    summary: 'Begin minutes or a report',
    may: paperAccess.paperWriters,
    body: papersWire.beginPaper,
    answer: created(papersWire.paperView, 'The empty draft'),
    does: async ({ office, staff, params, body, c }) =>
      view(c, await beginPaper(office, staff, { number: params.number, ...body })),
  }),
  op('GET /papers/{id}', {
    summary: 'Minutes or a report, to read',
    may: ['cases.read'],
    params: { id: opaqueId },
    answer: json(papersWire.paperView, 'Its words and its versions; the log has who read it'),
    does: async ({ office, staff, params, c }) => view(c, await readPaper(office, staff, params.id)),
  }),
  op('PUT /papers/{id}', {
    summary: 'Write a draft',
    may: paperAccess.paperActs.edit.by,
    params: { id: opaqueId },
    body: papersWire.editPaper,
    answer: json(papersWire.paperView, 'Saved'),
    does: async ({ office, staff, params, body, c }) => {
      const { revision, words } = body
      const request = { id: params.id, revision, words: withDays(words) }
      return view(c, await editPaper(office, staff, request))
    },
  }),
  op('GET /papers/{id}/paper.pdf', {
    summary: 'Minutes or a report to print',
    may: ['cases.read'],
    params: { id: opaqueId },
    answer: file('application/pdf', 'With the unit’s letterhead and room to sign'),
    does: async ({ office, staff, tenant, params, c }) => {
      const on = await readPaper(office, staff, params.id)
      const name = `${on.paper.finished?.paperNumber ?? on.complaint.id}.pdf`.replaceAll('/', '-')
      return pdfResponse(
        c,
        name,
        await office.renderPaper(composeCasePaper({ ...on, complaint: await takeOut(office, on.complaint) }, tenant)),
      )
    },
  }),
  paperAct('finish', papersWire.paperActBodies.finish, finishMinutes),
  paperAct('submit', papersWire.paperActBodies.submit, submit),
  paperAct('set-aside', papersWire.paperActBodies['set-aside'], setAside),
  paperAct('give-back', papersWire.paperActBodies['give-back'], giveBack),
  paperAct('approve', papersWire.paperActBodies.approve, approve),
  paperAct('correct', papersWire.paperActBodies.correct, correctPaper),
]

type Words = z.infer<typeof papersWire.editPaper>['words']

const dayOrNull = (text: string | null): Day | null => (text === null ? null : parseDay(text))

/** The schema has checked that these are days. */
const withDays = (words: Words) =>
  words.kind === 'minutes'
    ? { ...words, heldOn: dayOrNull(words.heldOn) }
    : { ...words, from: dayOrNull(words.from), to: dayOrNull(words.to) }
