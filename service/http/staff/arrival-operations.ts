import { z } from '@hono/zod-openapi'
import { findHiddenNumbers, pageWithoutHoles } from '../../case/access/case-access.ts'
import { issueReceipt } from '../../case/receipt/issued-receipts.ts'
import { redactFile as redactSchema, takeOriginal as takeSchema } from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { intakeRequest } from '../../contract/complaint-request.ts'
import { receiptView as receiptSchema } from '../../contract/complaint-view.ts'
import * as messagesWire from '../../contract/messages.ts'
import { mailboxView } from '../../contract/tenant-settings.ts'
import * as giving from '../../desk/give-evidence.ts'
import { redactFileOfCase } from '../../desk/redactions.ts'
import { enterComplaint } from '../../filing/enter-complaint.ts'
import * as drafts from '../../filing/inbound/arrival-drafts.ts'
import { COPY_TYPE } from '../../keeping/evidence/opened-evidence.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { openCase } from '../../register/register.ts'
import { keysOf } from '../../shared/records.ts'
import { readEntry } from '../entry-request.ts'
import { created, file, json, op, passTo } from '../operation.ts'
import { idempotencyHeader, idempotencyKeyOf } from '../public/filing-routes.ts'
import { evidenceResponse, partIn, pdfResponse, playingResponse, viewingResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'
import { inboundLine, inboundMessage } from '../views/keeping-view.ts'
import { showCase } from '../views/show-case.ts'

const viewQuery = z.object({
  page: z.coerce.number().int().min(1).max(5_000).optional(),
  /** Without the areas that staff covered, for those who draw them. */
  uncovered: z.enum(['true']).optional(),
})

export const caseFileOperations = [
  op('GET /cases/{number}/receipt.pdf', {
    summary: 'The receipt, its identity masked',
    may: ['cases.read'],
    answer: file('application/pdf', 'The receipt'),
    does: async ({ office, staff, tenant, params, c }) => {
      const complaint = await openCase(office, staff, params.number, 'receipt.read')
      return pdfResponse(c, `${complaint.id}.pdf`, await issueReceipt(office, complaint, tenant, 'staff'))
    },
  }),
  op('GET /cases/{number}/evidence/{id}/viewing-copy', {
    summary: 'A picture of the case, or a page of a PDF, to look at, drawn anew without anything but its pixels',
    description: 'In `X-Pages` stands how many pages there are.',
    may: ['cases.read'],
    query: viewQuery,
    answer: file(COPY_TYPE, 'Upright, at most 2,560 pixels a side'),
    does: async ({ office, staff, params, query, c }) => {
      const { pages, ...copy } = await giving.viewEvidence(office, staff, {
        ...params,
        page: query.page,
        uncovered: query.uncovered === 'true',
      })
      c.header('X-Pages', String(pages))
      return viewingResponse(c, copy)
    },
  }),
  op('GET /cases/{number}/evidence/{id}/playing', {
    summary: 'Sound or film of the case to be played in place; takes a range of bytes',
    description: 'Where the reporter is not named, only for who works on the case: it cannot be marked.',
    may: ['cases.read'],
    answer: file('*/*', 'The whole; with 206 the part that a range asks for'),
    does: async ({ office, staff, params, c }) => {
      const asked = c.req.header('Range')
      return playingResponse(c, await giving.playEvidence(office, staff, params, (size) => partIn(asked, size)))
    },
  }),
  op('GET /cases/{number}/evidence/{id}', {
    summary: 'A file of the case to keep',
    description: 'The original; where the reporter is not named, a copy marked with who took it and when.',
    may: ['cases.read'],
    answer: file('*/*', 'As an attachment'),
    does: async ({ office, staff, params, c }) =>
      evidenceResponse(c, await giving.downloadEvidence(office, staff, params)),
  }),
  op('POST /cases/{number}/evidence/{id}/original', {
    summary: 'The untouched original, with a reason that the reporter will see',
    may: giving.takersOfOriginals,
    body: takeSchema,
    answer: file('*/*', 'As an attachment'),
    does: async ({ office, staff, params, body, c }) => {
      const asked = { ...params, ...body }
      return evidenceResponse(c, await giving.takeOriginal(office, staff, asked))
    },
  }),
  op('POST /cases/{number}/evidence/{id}/redaction', {
    summary: 'Decide how a file leaves the unit, and which areas are black there',
    description: 'The original stays sealed. The reason is written in the history, which the reporter does not read.',
    may: giving.takersOfOriginals,
    body: redactSchema,
    answer: json(caseSchema, 'Decided; the case as it stands now'),
    does: passTo(redactFileOfCase, showCase),
  }),
]

export const intakeOperations = [
  op('POST /cases', {
    summary: 'Enter a complaint made at the counter, by phone, fax, letter or e-mail',
    may: ['cases.enter'],
    headers: idempotencyHeader,
    body: intakeRequest,
    answer: created(receiptSchema, 'Received: written durably, numbered, with its tracking code'),
    does: async ({ office, staff, tenant, language, body: asked, c }) => {
      const { given, receiving, body } = readEntry(asked)
      const received = await enterComplaint(office, staff, tenant, given, receiving, {
        idempotencyKey: idempotencyKeyOf(c),
        ...{ body, draft: asked.draft },
      })
      const context = { wording: viewWordings[language], links: office.links, now: office.now() }
      return receiptView(received.complaint, received.trackingCode, tenant, context)
    },
  }),
]

const PAGE = 30

export const inboundOperations = [
  op('GET /inbound', {
    summary: 'Messages by e-mail and WhatsApp that are on no case',
    may: ['cases.enter'],
    query: messagesWire.inboundQuery,
    answer: json(messagesWire.inboundList, 'A page, the newest first'),
    does: async ({ office, staff, query }) => {
      const { items, nextCursor } = await drafts.listArrivals(office, staff, query.state, {
        limit: PAGE,
        after: query.cursor,
      })
      return { items: items.map(inboundLine), nextCursor }
    },
  }),
  op('GET /inbound/{id}', {
    summary: 'One message, without the address that it came from',
    may: ['cases.enter'],
    answer: json(messagesWire.inboundView, 'The message'),
    does: async ({ office, staff, params }) =>
      inboundMessage(office, staff, await drafts.openArrival(office, staff, params.id)),
  }),
  op('GET /inbound/{id}/files/{file}/viewing-copy', {
    summary: 'A picture that came with it, drawn anew',
    may: ['cases.enter'],
    answer: file(COPY_TYPE, 'Upright, at most 2,560 pixels a side'),
    does: async ({ office, staff, params, c }) =>
      viewingResponse(c, await drafts.viewArrivedFile(office, staff, params)),
  }),
  op('POST /inbound/{id}/completion', {
    summary: 'Make a complaint of it; number and tracking code go back to its sender',
    may: ['cases.enter'],
    body: messagesWire.inboundCompletion,
    answer: created(messagesWire.inboundReceipt, 'Received: written durably, numbered, with its tracking code'),
    does: async ({ office, staff, tenant, language, params, body }) => {
      const { statements, leakReason, place, language: spoken, answersSender, ...given } = body

      const receiving = { place: place || null, language: spoken ?? 'id', namingKept: leakReason || undefined }
      const asked = { id: params.id, answersSender }
      const completed = await drafts.completeDraft(
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
    body: messagesWire.inboundAttachment,
    answer: json(messagesWire.attachedTo, 'On the case, as a message from the reporter'),
    does: async ({ office, staff, params, body }) => {
      const attached = await drafts.attachToCase(office, staff, { ...params, ...body })
      return { number: attached.id }
    },
  }),
  op('POST /inbound/{id}/discard', {
    summary: 'Set it aside; it is kept for thirty days',
    may: ['cases.enter'],
    body: messagesWire.inboundDiscard,
    answer: json(messagesWire.inboundView, 'As it stands now'),
    does: async ({ office, staff, params, body }) =>
      inboundMessage(office, staff, await drafts.discardDraft(office, staff, { ...params, ...body })),
  }),
  op('POST /inbound/{id}/taking-up', {
    summary: 'Take up again what was set aside, or what the service took for a machine’s mail',
    may: ['cases.enter'],
    answer: json(messagesWire.inboundView, 'As it stands now'),
    does: async ({ office, staff, params }) =>
      inboundMessage(office, staff, await drafts.takeUpArrival(office, staff, params.id)),
  }),
]

export const mailboxOperations = [
  op('GET /mailbox', {
    summary: 'The built-in mailbox: what would have gone out where no mail provider is set up',
    may: ['mailbox.read'],
    query: z.object({ cursor: z.string().max(1_000).optional() }),
    answer: json(mailboxView, 'A page, newest first'),
    does: async ({ office, staff, query }) => {
      requirePermission(staff, 'mailbox.read')
      const kept = [...(await findHiddenNumbers(office, staff))]
      const page = await pageWithoutHoles(
        { limit: PAGE, after: query.cursor },
        (paging) => office.mailbox.list(staff.tenant, paging),
        ({ subject, text }) => !kept.some((number) => `${subject}\n${text}`.includes(number)),
      )
      return { items: page.items, nextCursor: page.nextCursor }
    },
  }),
]
