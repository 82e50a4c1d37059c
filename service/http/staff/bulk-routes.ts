import { z } from '@hono/zod-openapi'
import { listAs } from '../../case/access/cover-for.ts'
import {
  type BulkPreview,
  type BulkView,
  bulkPreview,
  bulkPreviewRequest,
  bulkRequest,
  bulkView,
} from '../../contract/bulk.ts'
import { type Bulk, undoWindow } from '../../desk/bulk/bulk.ts'
import {
  bulkOf,
  bulkPermissions,
  hastenBulk,
  orderBulk,
  type PreviewedCase,
  previewOrder,
  undoBulk,
} from '../../desk/bulk/bulk-orders.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { SECOND } from '../../shared/instant.ts'
import { created, json, op } from '../operation.ts'
import { sentenceFor } from '../problem.ts'

function previewView(
  foreseen: readonly PreviewedCase[],
  act: keyof typeof undoWindow,
  language: Language,
): BulkPreview {
  const items = foreseen.map(({ number, complaint, refused }) => ({
    number,
    subject: complaint?.dossier.subject ?? null,
    status: complaint?.status ?? null,
    revision: complaint?.revision ?? 0,
    changes: refused === null,
    why: refused && sentenceFor(refused.code, language, refused.details),
  }))
  return { items, undoSeconds: undoWindow[act] / SECOND }
}

const viewOf = ({ id, state, nextAt, content }: Bulk, language: Language): BulkView => ({
  ...{ id, state },
  act: content.act,
  undoUntil: nextAt,
  cases: content.cases.map(({ number, result }) => ({
    number,
    done: result !== null && 'done' in result,
    why: result !== null && 'refused' in result ? sentenceFor(result.refused, language) : null,
  })),
})

export const bulkOperations = [
  op('POST /bulk-previews', {
    summary: 'What one act would do to many cases; nothing is done',
    may: bulkPermissions,
    body: bulkPreviewRequest,
    answer: json(bulkPreview, 'Each case, and why it would stay as it is'),
    does: async ({ office, staff, language, body }) => {
      const { order, cases } = body
      const foreseen = await previewOrder(office, staff, order, cases)
      const read = await Promise.all(
        foreseen.map(async (one) => {
          const [complaint = null] = one.complaint ? await listAs(office, staff, [one.complaint], language) : []
          return { ...one, complaint }
        }),
      )
      return previewView(read, order.act, language)
    },
  }),
  op('POST /bulk-acts', {
    summary: 'Order one act on many cases',
    description: 'Nothing is done before the undo window is over; then each case is its own write.',
    may: bulkPermissions,
    body: bulkRequest,
    answer: created(bulkView, 'Ordered; it can be taken back until then'),
    does: async ({ office, staff, language, body }) => {
      const { order, cases } = body
      return viewOf(await orderBulk(office, staff, order, cases), language)
    },
  }),
  op('GET /bulk-acts/{id}', {
    summary: 'What became of one’s own act on many cases',
    may: bulkPermissions,
    params: { id: z.string() },
    answer: json(bulkView, 'As it stands; it is known for a day'),
    does: async ({ office, staff, language, params }) => viewOf(await bulkOf(office, staff, params.id), language),
  }),
  op('POST /bulk-acts/{id}/undo', {
    summary: 'Take all of it back before anything is done',
    may: bulkPermissions,
    params: { id: z.string() },
    body: z.strictObject({}),
    answer: json(bulkView, 'As it stands now'),
    does: async ({ office, staff, language, params }) => viewOf(await undoBulk(office, staff, params.id), language),
  }),
  op('POST /bulk-acts/{id}/haste', {
    summary: 'Do it now, without waiting',
    may: bulkPermissions,
    params: { id: z.string() },
    body: z.strictObject({}),
    answer: json(bulkView, 'As it stands now'),
    does: async ({ office, staff, language, params }) => viewOf(await hastenBulk(office, staff, params.id), language),
  }),
]
