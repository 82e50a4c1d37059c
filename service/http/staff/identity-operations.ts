import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listAs } from '../../case/access/cover-for.ts'
import { isWaiting } from '../../case/reporter-rights.ts'
import { resetLink } from '../../contract/account.ts'
import * as actsWire from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import * as identityWire from '../../contract/identity.ts'
import * as keepingWire from '../../contract/keeping.ts'
import { answerDataRequest, listDataRequests } from '../../following/rights/rights.ts'
import { decideOnRequest, takeResetLink } from '../../keeping/accounts/carry-out-request.ts'
import { type Approval, readApproval } from '../../keeping/approvals/approval.ts'
import { askers, askForApproval, deciders, listApprovals } from '../../keeping/approvals/approvals.ts'
import { eraseApprovedIdentity, openApprovedIdentity } from '../../keeping/identity/approved-identity.ts'
import * as identity from '../../keeping/identity/identity.ts'
import { confirmCode, lookUpReporter, renewCode } from '../../keeping/identity/reporters.ts'
import type { ExportFormat } from '../../offices/act-vocabulary.ts'
import { exportRegister } from '../../register/register.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, file, json, op, passTo } from '../operation.ts'
import { csvResponse, pdfResponse, streamResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { byName, dataRequestViews } from '../views/common-views.ts'
import { approvalView } from '../views/keeping-view.ts'
import { csvOf, registerFileName, registerPaper, registerTable } from '../views/register-table.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

export const identityOperations = [
  op('POST /cases/{number}/identity/reveal', {
    summary: 'Open the identity of the reporter, with a reason that the reporter will see',
    may: ['identity.open'],
    body: actsWire.revealIdentity,
    answer: json(identityWire.openedIdentityView, 'The identity, for a limited time'),
    does: ({ office, staff, params, body }) => identity.revealIdentity(office, staff, { ...params, ...body }),
  }),
  op('POST /cases/{number}/tracking-code', {
    summary: 'Give a reporter who lost their code a new one, after making sure who they are',
    may: ['identity.open'],
    body: actsWire.renewCode,
    answer: json(
      identityWire.renewedCodeView,
      'The code, shown once; it reads without identity until it came back by a contact or a second officer confirmed it',
    ),
    does: async ({ office, staff, params, body, c }) => {
      c.header('Cache-Control', 'no-store')
      return renewCode(office, staff, { ...params, ...body })
    },
  }),
  op('POST /cases/{number}/tracking-code/confirmation', {
    summary: 'Confirm, without part in the case, that a code that a colleague gave out is in the reporter’s hands',
    may: ['identity.open'],
    body: actsWire.renewCode,
    answer: json(caseSchema, 'Confirmed; until then the code reads without identity'),
    does: async ({ office, staff, params, body, c }) =>
      showCase(office, c, await confirmCode(office, staff, { ...params, ...body })),
  }),
  op('POST /cases/{number}/identity/requests', {
    summary: 'Ask a custodian to let a confidential identity be opened',
    may: ['identity.open'],
    body: actsWire.revealIdentity,
    answer: json(caseSchema, 'Asked'),
    does: passTo(identity.askForIdentity, showCase),
  }),
  op('POST /cases/{number}/words/open', {
    summary: 'Open the masked words of a case, with a reason that the reporter will see',
    may: ['identity.open'],
    body: actsWire.revealIdentity,
    answer: json(caseSchema, 'The case with its words, for a limited time'),
    does: passTo(identity.openWords, showCase),
  }),
  op('POST /cases/{number}/identity/requests/{id}/decision', {
    summary: 'Decide as a custodian',
    may: ['identity.open_confidential'],
    body: actsWire.decideIdentity,
    answer: json(caseSchema, 'Decided'),
    does: passTo(identity.decideIdentityRequest, showCase),
  }),
  op('POST /reporter-look-ups', {
    summary: 'Find the cases of a reporter by name, telephone or e-mail; it is logged, and the reporter reads of it',
    may: ['identity.open'],
    body: actsWire.lookUpReporter,
    answer: json(identityWire.foundNumbers, 'Numbers alone, newest first'),
    does: async ({ office, staff, body, c }) => {
      c.header('Cache-Control', 'no-store')
      return { numbers: await lookUpReporter(office, staff, body) }
    },
  }),
  op('GET /identity-requests', {
    summary: 'Requests that wait for a custodian',
    may: ['identity.open_confidential'],
    answer: json(identityWire.identityRequestList, 'Oldest first'),
    does: async ({ office, staff, language }) => {
      const wording = viewWordings[language]
      const name = byName(wording)
      const found = await identity.listIdentityRequests(office, staff)
      const cases = await listAs(office, staff, found, language)
      const items = cases.flatMap(({ id: number, dossier }) =>
        dossier.identityRequests
          .filter(({ decision }) => decision === null)
          .map(({ at, by, ground, reason }) => ({
            number,
            at,
            by: name(by),
            groundLabel: wording.labels.openingGround[ground],
            reason,
          })),
      )
      return { items }
    },
  }),
]

const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  pdf: 'application/pdf',
} as const satisfies Record<ExportFormat, string>

/** Makes what shows a request as this person may read it. */
async function makeReader(office: ApiOffice, c: Context<AppEnv>) {
  const staff = c.get('staff')
  const seen = await viewContextOf(c, office)
  return async (approval: Approval) =>
    approvalView(await readApproval(office, staff, approval, c.get('language')), staff, seen)
}

