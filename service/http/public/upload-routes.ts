import { z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { carriedDraft, carriedUntil, draftHandle, noDraft, sealedDraft } from '../../contract/arrivals.ts'
import { heldEvidenceView, type UploadView, uploadRequest, uploadView } from '../../contract/tenant-view.ts'
import { carryDraft, dropCarriedDraft, openCarriedDraft } from '../../filing/enter-complaint.ts'
import * as evidence from '../../filing/evidence/evidence.ts'
import { holdInShare } from '../../filing/evidence/shares.ts'
import * as uploads from '../../filing/evidence/uploads.ts'
import { dropHeld } from '../../keeping/evidence/held-evidence.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { isSignedIn } from '../identify.ts'
import type { ApiOffice } from '../office.ts'
import { answers, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { created, json, op } from '../operation.ts'
import { readMultipart } from '../send-file.ts'

const uploadEvidence = route.post('/', {
  summary: 'Upload a file as evidence',
  description: 'Streamed and sealed while it arrives; held for 24 hours until a complaint claims it.',
  request: {
    params: tenantParam,
    headers: z.object({
      'x-proof': z.string().max(4_000).optional(),
      'x-content-sha256': z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/)
        .optional()
        .openapi({ description: 'SHA-256 of the file in hex, as the sender counted it; another one is refused.' }),
    }),
  },
  // It is described here and not under `request`, whose validator would read the whole body into memory.
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
      },
    },
  },
  responses: answers(201, heldEvidenceView, 'Held'),
})

export function evidenceRoutes(ports: ApiOffice) {
  return newApi().openapi(uploadEvidence, async (c) => {
    const tenant = c.get('tenant')
    // An officer who takes in a full waiting room is no flood.
    const atTheDesk = await isSignedIn(ports, c)
    if (!atTheDesk) {
      const visit = { address: ports.addressOf(c), tenant: tenant.id, proof: c.req.header('x-proof') }
      await ports.limits.beforeEntering('upload', visit)
    }
    await ports.quotas.beforeUpload(tenant)
    const from = atTheDesk ? null : ports.hashAddress(ports.addressOf(c))
    const announced = Number(c.req.header('content-length') ?? 0)
    const coming = { from, bytes: Math.min(announced, evidence.mostBytesOf(tenant.settings)) }
    const { files } = await readMultipart(c.req.raw, async (field, name, bytes) => {
      if (field !== 'file') throw new Refusal('invalid', 'evidence/missing')
      const sha256 = c.req.valid('header')['x-content-sha256']
      return holdInShare(
        ports,
        tenant,
        coming,
        () => evidence.receiveEvidence(ports, tenant, { name: evidence.safeFileName(name), sha256, from }, bytes),
        ({ id }) => dropHeld(ports, tenant.id, [id]),
      )
    })
    const [received] = files
    if (!received) throw new Refusal('invalid', 'evidence/missing')
    c.header('Cache-Control', 'no-store')
    return c.json(received, 201)
  })
}

const token = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: '256 bits in hex that the sender made up and keeps secret; it is in no address.' })

const beginOrResume = route.post('/', {
  summary: 'Begin to upload a file in parts, or ask how far it is',
  description:
    'The same token finds the same upload for 24 hours, also after a cut or a reload: `offset` is how much of it is kept. ' +
    'One of which nothing was sent is forgotten after ten minutes.',
  request: {
    params: tenantParam,
    headers: z.object({ 'upload-token': token, 'x-proof': z.string().max(4_000).optional() }),
    ...jsonBody(uploadRequest),
  },
  responses: answers(200, uploadView, 'How far the upload is'),
})

