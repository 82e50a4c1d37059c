import { z } from '@hono/zod-openapi'
import { heldEvidenceView } from '../../contract/tenant-view.ts'
import { mostBytesOf, receiveEvidence, safeFileName } from '../../filing/evidence/evidence.ts'
import { holdInShare } from '../../filing/evidence/shares.ts'
import { dropHeld } from '../../keeping/evidence/held-evidence.ts'
import { Refusal } from '../../shared/refusal.ts'
import { isSignedIn } from '../identify-staff.ts'
import type { Office } from '../office.ts'
import { answers, newApi, route, tenantParam } from '../openapi.ts'
import { readMultipart } from '../read-multipart.ts'

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

export function evidenceRoutes(ports: Office) {
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
    const coming = { from, bytes: Math.min(announced, mostBytesOf(tenant.settings)) }
    const { files } = await readMultipart(c.req.raw, async (field, name, bytes) => {
      if (field !== 'file') throw new Refusal('invalid', 'evidence/missing')
      const sha256 = c.req.valid('header')['x-content-sha256']
      return holdInShare(
        ports,
        tenant,
        coming,
        () => receiveEvidence(ports, tenant, { name: safeFileName(name), sha256, from }, bytes),
        ({ id }) => dropHeld(ports, tenant.id, [id]),
      )
    })
    const [received] = files
    if (!received) throw new Refusal('invalid', 'evidence/missing')
    c.header('Cache-Control', 'no-store')
    return c.json(received, 201)
  })
}