async function exportedAs(office: ApiOffice, c: Context<AppEnv>, id: string, format: ExportFormat) {
  const exported = await exportRegister(office, c.get('staff'), { id, format })
  const seen = await viewContextOf(c, office)
  const table = registerTable(exported, seen)
  return { ...table, seen, name: registerFileName(seen.tenant, exported.scope, format) }
}

export const approvalOperations = [
  op('GET /approvals', {
    summary: 'Dangerous acts that the viewer asked for or can decide',
    may: 'session',
    answer: json(keepingWire.approvalList, 'Those of the last 30 days, newest first'),
    does: async ({ office, staff, c }) => {
      const items = await listApprovals(office, staff)
      return { items: await Promise.all(items.map(await makeReader(office, c))) }
    },
  }),
  op('POST /approvals', {
    summary: 'Ask a second person to agree to a dangerous act',
    may: askers,
    body: keepingWire.askForApproval,
    answer: created(keepingWire.approvalView, 'Asked'),
    does: async ({ office, staff, body, c }) => {
      const asked = await askForApproval(office, staff, body)
      const read = await makeReader(office, c)
      return read(asked)
    },
  }),
  op('POST /approvals/{id}/decision', {
    summary: 'Say yes or no as the second person',
    may: deciders,
    body: keepingWire.decideApproval,
    answer: json(keepingWire.approvalView, 'Decided; a yes is good for one use within 24 hours'),
    does: async ({ office, staff, language, params, body, c }) => {
      const decision = { ...params, ...body }
      const decided = await decideOnRequest(office, staff, decision, language)
      const read = await makeReader(office, c)
      return read(decided)
    },
  }),
  op('POST /approvals/{id}/register.csv', {
    summary: 'Use a yes: the register as CSV, as far as was asked for',
    may: ['register.export'],
    answer: file(fileTypes.csv, 'The register'),
    does: async ({ office, params, c }) => {
      const { name, ...table } = await exportedAs(office, c, params.id, 'csv')
      return csvResponse(c, name, csvOf(table))
    },
  }),
  op('POST /approvals/{id}/register.xlsx', {
    summary: 'Use a yes: the register as XLSX, as far as was asked for',
    may: ['register.export'],
    answer: file(fileTypes.xlsx, 'The register'),
    does: async ({ office, params, c }) => {
      const { name, title, seen, ...sheet } = await exportedAs(office, c, params.id, 'xlsx')
      const book = { title, createdAt: seen.now, sheets: [{ name: 'Buku register', ...sheet }] } as const
      return streamResponse(c, fileTypes.xlsx, name, office.writeWorkbook(book))
    },
  }),
  op('POST /approvals/{id}/register.pdf', {
    summary: 'Use a yes: the register as PDF, as far as was asked for',
    may: ['register.export'],
    answer: file(fileTypes.pdf, 'The register'),
    does: async ({ office, params, c }) => {
      const { name, ...table } = await exportedAs(office, c, params.id, 'pdf')
      return pdfResponse(c, name, await office.renderTable(registerPaper(table, table.seen)))
    },
  }),
  op('POST /approvals/{id}/reset-link', {
    summary: 'Use a yes: the one-time link that lets a member of staff back in',
    may: ['staff.manage'],
    answer: json(resetLink, 'The link, shown once; or it was mailed to the person'),
    does: async ({ office, staff, language, params }) => {
      const token = await takeResetLink(office, staff, params.id, language)
      return { resetUrl: token && office.links.reset(token) }
    },
  }),
  op('POST /approvals/{id}/identities/{number}', {
    summary: 'Use a yes: open one of its identities, once',
    may: ['identity.open'],
    params: { number: z.string() },
    answer: json(identityWire.openedIdentityView, 'The identity, for a limited time'),
    does: ({ office, staff, params }) => openApprovedIdentity(office, staff, params),
  }),
  op('POST /cases/{number}/identity/erasure', {
    summary: 'Use a yes: erase who the reporter is and keep the record',
    may: ['identity.erase'],
    body: keepingWire.eraseIdentity,
    answer: json(caseSchema, 'Erased; the case as it stands now'),
    does: passTo(eraseApprovedIdentity, showCase),
  }),
]

export const dataRequestOperations = [
  op('GET /data-requests', {
    summary: 'Requests of reporters about their own data that wait for an answer',
    may: ['rights.answer'],
    answer: json(identityWire.dataRequestList, 'The nearest due first'),
    does: async ({ office, staff, tenant, language }) => {
      const wording = viewWordings[language]
      const { calendar } = tenant.settings
      const found = await listDataRequests(office, staff)
      const cases = await listAs(office, staff, found, language)
      const items = cases.flatMap(({ id: number, dossier }) =>
        dataRequestViews(dossier.dataRequests.filter(isWaiting), calendar, wording, office.now(), byName(wording)).map(
          ({ text: _, answer: __, ...request }) => ({ ...request, number, subject: dossier.subject }),
        ),
      )
      return { items: items.sort((a, b) => a.dueAt.localeCompare(b.dueAt)) }
    },
  }),
  op('POST /cases/{number}/data-requests/{id}/answer', {
    summary: 'Answer a request of a reporter about their own data',
    may: ['rights.answer'],
    body: identityWire.dataAnswer,
    answer: json(caseSchema, 'Answered; the reporter is told'),
    does: passTo(answerDataRequest, showCase),
  }),
]
