import { createHash, randomBytes } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { ComplaintRequest } from '../../service/contract/complaint-request.ts'
import type {
  ComplaintView,
  EvidenceView,
  OlderComplaintView,
  ReceiptView,
} from '../../service/contract/complaint-view.ts'
import type { SimilarView } from '../../service/contract/register.ts'
import type { ReadingPostsView, TenantView } from '../../service/contract/tenant-view.ts'
import { reporterActs } from './stand-in-acts.ts'
import { newCase, newReceipt } from './stand-in-case.ts'
import { standInUnit } from './stand-in-unit.ts'
import { type StandInUpload, uploadsInParts } from './stand-in-uploads.ts'

/** How the next request of a kind is answered instead of properly; each entry is used once, in order. */
export type Misbehaviour =
  /** The connection breaks before anything is done. */
  | { readonly kind: 'cut' }
  /** It is done, and then the connection breaks: the answer is lost. */
  | { readonly kind: 'lose-answer' }
  /** Waits until the test says `release`. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'ask-for-proof' }
  | { readonly kind: 'refuse'; readonly status: number; readonly problem: object; readonly retryAfter?: number }

export type Kind = 'unit' | 'evidence' | 'uploads' | 'complaints'

/** What a test tells the stand-in about one unit. */
export interface Instructions {
  readonly unit?: Partial<TenantView>
  readonly misbehave?: Partial<Record<Kind, Misbehaviour[]>>
  /** Replaces parts of a complaint's view. */
  readonly cases?: Readonly<Record<string, Partial<ComplaintView>>>
  /** Older pages of its complaints, by their names. */
  readonly olderPages?: Readonly<Record<string, OlderComplaintView>>
  readonly release?: true
  /** How complaints in each of its categories went. */
  readonly similar?: SimilarView
}

export interface Recorded {
  readonly kind: string
  readonly key: string | null
  readonly body: unknown
}

/** What the stand-in knows of one unit. Tests run side by side, so each uses a unit of its own. */
export class Unit {
  overrides: Partial<TenantView> = {}
  misbehave: Partial<Record<Kind, Misbehaviour[]>> = {}
  readonly requests: Recorded[] = []
  readonly filings = new Map<string, { body: string; receipt: ReceiptView }>()
  readonly cases = new Map<string, { code: string; view: ComplaintView }>()
  readonly held = new Map<string, EvidenceView>()
  readonly uploads = new Map<string, StandInUpload>()
  olderPages: Readonly<Record<string, OlderComplaintView>> = {}
  release: () => void = () => {}
  similar: SimilarView = { received: null, answered: null, usualDays: null, latest: [] }
}

export type Bindings = { Bindings: HttpBindings }
const secret = { hmacSignatureSecret: 'stand-in', hmacKeySignatureSecret: 'stand-in-keys' }

const problem = (c: Context, status: number, extra: object, retryAfter?: number) =>
  c.body(
    JSON.stringify({ type: 'about:blank', title: 'Ditolak', status, requestId: 'r', detail: 'Ditolak.', ...extra }),
    status as 400,
    { 'content-type': 'application/problem+json', ...(retryAfter && { 'retry-after': String(retryAfter) }) },
  )

const cut = (c: Context<Bindings>) => {
  c.env.outgoing.destroy()
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
}

function instruct(unit: Unit, { unit: overrides, misbehave, release, similar, olderPages, cases }: Instructions) {
  if (overrides) unit.overrides = overrides
  if (misbehave) unit.misbehave = misbehave
  if (release) unit.release()
  if (similar) unit.similar = similar
  if (olderPages) unit.olderPages = olderPages
  for (const [number, parts] of Object.entries(cases ?? {})) {
    const known = unit.cases.get(number)
    if (known) known.view = { ...known.view, ...parts }
  }
}

/** Answers properly, unless a test wants otherwise. */
async function answerAs(
  instructed: Misbehaviour | undefined,
  unit: Unit,
  c: Context<Bindings>,
  properly: () => Response,
): Promise<Response> {
  switch (instructed?.kind) {
    case 'cut':
      return cut(c)
    case 'lose-answer':
      properly()
      return cut(c)
    case 'hold':
      await new Promise<void>((done) => {
        unit.release = done
      })
      return properly()
    case 'ask-for-proof':
      return problem(c, 428, { code: 'limit/proof-needed', challenge: await newChallenge() })
    case 'refuse':
      return problem(c, instructed.status, instructed.problem, instructed.retryAfter)
    case undefined:
      return properly()
  }
}

