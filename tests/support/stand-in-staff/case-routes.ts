import type { Context, Hono } from 'hono'
import { isActName, performAct } from './acts.ts'
import { fromNow } from './cases.ts'
import { fileRedacted, originalTaken } from './evidence.ts'
import { asked, decided, opened, type Reason, seenBy, waitingRequests } from './identity.ts'
import { preparedEntryOf } from './lapor.ts'
import { leaksIn } from './leaks.ts'
import { logPage } from './log.ts'
import { UNIT } from './office.ts'
import { countsOf, listPage } from './register.ts'
import { keepCase, onCase, problem, type Stage, unit, who } from './stage.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNQ2/GfgYGBiQEM1Hb8BwAcSwPRcvxkcgAAAABJRU5ErkJggg==',
  'base64',
)

export function mountRegister(app: Hono, stage: Stage): void {
  app.post(
    `${unit}/cases/:number/notices/:how`,
    onCase(stage, (c, found) => c.json(seenBy(who(c), found))),
  )
  app.get(`${unit}/cases`, (c) => c.json(listPage([...stage.office.cases.values()], new URL(c.req.url).searchParams)))
  app.post(`${unit}/cases`, (c) => {
    const key = c.req.header('Idempotency-Key') ?? ''
    const number =
      stage.office.filings.get(key) ?? `BO-2026-${String(200 + stage.office.filings.size).padStart(6, '0')}`
    stage.office.filings.set(key, number)
    const address = `http://127.0.0.1/t/${UNIT}`
    const clock = { clock: 'verification', label: 'Verifikasi', startedAt: fromNow(0), dueAt: fromNow(72) }
    const clocks = [{ ...clock, stoppedAt: null, pausedAt: null, overdue: false, explanation: '3 hari kerja.' }]
    const urls = { receiptUrl: `${address}/receipt`, followUpUrl: `${address}/follow`, verifyUrl: `${address}/verify` }
    return c.json({ number, trackingCode: 'K7QM-4XWP-9RTD-2HVC', receivedAt: fromNow(0), clocks, ...urls }, 201)
  })
  app.post(`${unit}/evidence`, async (c) => {
    const { file } = await c.req.parseBody()
    if (!(file instanceof File)) return problem(c, 400, 'evidence/missing')
    const { name, size, type } = file
    return c.json({ id: `held-${name}`, name, size, type, sha256: 'ab12'.repeat(16), browserAgreed: false }, 201)
  })
}

export function mountCase(app: Hono, stage: Stage): void {
  app.get(
    `${unit}/cases/:number`,
    onCase(stage, (c, found) => c.json(seenBy(who(c), found))),
  )
  app.get(`${unit}/cases/:number/clocks`, (c) => {
    const days = [
      { day: '2026-11-23', kind: 'begin', count: null },
      { day: '2026-11-24', kind: 'counted', count: 1 },
    ]
    const groups = [{ when: 'Selasa, 24 November', what: 'hari kerja ke-1', kind: 'counted' }]
    const found = stage.office.cases.get(c.req.param('number'))
    return c.json({ clocks: (found?.clocks ?? []).map(({ clock, label }) => ({ clock, label, days, groups })) })
  })
}

export function mountFiles(app: Hono, stage: Stage): void {
  app.get(`${unit}/cases/:number/evidence/:id/viewing-copy`, (c) => c.body(PIXEL, 200, { 'Content-Type': 'image/png' }))
  app.get(`${unit}/cases/:number/evidence/:id`, (c) => c.body(PIXEL, 200, { 'Content-Type': 'image/jpeg' }))
  app.post(
    `${unit}/cases/:number/evidence/:id/original`,
    onCase(stage, async (c, found) => {
      const body = await c.req.json<{ reason: string; leakReason?: string }>()
      const leaks = leaksIn(body)
      if (leaks.length > 0 && !body.leakReason)
        return problem(c, 409, 'text/names-reporter', undefined, { found: leaks })
      stage.office.cases.set(found.number, originalTaken(found, body.reason))
      return c.body('asli', 200, { 'Content-Type': 'application/pdf' })
    }),
  )
  app.post(
    `${unit}/cases/:number/evidence/:id/redaction`,
    onCase(stage, async (c, found) => {
      const decided = fileRedacted(found, c.req.param('id') ?? '', await c.req.json())
      return keepCase(stage, c, decided)
    }),
  )
}

