import { randomBytes } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import type { ContactView } from '../../service/contract/identity.ts'
import { inStatus, withEvidence, withLine } from './stand-in-case.ts'
import type { Unit } from './stand-in-service.ts'

type Act = (view: ComplaintView, body: Record<string, unknown>, unit: Unit) => ComplaintView

const now = '2026-11-25T02:15:00.000Z'

function withContact(view: ComplaintView, channel: unknown, stands: Partial<ContactView>): ComplaintView {
  const contacts = view.rights.contacts.map((one) => (one.channel === channel ? { ...one, ...stands } : one))
  return { ...view, rights: { ...view.rights, contacts } }
}

const acts: Readonly<Record<string, Act>> = {
  messages: (view, { text, completes }) => {
    const message = {
      id: randomBytes(4).toString('hex'),
      at: now,
      from: 'reporter' as const,
      by: 'Pelapor',
      text: String(text),
    }
    const told = { ...view, messages: [...view.messages, message] }
    if (!completes || !view.completion) return told
    return withLine({ ...inStatus(told, 'received'), completion: null }, 'completed', 'Dilengkapi pelapor', 'Pelapor')
  },
  evidence: (view, { evidence }, unit) =>
    withEvidence(
      view,
      (evidence as string[]).flatMap((id) => unit.held.get(id) ?? []),
    ),
  withdrawal: (view, { reason }) =>
    withLine(
      { ...inStatus(view, 'withdrawn'), acts: [] },
      ...(['withdrawn', 'Dicabut oleh pelapor', 'Pelapor', (reason as string) ?? null] as const),
    ),
  objection: (view, { text }) =>
    withLine(
      {
        ...view,
        status: 'objected',
        statusLabel: 'Keberatan pelapor',
        statusMeaning: 'Ditinjau pejabat lain.',
        acts: ['message'],
      },
      ...(['objected', 'Keberatan diterima untuk diperiksa', 'Pelapor', String(text)] as const),
    ),
  reopening: (view) =>
    withLine({ ...inStatus(view, 'received'), lapsed: null }, 'reopened', 'Dibuka kembali oleh pelapor', 'Pelapor'),
  acceptance: (view) => ({ ...inStatus(view, 'closed'), acts: ['rating'] }),
  rating: (view, { stars, solved }) => ({
    ...view,
    rating: { stars: Number(stars), solved: solved === true },
    acts: view.acts.filter((act) => act !== 'rating'),
  }),
  transcript: (view, { text }) => {
    const { transcript } = view.spoken ?? {}
    if (!view.spoken || !transcript) return view
    const reply = { at: now, text: (text as string | undefined) ?? null }
    return { ...view, spoken: { ...view.spoken, transcript: { ...transcript, reply } }, acts: [] }
  },
  'identity/correction': (view) => withLine(view, 'identity_corrected', 'Identitas atau kontak diperbaiki', 'Pelapor'),
  'identity/withdrawal': (view) => ({
    ...view,
    privacy: 'anonymous',
    rights: { ...view.rights, identityGiven: false },
    acts: [...view.acts, 'identity'],
  }),
  'data-requests': (view, { kind, text }) => ({
    ...view,
    rights: {
      ...view.rights,
      requests: [
        {
          id: 'permintaan',
          at: now,
          kind: kind as 'erasure',
          kindLabel: 'Menghapus data saya',
          dueAt: '2026-11-28T02:15:00.000Z',
          overdue: false,
          explanation: '72 jam',
          text: String(text),
          answer: null,
        },
      ],
    },
  }),
  'contact-codes': (view, { channel }) =>
    withContact(view, channel, { state: 'awaited', until: '2026-11-25T03:15:00.000Z', triesLeft: 5 }),
  'contact-confirmations': (view, { channel }) =>
    withContact(view, channel, { state: 'confirmed', until: null, triesLeft: null, confirmedAt: now }),
  identity: (view) => ({ ...view, privacy: 'named', acts: view.acts.filter((act) => act !== 'identity') }),
}

type Bindings = { Bindings: HttpBindings }
type ProblemAnswer = (c: Context, status: number, extra: object) => Response

/** What a reporter can do with a complaint at the stand-in. */
export function reporterActs(unitOf: (c: Context) => Unit, problem: ProblemAnswer): Hono<Bindings> {
  const app = new Hono<Bindings>()
  const known = (c: Context) => {
    const found = unitOf(c).cases.get(c.req.param('number') ?? '')
    return found && c.req.header('authorization') === `Bearer ${found.code}` ? found : undefined
  }
  const notFound = (c: Context) =>
    problem(c, 404, { code: 'complaint/not-found', detail: 'Nomor atau kode tidak cocok.' })

  app.get('/', (c) => {
    const found = known(c)
    return found ? c.json(found.view) : notFound(c)
  })
  app.get('/receipt.pdf', (c) =>
    known(c) ? c.body('%PDF-1.7 stand-in', 200, { 'content-type': 'application/pdf' }) : notFound(c),
  )
  app.get('/clocks', (c) => {
    const found = known(c)
    const groups = [{ when: 'Selasa, 24 November', what: 'hari kerja ke-1', kind: 'counted' }]
    return found
      ? c.json({ clocks: found.view.clocks.map(({ clock, label }) => ({ clock, label, days: [], groups })) })
      : notFound(c)
  })
  app.get('/evidence/:id', (c) => (known(c) ? c.body('bytes', 200) : notFound(c)))
  app.get('/older/:page', (c) => {
    const page = known(c) && unitOf(c).olderPages[c.req.param('page')]
    return page ? c.json(page) : notFound(c)
  })
  app.get('/own-data.html', (c) => (known(c) ? c.html('<p>Siti Contoh</p>') : notFound(c)))
  app.post('/:act{[a-z/-]+}', async (c) => {
    const found = known(c)
    if (!found) return notFound(c)
    const name = c.req.param('act')
    const body = await c.req.json<Record<string, unknown>>()
    unitOf(c).requests.push({ kind: name, key: null, body })
    const act = acts[name]
    if (!act) return problem(c, 404, { code: 'request/unknown' })
    found.view = act(found.view, body, unitOf(c))
    return c.json(found.view, 201)
  })
  return app
}