async function hold(c: Context, unit: Unit, file: File) {
  const sha256 = createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex')
  const counted = c.req.header('x-content-sha256')
  return () => {
    if (counted && counted !== sha256) return problem(c, 400, { code: 'evidence/damaged' })
    const id = randomBytes(8).toString('hex')
    const held = { id, name: file.name, size: file.size, type: file.type, sha256, browserAgreed: counted === sha256 }
    unit.held.set(id, { ...held, addedAt: '2026-11-23T02:15:00.000Z', available: true })
    return c.json(held, 201)
  }
}

const file = (c: Context, unit: Unit, key: string, complaint: Omit<ComplaintRequest, 'proof'>) => () => {
  const body = JSON.stringify(complaint)
  const known = unit.filings.get(key)
  if (known) return known.body === body ? c.json(known.receipt, 201) : problem(c, 409, { code: 'request/key-reused' })
  const number = `BC-2026-${String(unit.cases.size + 1).padStart(6, '0')}`
  const receipt = newReceipt(number, new URL(c.req.url).origin)
  const evidence = complaint.evidence.flatMap((id) => unit.held.get(id) ?? [])
  unit.filings.set(key, { body, receipt })
  unit.cases.set(number, { code: receipt.trackingCode, view: newCase(receipt, complaint, evidence) })
  return c.json(receipt, 201)
}

/** The public API in memory, for tests of the widget alone. It can fail in every way that a network does. */
export function standInService(): Hono<Bindings> {
  const units = new Map<string, Unit>()
  const unitOf = (c: Context): Unit => {
    const tenant = c.req.param('tenant') ?? ''
    const unit = units.get(tenant) ?? new Unit()
    units.set(tenant, unit)
    return unit
  }

  async function answer(c: Context<Bindings>, kind: Kind, proof: string | undefined, properly: () => Response) {
    const unit = unitOf(c)
    const instructed = unit.misbehave[kind]?.shift()
    if (proof && !(await isSolved(proof))) return problem(c, 400, { code: 'limit/wrong-proof' })
    return answerAs(instructed, unit, c, properly)
  }

  const app = new Hono<Bindings>()
  // A browser silently repeats a request whose kept connection broke; on fresh ones the page gets to know.
  app.use(async (c, next) => {
    await next()
    c.header('connection', 'close')
  })
  app.use(cors({ origin: '*', exposeHeaders: ['retry-after'] }))

  app.put('/stand-in/:tenant', async (c) => {
    instruct(unitOf(c), await c.req.json<Instructions>())
    return c.body(null, 204)
  })
  app.get('/stand-in/:tenant', (c) =>
    c.json({
      requests: unitOf(c).requests,
      numbers: [...unitOf(c).cases.keys()],
      files: [...unitOf(c).held.values()],
    }),
  )

  app.get('/api/v1/tenants/:tenant/reading-posts', (c) => c.json({ posts: [] } satisfies ReadingPostsView))
  app.get('/api/v1/tenants/:tenant', (c) => {
    const asked = c.req.header('accept-language')
    // A unit's own texts have no Javanese.
    const view = standInUnit(c.req.param('tenant'), asked === 'en' ? 'en' : 'id', new URL(c.req.url).origin)
    const language = asked === 'jv' ? 'jv' : view.language
    return answer(c, 'unit', undefined, () => c.json({ ...view, language, ...unitOf(c).overrides }))
  })

  app.get('/api/v1/tenants/:tenant/categories/:category/similar', (c) => {
    unitOf(c).requests.push({ kind: 'similar', key: null, body: new URL(c.req.url).pathname.split('/').slice(5) })
    return c.json(unitOf(c).similar)
  })

  app.post('/api/v1/tenants/:tenant/evidence', async (c) => {
    const { file } = await c.req.parseBody()
    if (!(file instanceof File)) return problem(c, 400, { code: 'request/invalid' })
    return answer(c, 'evidence', c.req.header('x-proof'), await hold(c, unitOf(c), file))
  })

  app.route('/api/v1/tenants/:tenant/evidence/uploads', uploadsInParts(unitOf, answer))

  app.post('/api/v1/tenants/:tenant/complaints', async (c) => {
    const unit = unitOf(c)
    const { proof, ...complaint } = await c.req.json<ComplaintRequest>()
    const key = c.req.header('idempotency-key') ?? null
    unit.requests.push({ kind: 'complaints', key, body: complaint })
    return answer(c, 'complaints', proof, file(c, unit, key ?? '', complaint))
  })

  app.route('/api/v1/tenants/:tenant/complaints/:number', reporterActs(unitOf, problem))
  return app
}

const newChallenge = () =>
  createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 100, counter: 25, deriveKey, ...secret })

async function isSolved(proof: string): Promise<boolean> {
  const { challenge, solution } = JSON.parse(atob(proof))
  return (await verifySolution({ challenge, solution, deriveKey, ...secret })).verified
}
