import { z } from '@hono/zod-openapi'
import {
  attachedTo,
  inboundAttachment,
  inboundCompletion,
  inboundDiscard,
  inboundList,
  inboundQuery,
  inboundReceipt,
  inboundView as inboundSchema,
} from '../../contract/inbound.ts'
import {
  attachToCase,
  completeDraft,
  discardDraft,
  listArrivals,
  openArrival,
  takeUpArrival,
  viewArrivedFile,
} from '../../filing/inbound/arrival-drafts.ts'
import { COPY_TYPE } from '../../keeping/evidence/opened-evidence.ts'
import { keysOf } from '../../shared/records.ts'
import { created, file, json, op } from '../operation.ts'
import { viewingResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'
import { inboundLine, inboundMessage } from '../views/inbound-view.ts'

const PAGE = 30

export const inboundOperations = [
  op('GET /inbound', {
    summary: 'Messages by e-mail and WhatsApp that are on no case',
    may: ['cases.enter'],
    query: inboundQuery,
    answer: json(inboundList, 'A page, the newest first'),
    does: async ({ office, staff, query }) => {
      const { state, cursor } = query
      const { items, nextCursor } = await listArrivals(office, staff, state, { limit: PAGE, after: cursor })
      return { items: items.map(inboundLine), nextCursor }
    },
  }),
  op('GET /inbound/{id}', {
    summary: 'One message, without the address that it came from',
    may: ['cases.enter'],
    params: { id: z.string() },
    answer: json(inboundSchema, 'The message'),
    does: async ({ office, staff, params }) => {
      return inboundMessage(office, staff, await openArrival(office, staff, params.id))
    },
  }),
  op('GET /inbound/{id}/files/{file}/viewing-copy', {
    summary: 'A picture that came with it, drawn anew',
    may: ['cases.enter'],
    params: { ...{ id: z.string() }, ...{ file: z.string() } },
    answer: file(COPY_TYPE, 'Upright, at most 2,560 pixels a side'),
    does: async ({ office, staff, params, c }) => viewingResponse(c, await viewArrivedFile(office, staff, params)),
  }),
  op('POST /inbound/{id}/completion', {
    summary: 'Make a complaint of it; number and tracking code go back to its sender',
    may: ['cases.enter'],
    params: { id: z.string() },
    body: inboundCompletion,
    answer: created(inboundReceipt, 'Received: written durably, numbered, with its tracking code'),
    does: async ({ office, staff, tenant, language, params, body }) => {
      const { statements, leakReason, place, language: spoken, answersSender, ...given } = body

      const receiving = { place: place || null, language: spoken ?? 'id', namingKept: leakReason || undefined }
      const asked = { id: params.id, answersSender }
      const completed = await completeDraft(
        office,
        staff,
        tenant,
        asked,
        { ...given, declared: { statements: keysOf(statements) } },
        receiving,
      )
      const context = { wording: viewWordings[language], links: office.links, now: office.now() }
      const receipt = receiptView(completed.complaint, completed.trackingCode, tenant, context)
      return { ...receipt, sentBack: completed.isSentBack }
    },
  }),
  op('POST /inbound/{id}/attachment', {
    summary: 'Put it to a case, with the reason why it belongs there',
    may: ['cases.enter'],
    params: { id: z.string() },
    body: inboundAttachment,
    answer: json(attachedTo, 'On the case, as a message from the reporter'),
    does: async ({ office, staff, params, body }) => {
      const attached = await attachToCase(office, staff, { ...params, ...body })
      return { number: attached.id }
    },
  }),
  op('POST /inbound/{id}/discard', {
    summary: 'Set it aside; it is kept for thirty days',
    may: ['cases.enter'],
    params: { id: z.string() },
    body: inboundDiscard,
    answer: json(inboundSchema, 'As it stands now'),
    does: async ({ office, staff, params, body }) => {
      const set = await discardDraft(office, staff, { ...params, ...body })
      return inboundMessage(office, staff, set)
    },
  }),
  op('POST /inbound/{id}/taking-up', {
    summary: 'Take up again what was set aside, or what the service took for a machine’s mail',
    may: ['cases.enter'],
    params: { id: z.string() },
    answer: json(inboundSchema, 'As it stands now'),
    does: async ({ office, staff, params }) => {
      const taken = await takeUpArrival(office, staff, params.id)
      return inboundMessage(office, staff, taken)
    },
  }),
]