const sendPart = route.patch('/{id}', {
  summary: 'Send the next part of a file',
  description:
    'Sealed while it arrives; the answer comes once it is on the disk. Of a part that is cut off, what was read is kept. ' +
    'The last part checks the SHA-256 of the whole and holds the file for 24 hours until a complaint claims it.',
  request: {
    params: tenantParam.extend({ id: z.string() }),
    headers: z.object({
      'upload-token': z
        .string()
        .max(200)
        .optional()
        .openapi({ description: 'The one that the upload was begun with.' }),
      'upload-offset': z
        .string()
        .regex(/^\d{1,15}$/)
        .openapi({
          description: 'Where this part begins; any other place than the next is refused with the right one.',
        }),
    }),
  },
  // It is described here and not under `request`, whose validator would read the whole body into memory.
  requestBody: {
    required: true,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
  responses: answers(200, uploadView, 'How far the upload is now'),
})

export function uploadRoutes(ports: ApiOffice) {
  const { limits, addressOf, hashSecret } = ports
  return newApi()
    .openapi(beginOrResume, async (c) => {
      const tenant = c.get('tenant')
      const headers = c.req.valid('header')
      const { name, size, sha256 } = c.req.valid('json')
      const promised = { token: headers['upload-token'], name: evidence.safeFileName(name), size, sha256 }
      c.header('Cache-Control', 'no-store')
      const known = await uploads.resumeUpload(ports, tenant, promised)
      if (known) return c.json(viewOf(known), 200)
      const atTheDesk = await isSignedIn(ports, c)
      if (!atTheDesk) {
        await limits.beforeEntering('upload', { address: addressOf(c), tenant: tenant.id, proof: headers['x-proof'] })
      }
      await ports.quotas.beforeUpload(tenant)
      const from = atTheDesk ? null : ports.hashAddress(addressOf(c))
      const begun = await holdInShare(
        ports,
        tenant,
        { from, bytes: size },
        () => uploads.beginUpload(ports, tenant, promised, from),
        ({ upload }) => uploads.dropUpload(ports, upload),
      )
      return c.json(viewOf(begun), 200)
    })
    .openapi(sendPart, async (c) => {
      const { id } = c.req.valid('param')
      const headers = c.req.valid('header')
      if (hashSecret(headers['upload-token'] ?? '') !== id) throw evidence.unknownUpload()
      const length = c.req.header('content-length')
      const body = c.req.raw.body ?? new Blob([]).stream()
      const state = await uploads
        .continueUpload(ports, c.get('tenant'), id, {
          offset: Number(headers['upload-offset']),
          length: length === undefined ? undefined : Number(length),
          bytes: readFrom(body),
        })
        .catch(async (cause: unknown) => {
          await dropRest(body)
          throw cause
        })
      c.header('Cache-Control', 'no-store')
      return c.json(viewOf(state), 200)
    })
}

/** Locks the stream only once somebody reads, and does not cancel what is left. */
async function* readFrom(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* body.values({ preventCancel: true })
}

/** Reads on, up to a bound, so that the sender receives the refusal instead of a broken connection. */
async function dropRest(body: ReadableStream<Uint8Array>): Promise<void> {
  let dropped = 0
  try {
    for await (const { length } of body) {
      dropped += length
      if (dropped > 4 * evidence.MOST_OF_PART) return
    }
  } catch {
    // The sender is gone.
  }
}

const viewOf = ({ upload, held }: uploads.UploadState): UploadView => ({
  id: upload.id,
  offset: evidence.receivedOf(upload),
  size: upload.size,
  part: { least: evidence.leastOfPart(upload.size), most: evidence.MOST_OF_PART },
  expiresAt: upload.expiresAt,
  held,
})

// The handle is in the body, because addresses are logged.
export const draftOperations = [
  op('POST /drafts', {
    summary: 'Keep a sealed draft for a day, to go on with it on another device or at the counter',
    headers: z.object({ 'x-proof': z.string().max(4_000).optional() }),
    body: carriedDraft,
    answer: created(carriedUntil, 'Kept until then, or until it is sent'),
    does: async ({ office, tenant: { id: tenant }, headers, body, c }) => {
      const visit = { address: office.addressOf(c), tenant, proof: headers['x-proof'] }
      await office.limits.beforeEntering('draft', visit)
      return { expiresAt: await carryDraft(office, tenant, body) }
    },
  }),
  op('POST /drafts/opening', {
    summary: 'Fetch a sealed draft by its handle',
    body: draftHandle,
    answer: json(sealedDraft, 'As it was sealed'),
    does: async ({ office, tenant, body }) => ({ sealed: await openCarriedDraft(office, tenant.id, body.handle) }),
  }),
  op('POST /drafts/destruction', {
    summary: 'Destroy a sealed draft',
    body: draftHandle,
    answer: json(noDraft, 'There is none under this handle any more'),
    does: async ({ office, tenant, body }) => {
      await dropCarriedDraft(office, tenant.id, body.handle)
      return {}
    },
  }),
]

export const limitDrafts =
  ({ limits, addressOf }: ApiOffice): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    limits.before('carrying', addressOf(c))
    c.header('Cache-Control', 'no-store')
    await next()
  }
