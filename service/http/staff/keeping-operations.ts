import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listAs } from '../../case/access/cover-for.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import {
  authorityNotified,
  breachNotice,
  concludeIncident as conclusionSchema,
  correctIncident as correctionSchema,
  destructionList,
  destructionView as destructionSchema,
  holdCase as holdSchema,
  incidentList,
  incidentView as incidentSchema,
  pickCase as pickSchema,
  recordIncident as recordSchema,
  retentionView as retentionSchema,
  tellAffected as tellSchema,
} from '../../contract/keeping.ts'
import type { Incident } from '../../keeping/incidents/incident.ts'
import {
  concludeIncident,
  correctIncident,
  editNotice,
  hideCases,
  listIncidents,
  notifyAffected,
  pickCase,
  readIncident,
  recordAuthorityNotified,
  recordIncident,
} from '../../keeping/incidents/incidents.ts'
import { composeDestructionRecord, factsOf } from '../../keeping/retention/destruction-record.ts'
import { carryOutDestruction, listDestructions, openDestruction } from '../../keeping/retention/destructions.ts'
import { holdCase, listRetention } from '../../keeping/retention/retention.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, file, json, op, passTo } from '../operation.ts'
import { pdfResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import {
  destructionView,
  destructionWording,
  incidentLine,
  incidentView,
  retentionView,
} from '../views/keeping-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

export const retentionOperations = [
  op('GET /retention', {
    summary: 'Cases and identities that are past their time, and cases that are held back',
    may: ['retention.manage'],
    answer: json(retentionSchema, 'The longest ended first'),
    does: async ({ office, staff, language, c }) => {
      const due = await listRetention(office, staff)
      const held = await listAs(office, staff, due.held, language)
      return retentionView({ ...due, held }, await viewContextOf(c, office))
    },
  }),
  op('POST /cases/{number}/hold', {
    summary: 'Hold a case back from destruction, or let its time count again',
    may: ['retention.manage'],
    body: holdSchema,
    answer: json(caseSchema, 'The case as it stands now'),
    does: passTo(holdCase, showCase),
  }),
]

export const destructionOperations = [
  op('POST /approvals/{id}/destruction', {
    summary: 'Use a yes: destroy the cases, or erase the identities, that are past their time',
    may: ['retention.manage'],
    answer: json(destructionSchema, 'Destroyed; what was held back meanwhile is kept, and named'),
    does: async ({ office, staff, language, params }) =>
      destructionView(await carryOutDestruction(office, staff, params.id), viewWordings[language]),
  }),
  op('GET /destructions', {
    summary: 'What was destroyed',
    may: ['retention.manage'],
    answer: json(destructionList, 'Newest first, up to a hundred'),
    does: async ({ office, staff, language }) => {
      const destructions = await listDestructions(office, staff)
      const wording = viewWordings[language]
      return { items: destructions.map((one) => destructionView(one, wording)) }
    },
  }),
  op('GET /destructions/{id}/record.pdf', {
    summary: 'The destruction record (berita acara), signed; it names nobody who complained',
    may: ['retention.manage'],
    answer: file('application/pdf', 'The record'),
    does: async ({ office, staff, tenant, params, c }) => {
      const destruction = await openDestruction(office, staff, params.id)

      const signed = await office.signDestruction(destruction.tenant, factsOf(destruction))
      const paper = composeDestructionRecord(destruction, tenant, destructionWording(tenant), signed)
      return pdfResponse(c, `${destruction.number}.pdf`, await office.renderDestructionRecord(paper))
    },
  }),
]

const view = async (office: ApiOffice, c: Context<AppEnv>, incident: Incident) =>
  incidentView(await hideCases(office, c.get('staff'), incident), await viewContextOf(c, office))

export const incidentOperations = [
  op('GET /incidents', {
    summary: 'The breach register',
    may: ['incidents.handle'],
    query: z.object({ cursor: z.string().max(1_000).optional() }),
    answer: json(incidentList, 'A page of it, the newest discovery first'),
    does: async ({ office, staff, query, c }) => {
      const { items, nextCursor } = await listIncidents(office, staff, query.cursor)
      const context = await viewContextOf(c, office)
      const accounts = [...context.members.values()].map(({ id, name, position }) => ({ id, name, position }))
      return { items: items.map((incident) => incidentLine(incident, context)), nextCursor, accounts }
    },
  }),
  op('POST /incidents', {
    summary: 'Record an incident; the cases that its accounts touched are found in the access log',
    may: ['incidents.handle'],
    body: recordSchema,
    answer: created(incidentSchema, 'Recorded; the 72 hours run from its discovery'),
    does: passTo(recordIncident, view),
  }),
  op('GET /incidents/{id}', {
    summary: 'An incident, its affected cases and the drafts of its notices',
    may: ['incidents.handle'],
    answer: json(incidentSchema, 'The incident'),
    does: async ({ office, staff, params, c }) => {
      const seen = await readIncident(office, staff, params.id)
      return incidentView(seen, await viewContextOf(c, office))
    },
  }),
  op('PUT /incidents/{id}', {
    summary: 'Say what is known now; the affected cases are found anew',
    may: ['incidents.handle'],
    body: correctionSchema,
    answer: json(incidentSchema, 'Corrected'),
    does: passTo(correctIncident, view),
  }),
  op('POST /incidents/{id}/cases', {
    summary: 'Add a case by hand, or leave one out with a reason',
    may: ['incidents.handle'],
    body: pickSchema,
    answer: json(incidentSchema, 'The incident with its cases'),
    does: async ({ office, staff, params, body, c }) => {
      const { leftOutBecause = null, ...request } = { ...params, ...body }
      return view(office, c, await pickCase(office, staff, { ...request, leftOutBecause }))
    },
  }),
  op('PUT /incidents/{id}/notice', {
    summary: 'Edit the notice to reporters',
    may: ['incidents.handle'],
    body: breachNotice,
    answer: json(incidentSchema, 'Kept'),
    does: passTo(editNotice, view),
  }),
  op('POST /incidents/{id}/notice/sending', {
    summary: 'Tell the reporters of all affected cases that were not told yet',
    may: ['incidents.handle'],
    body: tellSchema,
    answer: json(incidentSchema, 'On the pages of the reporters, and on its way to them'),
    does: passTo(notifyAffected, view),
  }),
  op('POST /incidents/{id}/authority', {
    summary: 'Write down what the authority was told, and how',
    may: ['incidents.handle'],
    body: authorityNotified,
    answer: json(incidentSchema, 'Written down'),
    does: passTo(recordAuthorityNotified, view),
  }),
  op('POST /incidents/{id}/closing', {
    summary: 'Close an incident with what was learned',
    may: ['incidents.handle'],
    body: conclusionSchema,
    answer: json(incidentSchema, 'Closed'),
    does: passTo(concludeIncident, view),
  }),
]
