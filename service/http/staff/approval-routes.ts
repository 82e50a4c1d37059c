import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  approvalList,
  approvalView as approvalSchema,
  askForApproval as askSchema,
  decideApproval,
  eraseIdentity,
} from '../../contract/approvals.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { openedIdentityView } from '../../contract/identity-view.ts'
import { resetLink } from '../../contract/session.ts'
import { decideOnRequest, type RequestPorts, takeResetLink } from '../../keeping/accounts/carry-out-request.ts'
import { type Approval, readApproval } from '../../keeping/approvals/approval.ts'
import {
  type ApprovalPorts,
  askers,
  askForApproval,
  deciders,
  listApprovals,
} from '../../keeping/approvals/approvals.ts'
import { eraseApprovedIdentity, openApprovedIdentity } from '../../keeping/identity/approved-identity.ts'
import type { ExportFormat } from '../../offices/act-vocabulary.ts'
import type { RenderTable, WriteWorkbook } from '../../offices/office-paper.ts'
import { exportRegister } from '../../register/register.ts'
import type { AppEnv } from '../app-env.ts'
import type { Links } from '../links.ts'
import { answers, caseParams, cookie, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { csvResponse, fileAnswer, pdfResponse, streamResponse } from '../send-file.ts'
import { approvalView } from '../views/approval-view.ts'
import { csvOf } from '../views/register-csv.ts'
import { registerFileName, registerPaper, registerTable } from '../views/register-table.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'

const approvalParams = tenantParam.extend({ id: z.string() })

const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  pdf: 'application/pdf',
} as const satisfies Record<ExportFormat, string>

export interface ExportRoutePorts {
  readonly writeWorkbook: WriteWorkbook
  readonly renderTable: RenderTable
}

const list = route.get('/approvals', {
  summary: 'Dangerous acts that the viewer asked for or can decide',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, approvalList, 'Those of the last 30 days, newest first'),
})
const ask = route.post('/approvals', {
  summary: 'Ask a second person to agree to a dangerous act',
  ...forStaff(...askers),
  request: { params: tenantParam, ...jsonBody(askSchema) },
  responses: answers(201, approvalSchema, 'Asked'),
})
const decide = route.post('/approvals/{id}/decision', {
  summary: 'Say yes or no as the second person',
  ...forStaff(...deciders),
  request: { params: approvalParams, ...jsonBody(decideApproval) },
  responses: answers(200, approvalSchema, 'Decided; a yes is good for one use within 24 hours'),
})
const registerAs = (format: ExportFormat) =>
  route.post(`/approvals/{id}/register.${format}`, {
    summary: `Use a yes: the register as ${format.toUpperCase()}, as far as was asked for`,
    ...forStaff('register.export'),
    request: { params: approvalParams },
    responses: { 200: fileAnswer(fileTypes[format], 'The register'), ...refusals },
  })
const open = route.post('/approvals/{id}/identities/{number}', {
  summary: 'Use a yes: open one of its identities, once',
  ...forStaff('identity.open'),
  request: { params: approvalParams.extend({ number: z.string() }) },
  responses: answers(200, openedIdentityView, 'The identity, for a limited time'),
})
const erase = route.post('/cases/{number}/identity/erasure', {
  summary: 'Use a yes: erase who the reporter is and keep the record',
  ...forStaff('identity.erase'),
  request: { params: caseParams, ...jsonBody(eraseIdentity) },
  responses: answers(200, caseSchema, 'Erased; the case as it stands now'),
})

const letIn = route.post('/approvals/{id}/reset-link', {
  summary: 'Use a yes: the one-time link that lets a member of staff back in',
  ...forStaff('staff.manage'),
  request: { params: approvalParams },
  responses: answers(200, resetLink, 'The link, shown once; or it was mailed to the person'),
})

export function approvalRoutes(
  ports: ApprovalPorts & CaseViewPorts & ExportRoutePorts & RequestPorts & { readonly links: Links },
) {
  const caseSeen = showCase(ports)
  const api = newApi()
  /** Makes what shows a request as this person may read it. */
  async function makeReader(c: Context<AppEnv>) {
    const staff = c.get('staff')
    const seen = await viewContextOf(c, ports)
    return async (approval: Approval) =>
      approvalView(await readApproval(ports, staff, approval, c.get('language')), staff, seen)
  }
  api.openapi(list, async (c) => {
    const items = await listApprovals(ports, c.get('staff'))
    return c.json({ items: await Promise.all(items.map(await makeReader(c))) }, 200)
  })
  api.openapi(ask, async (c) => {
    const asked = await askForApproval(ports, c.get('staff'), c.req.valid('json'))
    const read = await makeReader(c)
    return c.json(await read(asked), 201)
  })
  api.openapi(decide, async (c) => {
    const decision = { ...c.req.valid('param'), ...c.req.valid('json') }
    const decided = await decideOnRequest(ports, c.get('staff'), decision, c.get('language'))
    const read = await makeReader(c)
    return c.json(await read(decided), 200)
  })
  async function exportedAs(c: Context<AppEnv>, id: string, format: ExportFormat) {
    const exported = await exportRegister(ports, c.get('staff'), { id, format })
    const seen = await viewContextOf(c, ports)
    const table = registerTable(exported, seen)
    return { ...table, seen, name: registerFileName(seen.tenant, exported.scope, format) }
  }
  api.openapi(registerAs('csv'), async (c) => {
    const { name, ...table } = await exportedAs(c, c.req.valid('param').id, 'csv')
    return csvResponse(c, name, csvOf(table))
  })
  api.openapi(registerAs('xlsx'), async (c) => {
    const { name, title, seen, ...sheet } = await exportedAs(c, c.req.valid('param').id, 'xlsx')
    const book = { title, createdAt: seen.now, sheets: [{ name: 'Buku register', ...sheet }] } as const
    return streamResponse(c, fileTypes.xlsx, name, ports.writeWorkbook(book))
  })
  api.openapi(registerAs('pdf'), async (c) => {
    const { name, ...table } = await exportedAs(c, c.req.valid('param').id, 'pdf')
    return pdfResponse(c, name, await ports.renderTable(registerPaper(table, table.seen)))
  })
  api.openapi(letIn, async (c) => {
    const token = await takeResetLink(ports, c.get('staff'), c.req.valid('param').id, c.get('language'))
    return c.json({ resetUrl: token && ports.links.reset(token) }, 200)
  })
  api.openapi(open, async (c) => c.json(await openApprovedIdentity(ports, c.get('staff'), c.req.valid('param')), 200))
  api.openapi(erase, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await caseSeen(c, await eraseApprovedIdentity(ports, c.get('staff'), request)), 200)
  })
  return api
}
