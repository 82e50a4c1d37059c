import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  authorityNotified,
  breachNotice,
  concludeIncident as conclusionSchema,
  correctIncident as correctionSchema,
  incidentList,
  incidentView as incidentSchema,
  pickCase as pickSchema,
  recordIncident as recordSchema,
  tellAffected as tellSchema,
} from '../../contract/incidents.ts'
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
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { created, json, op } from '../operation.ts'
import { incidentLine, incidentView } from '../views/incident-view.ts'
import { viewContextOf } from '../views/show-case.ts'

const view = async (office: Office, c: Context<AppEnv>, incident: Incident) =>
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
    does: async ({ office, staff, body, c }) => view(office, c, await recordIncident(office, staff, body)),
  }),
  op('GET /incidents/{id}', {
    summary: 'An incident, its affected cases and the drafts of its notices',
    may: ['incidents.handle'],
    params: { id: z.string() },
    answer: json(incidentSchema, 'The incident'),
    does: async ({ office, staff, params, c }) => {
      const seen = await readIncident(office, staff, params.id)
      return incidentView(seen, await viewContextOf(c, office))
    },
  }),
  op('PUT /incidents/{id}', {
    summary: 'Say what is known now; the affected cases are found anew',
    may: ['incidents.handle'],
    params: { id: z.string() },
    body: correctionSchema,
    answer: json(incidentSchema, 'Corrected'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return view(office, c, await correctIncident(office, staff, request))
    },
  }),
  op('POST /incidents/{id}/cases', {
    summary: 'Add a case by hand, or leave one out with a reason',
    may: ['incidents.handle'],
    params: { id: z.string() },
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
    params: { id: z.string() },
    body: breachNotice,
    answer: json(incidentSchema, 'Kept'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return view(office, c, await editNotice(office, staff, request))
    },
  }),
  op('POST /incidents/{id}/notice/sending', {
    summary: 'Tell the reporters of all affected cases that were not told yet',
    may: ['incidents.handle'],
    params: { id: z.string() },
    body: tellSchema,
    answer: json(incidentSchema, 'On the pages of the reporters, and on its way to them'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return view(office, c, await notifyAffected(office, staff, request))
    },
  }),
  op('POST /incidents/{id}/authority', {
    summary: 'Write down what the authority was told, and how',
    may: ['incidents.handle'],
    params: { id: z.string() },
    body: authorityNotified,
    answer: json(incidentSchema, 'Written down'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return view(office, c, await recordAuthorityNotified(office, staff, request))
    },
  }),
  op('POST /incidents/{id}/closing', {
    summary: 'Close an incident with what was learned',
    may: ['incidents.handle'],
    params: { id: z.string() },
    body: conclusionSchema,
    answer: json(incidentSchema, 'Closed'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return view(office, c, await concludeIncident(office, staff, request))
    },
  }),
]