export function mountIdentity(app: Hono, stage: Stage): void {
  app.post(
    `${unit}/cases/:number/tracking-code`,
    onCase(stage, (c, found) => {
      return c.json({ number: found.number, trackingCode: '7KQM-2XRD-9TXP-4WHD-3RVC' })
    }),
  )
  app.post(
    `${unit}/cases/:number/tracking-code/confirmation`,
    onCase(stage, (c, found) => {
      const confirmed = { ...found, identity: { ...found.identity, codeWaits: null } }
      stage.office.cases.set(found.number, confirmed)
      return c.json(confirmed)
    }),
  )
  app.post(
    `${unit}/cases/:number/identity/reveal`,
    onCase(stage, async (c, found) => {
      stage.office.cases.set(found.number, opened(found, who(c), await c.req.json<Reason>()))
      return c.json({
        name: 'Siti Contoh',
        address: 'Jalan Misal 2',
        phone: '0812-0000-0001',
        email: 'siti@warga.example',
        onBehalfOf: null,
        until: fromNow(1 / 6),
      })
    }),
  )
  app.post(
    `${unit}/cases/:number/identity/requests`,
    onCase(stage, async (c, found) => {
      const after = asked(found, who(c), await c.req.json<Reason>())
      return keepCase(stage, c, after)
    }),
  )
  app.post(`${unit}/cases/:number/identity/requests/:id/decision`, async (c) => {
    const found = stage.office.cases.get(c.req.param('number'))
    const after = found && decided(found, c.req.param('id'), await c.req.json())
    if (!after) return problem(c, 404, 'identity/request-unknown')
    return keepCase(stage, c, after)
  })
  app.get(`${unit}/identity-requests`, (c) => c.json({ items: waitingRequests([...stage.office.cases.values()]) }))
  // Identities are not sealed here.
  app.get(`${unit}/sealing`, (c) => c.json({ on: false, endAsked: null, keys: [], mayHold: false }))
}

export function mountDesk(app: Hono, stage: Stage): void {
  app.get(`${unit}/log`, (c) => c.json(logPage(c.req.query('cursor'))))
  app.get(`${unit}/case-counts`, (c) => c.json({ counts: countsOf([...stage.office.cases.values()]) }))
  app.post(
    `${unit}/cases/:number/presence`,
    onCase(stage, (c, found) => c.json({ revision: found.revision, last: null, others: [] })),
  )
  app.post(
    `${unit}/cases/:number/lapor-id`,
    onCase(stage, async (c, found) => {
      const { revision, id } = await c.req.json<{ revision: number; id: string | null }>()
      if (revision !== found.revision) return problem(c, 409, 'case/changed-meanwhile')
      const lapor = id ? { id, at: fromNow(0), by: 'Sri Contoh (Kepala Bagian)' } : null
      stage.office.cases.set(found.number, { ...found, revision: revision + 1, lapor })
      return c.json(seenBy(who(c), { ...found, revision: revision + 1, lapor }))
    }),
  )
  app.post(`${unit}/cases/:number/lapor-entry`, async (c) => {
    const { identity } = await c.req.json<{ identity?: object }>()
    return c.json(preparedEntryOf(identity !== undefined))
  })
}

export function mountActs(app: Hono, stage: Stage): void {
  app.get(`${unit}/cases/:number/reminders`, (c) => c.json({ items: [], proposed: [] }))
  const act = async (c: Context) => {
    const { number = '', act: name = '' } = c.req.param()
    const found = stage.office.cases.get(number)
    if (!found || !isActName(name)) return problem(c, 404, 'complaint/not-found')
    const body = await c.req.json<Record<string, unknown>>()
    if (body.revision !== found.revision) return problem(c, 409, 'case/changed-meanwhile')
    if (!found.acts.includes(name)) return problem(c, 409, 'case/wrong-status')
    const leaks = leaksIn(body)
    if (leaks.length > 0 && !body.leakReason) return problem(c, 409, 'text/names-reporter', undefined, { found: leaks })
    const after = performAct(found, name, body, 'Sri Contoh, Kepala Bagian')
    return keepCase(stage, c, after)
  }
  app.post(`${unit}/cases/:number/:act`, act)
  // As where a date of the office would pass meanwhile: nothing waits.
  app.post(`${unit}/cases/:number/timed/:act`, act)
}
