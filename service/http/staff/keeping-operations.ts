import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listAs } from '../../case/access/cover-for.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import * as keepingWire from '../../contract/keeping.ts'
import type { Incident } from '../../keeping/incidents/incident.ts'
import * as incidents from '../../keeping/incidents/incidents.ts'
import { composeDestructionRecord, factsOf } from '../../keeping/retention/destruction-record.ts'
import { carryOutDestruction, listDestructions, openDestruction } from '../../keeping/retention/destructions.ts'
import { holdCase, listRetention } from '../../keeping/retention/retention.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, file, json, op, passTo } from '../operation.ts'
import { pdfResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import * as keepingView from '../views/keeping-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

export const retentionOperations = [
  op('GET /retention', {
    summary: 'Cases and identities that are past their time, and cases that are held back',
    may: ['retention.manage'],
    answer: json(keepingWire.retentionView, 'The longest ended first'),
    does: async ({ office, staff, language, c }) => {
      const due = await listRetention(office, staff)
      const held = await listAs(office, staff, due.held, language)
      return keepingView.retentionView({ ...due, held }, await viewContextOf(c, office))
    },
  }),
  op('POST /cases/{number}/hold', {
    summary: 'Hold a case back from destruction, or let its time count again',
    may: ['retention.manage'],
    body: keepingWire.holdCase,
    answer: json(caseSchema, 'The case as it stands now'),
    does: passTo(holdCase, showCase),
  }),
]

export const destructionOperations = [
  op('POST /approvals/{id}/destruction', {
    summary: 'Use a yes: destroy the cases, or erase the identities, that are past their time',
    may: ['retention.manage'],
    answer: json(keepingWire.destructionView, 'Destroyed; what was held back meanwhile is kept, and named'),
    does: async ({ office, staff, language, params }) =>
      keepingView.destructionView(await carryOutDestruction(office, staff, params.id), viewWordings[language]),
  }),
  op('GET /destructions', {
    summary: 'What was destroyed',
    may: ['retention.manage'],
    answer: json(keepingWire.destructionList, 'Newest first, up to a hundred'),
    does: async ({ office, staff, language }) => {
      const destructions = await listDestructions(office, staff)
      const wording = viewWordings[language]
      return { items: destructions.map((one) => keepingView.destructionView(one, wording)) }
    },
  }),
  op('GET /destructions/{id}/record.pdf', {
    summary: 'The destruction record (berita acara), signed; it names nobody who complained',
    may: ['retention.manage'],
    answer: file('application/pdf', 'The record'),
    does: async ({ office, staff, tenant, params, c }) => {
      const destruction = await openDestruction(office, staff, params.id)

      const signed = await office.signDestruction(destruction.tenant, factsOf(destruction))
      const paper = composeDestructionRecord(destruction, tenant, keepingView.destructionWording(tenant), signed)
      return pdfResponse(c, `${destruction.number}.pdf`, await office.renderDestructionRecord(paper))
    },
  }),
]

const view = async (office: ApiOffice, c: Context<AppEnv>, incident: Incident) =>
  keepingView.incidentView(await incidents.hideCases(office, c.get('staff'), incident), await viewContextOf(c, office))

export const incidentOperations = [
  op('GET /incidents', {
    summary: 'The breach register',
    may: ['incidents.handle'],
    query: z.object({ cursor: z.string().max(1_000).optional() }),
    answer: json(keepingWire.incidentList, 'A page of it, the newest discovery first'),
    does: async ({ office, staff, query, c }) => {
      const { items, nextCursor } = await incidents.listIncidents(office, staff, query.cursor)
      const context = await viewContextOf(c, office)
      const accounts = [...context.members.values()].map(({ id, name, position }) => ({ id, name, position }))
      return { items: items.map((incident) => keepingView.incidentLine(incident, context)), nextCursor, accounts }
    },
  }),
  op('POST /incidents', {
    summary: 'Record an incident; the cases that its accounts touched are found in the access log',
    may: ['incidents.handle'],
    body: keepingWire.recordIncident,
    answer: created(keepingWire.incidentView, 'Recorded; the 72 hours run from its discovery'),
    does: passTo(incidents.recordIncident, view),
  }),
  op('GET /incidents/{id}', {
    summary: 'An incident, its affected cases and the drafts of its notices',
    may: ['incidents.handle'],
    answer: json(keepingWire.incidentView, 'The incident'),
    does: async ({ office, staff, params, c }) => {
      const seen = await incidents.readIncident(office, staff, params.id)
      return keepingView.incidentView(seen, await viewContextOf(c, office))
    },
  }),
  op('PUT /incidents/{id}', {
    summary: 'Say what is known now; the affected cases are found anew',
    may: ['incidents.handle'],
    body: keepingWire.correctIncident,
    answer: json(keepingWire.incidentView, 'Corrected'),
    does: passTo(incidents.correctIncident, view),
  }),
  op('POST /incidents/{id}/cases', {
    summary: 'Add a case by hand, or leave one out with a reason',
    may: ['incidents.handle'],
    body: keepingWire.pickCase,
    answer: json(keepingWire.incidentView, 'The incident with its cases'),
    does: async ({ office, staff, params, body, c }) => {
      const { leftOutBecause = null, ...request } = { ...params, ...body }
      return view(office, c, await incidents.pickCase(office, staff, { ...request, leftOutBecause }))
    },
  }),
  op('PUT /incidents/{id}/notice', {
    summary: 'Edit the notice to reporters',
    may: ['incidents.handle'],
    body: keepingWire.breachNotice,
    answer: json(keepingWire.incidentView, 'Kept'),
    does: passTo(incidents.editNotice, view),
  }),
  op('POST /incidents/{id}/notice/sending', {
    summary: 'Tell the reporters of all affected cases that were not told yet',
    may: ['incidents.handle'],
    body: keepingWire.tellAffected,
    answer: json(keepingWire.incidentView, 'On the pages of the reporters, and on its way to them'),
    does: passTo(incidents.notifyAffected, view),
  }),
  op('POST /incidents/{id}/authority', {
    summary: 'Write down what the authority was told, and how',
    may: ['incidents.handle'],
    body: keepingWire.authorityNotified,
    answer: json(keepingWire.incidentView, 'Written down'),
    does: passTo(incidents.recordAuthorityNotified, view),
  }),
  op('POST /incidents/{id}/closing', {
    summary: 'Close an incident with what was learned',
    may: ['incidents.handle'],
    body: keepingWire.concludeIncident,
    answer: json(keepingWire.incidentView, 'Closed'),
    does: passTo(incidents.concludeIncident, view),
  }),
]
