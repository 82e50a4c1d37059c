import { createHash, randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { UploadRequest, UploadView } from '../../service/contract/tenant-view.ts'
import type { Bindings, Kind, Unit } from './stand-in-service.ts'

export interface StandInUpload {
  readonly promised: UploadRequest
  bytes: Buffer
  held: UploadView['held']
}

type Answer = (
  c: Context<Bindings>,
  kind: Kind,
  proof: string | undefined,
  properly: () => Response,
) => Promise<Response>

/** Uploads in parts, in memory. What is sent in a request that is cut is lost. */
export function uploadsInParts(unitOf: (c: Context) => Unit, answer: Answer) {
  const stateOf = (id: string, { promised, bytes, held }: StandInUpload): UploadView => ({
    ...{ id, offset: bytes.length, size: promised.size, held },
    part: { least: 16_384, most: 1_048_576 },
    expiresAt: '2026-11-24T02:15:00.000Z',
  })

  return new Hono<Bindings>()
    .post('/', async (c) => {
      const promised = await c.req.json<UploadRequest>()
      const token = c.req.header('upload-token') ?? ''
      const { uploads } = unitOf(c)
      const upload = uploads.get(token) ?? { promised, bytes: Buffer.alloc(0), held: null }
      uploads.set(token, upload)
      return c.json(stateOf(token, upload))
    })
    .patch('/:id', async (c) => {
      const id = c.req.param('id')
      const part = Buffer.from(await c.req.arrayBuffer())
      const upload = unitOf(c).uploads.get(id)
      if (!upload) return c.body(null, 404)
      return answer(c, 'uploads', undefined, () => {
        upload.bytes = Buffer.concat([upload.bytes, part])
        const { name, size } = upload.promised
        const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
        if (upload.bytes.length === size) {
          const held = { id: randomBytes(8).toString('hex'), name, size, type: 'image/jpeg', sha256 }
          upload.held = { ...held, browserAgreed: sha256 === upload.promised.sha256 }
          unitOf(c).held.set(held.id, { ...upload.held, addedAt: '2026-11-23T02:15:00.000Z', available: true })
        }
        return c.json(stateOf(id, upload))
      })
    })
}
