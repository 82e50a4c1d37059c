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
  type BulkPorts,
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
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { sentenceFor } from '../problem.ts'

const bulkParams = tenantParam.extend({ id: z.string() })
const whoActs = forStaff(...bulkPermissions)

const preview = route.post('/bulk-previews', {
  summary: 'What one act would do to many cases; nothing is done',
  ...whoActs,
  request: { params: tenantParam, ...jsonBody(bulkPreviewRequest) },
  responses: answers(200, bulkPreview, 'Each case, and why it would stay as it is'),
})
const order = route.post('/bulk-acts', {
  summary: 'Order one act on many cases',
  description: 'Nothing is done before the undo window is over; then each case is its own write.',
  ...whoActs,
  request: { params: tenantParam, ...jsonBody(bulkRequest) },
  responses: answers(201, bulkView, 'Ordered; it can be taken back until then'),
})
const show = route.get('/bulk-acts/{id}', {
  summary: 'What became of one’s own act on many cases',
  ...whoActs,
  request: { params: bulkParams },
  responses: answers(200, bulkView, 'As it stands; it is known for a day'),
})
const step = (verb: 'undo' | 'haste', summary: string) =>
  route.post(`/bulk-acts/{id}/${verb}`, {
    summary,
    ...whoActs,
    request: { params: bulkParams, ...jsonBody(z.strictObject({})) },
    responses: answers(200, bulkView, 'As it stands now'),
  })

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

export function bulkRoutes(ports: BulkPorts) {
  const api = newApi()
  api.openapi(preview, async (c) => {
    const { order, cases } = c.req.valid('json')
    const foreseen = await previewOrder(ports, c.get('staff'), order, cases)
    const read = await Promise.all(
      foreseen.map(async (one) => {
        const [complaint = null] = one.complaint
          ? await listAs(ports, c.get('staff'), [one.complaint], c.get('language'))
          : []
        return { ...one, complaint }
      }),
    )
    return c.json(previewView(read, order.act, c.get('language')), 200)
  })
  api.openapi(order, async (c) => {
    const { order, cases } = c.req.valid('json')
    return c.json(viewOf(await orderBulk(ports, c.get('staff'), order, cases), c.get('language')), 201)
  })
  api.openapi(show, async (c) =>
    c.json(viewOf(await bulkOf(ports, c.get('staff'), c.req.valid('param').id), c.get('language')), 200),
  )
  api.openapi(step('undo', 'Take all of it back before anything is done'), async (c) =>
    c.json(viewOf(await undoBulk(ports, c.get('staff'), c.req.valid('param').id), c.get('language')), 200),
  )
  api.openapi(step('haste', 'Do it now, without waiting'), async (c) =>
    c.json(viewOf(await hastenBulk(ports, c.get('staff'), c.req.valid('param').id), c.get('language')), 200),
  )
  return api
}
