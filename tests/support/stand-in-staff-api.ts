import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cors } from 'hono/cors'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { DutiesView } from '../../service/contract/duties.ts'
import type { Problem } from '../../service/contract/problem.ts'
import type { TenantListView } from '../../service/contract/tenants.ts'
import { isActName, performAct } from './stand-in-staff/acts.ts'
import { type AlertView, staffAlerts } from './stand-in-staff/alerts.ts'
import { fromNow, handlers, officeCases } from './stand-in-staff/cases.ts'
import { operatorConsole } from './stand-in-staff/console.ts'
import { fileRedacted, originalTaken } from './stand-in-staff/evidence.ts'
import { asked, decided, opened, type Reason, sealedCases, seenBy, waitingRequests } from './stand-in-staff/identity.ts'
import { operatorKeys } from './stand-in-staff/keys.ts'
import { preparedEntryOf, staffLapor } from './stand-in-staff/lapor.ts'
import { leaksIn } from './stand-in-staff/leaks.ts'
import { letterExample } from './stand-in-staff/letters.ts'
import { logPage } from './stand-in-staff/log.ts'
import { aUnitsSettings, PASSWORD, rolesTable, sessionFor, someStaff, UNIT, unitView } from './stand-in-staff/office.ts'
import { standInPapers } from './stand-in-staff/papers.ts'
import { countsOf, listPage } from './stand-in-staff/register.ts'
import { otherUnits, staffTransfers } from './stand-in-staff/transfers.ts'
import { countedViews, noViews, savedList, todayOf } from './stand-in-staff/views.ts'
import { releases, widgetVersions } from './stand-in-staff/widget-versions.ts'
import { standInUnsent } from './stand-in-unsent.ts'

/** What the next fitting request is answered with, instead of what it asks for. */
export interface Misbehaviour {
  readonly method: string
  /** End of the path, without the query. */
  readonly path: string
  readonly status: number
  readonly code?: string
  readonly errors?: Problem['errors']
  /** Answered with this; of a refusal, what stands beside its code. */
  readonly body?: object
  readonly afterMilliseconds?: number
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNQ2/GfgYGBiQEM1Hb8BwAcSwPRcvxkcgAAAABJRU5ErkJggg==',
  'base64',
)

const aUnitInService = (tenant: string, name: string, openedAt: string): TenantListView['items'][number] => ({
  ...{
    tenant,
    name,
    openedAt,
    closing: null,
    departure: null,
    vouchedFor: null,
    unreadCases: 0,
    lastCaseAt: null,
    unseenSince: null,
  },
  ...{ openCases: 0, overdueCases: 0, undeliveredCases: 0, channelsDown: [], gaps: [], awaitsStaff: false },
  quotas: {
    filingsPerHour: { limit: 2_000, used: 3 },
    filingsPerDay: { limit: 10_000, used: 8_400 },
    evidenceGigabytes: { limit: 500, used: 1.2 },
    members: { limit: 300, used: 12 },
  },
})

function freshOffice() {
  return {
    cases: new Map([...officeCases(), ...sealedCases()].map((one): [string, CaseView] => [one.number, one])),
    settings: aUnitsSettings(),
    staff: someStaff(),
    units: [aUnitInService(UNIT, 'Bagian Contoh Sekretariat Daerah', fromNow(-1000))],
    views: noViews(),
    misbehaviours: [] as Misbehaviour[],
    sessions: new Set<string>(),
    filings: new Map<string, string>(),
    requests: [] as {
      readonly method: string
      readonly path: string
      readonly query: string
      readonly body: string
      readonly key: string | null
    }[],
  }
}

const problem = (
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 500,
  code: string,
  errors?: Problem['errors'],
  more: object = {},
) =>
  c.body(
    JSON.stringify({
      ...more,
      type: `urn:aduan:${code}`,
      title: code,
      status,
      code,
      detail: `(${code})`,
      requestId: 'req-7',
      ...(errors ? { errors } : {}),
    } satisfies Problem),
    status,
    { 'Content-Type': 'application/problem+json' },
  )

/**
 * The staff API in memory, by the contract's types, for tests of the admin application. Under `/stand-in` a test sets
 * the stage: begin anew, misbehave, end every session, or act on a case as somebody else.
 */
export function createStandIn(): Hono {
  let office = freshOffice()
  const alerts = staffAlerts()
  const papers = standInPapers()
  const transfers = staffTransfers()
  const unsent = standInUnsent()
  const app = new Hono()
  const api = '/api/v1'
  const unit = `${api}/tenants/${UNIT}`

  app.use(cors({ origin: (origin) => origin, credentials: true, exposeHeaders: ['X-Request-Id'] }))

  app.post('/stand-in/reset', (c) => {
    office = freshOffice()
    alerts.reset()
    papers.reset()
    transfers.reset()
    unsent.reset()
    return c.body(null, 204)
  })
  app.post('/stand-in/misbehave', async (c) => {
    office.misbehaviours.push(await c.req.json<Misbehaviour>())
    return c.body(null, 204)
  })
  app.post('/stand-in/alert', async (c) => {
    alerts.tell(await c.req.json<AlertView>())
    return c.body(null, 204)
  })
  app.post('/stand-in/departure', async (c) => {
    const departure = await c.req.json<TenantListView['items'][number]['departure']>()
    office.units = office.units.map((one) => ({ ...one, departure }))
    return c.body(null, 204)
  })
  app.post('/stand-in/end-sessions', (c) => {
    office.sessions.clear()
    return c.body(null, 204)
  })
  app.post('/stand-in/cases/:number/:act', async (c) => {
    const { number, act } = c.req.param()
    const found = office.cases.get(number)
    if (!found || !isActName(act)) return c.notFound()
    office.cases.set(number, performAct(found, act, await c.req.json(), 'Dewi Misal, Petugas Verifikasi'))
    return c.body(null, 204)
  })
  app.get('/stand-in/requests', (c) => c.json(office.requests))

  app.use(`${api}/*`, async (c, next) => {
    const { method, path } = c.req
    const isJson = c.req.header('Content-Type')?.startsWith('application/json') ?? false
    const body = isJson ? await c.req.text() : ''
    const { search: query } = new URL(c.req.url)
    office.requests.push({ method, path, query, body, key: c.req.header('Idempotency-Key') ?? null })
    const at = office.misbehaviours.findIndex((one) => one.method === method && path.endsWith(one.path))
    const [misbehaviour] = at < 0 ? [] : office.misbehaviours.splice(at, 1)
    if (misbehaviour?.afterMilliseconds) await new Promise((go) => setTimeout(go, misbehaviour.afterMilliseconds))
    if (misbehaviour && misbehaviour.status >= 400) {
      const { status, code = 'service/fault', errors, body: more } = misbehaviour
      return problem(c, status as 500, code, errors, more)
    }
    if (misbehaviour?.body) return c.json(misbehaviour.body)
    const openPaths = [`${api}/invitations/acceptance`, `${api}/account-links/inspection`, unit]
    const isOpen = path.startsWith(`${api}/session`) || openPaths.includes(path)
    if (!isOpen && !office.sessions.has(getCookie(c, 'session') ?? '')) return problem(c, 401, 'session/required')
    const isChange = method !== 'GET' && !isOpen
    if (isChange && c.req.header('X-CSRF-Token') !== 'token-of-the-session')
      return problem(c, 403, 'session/csrf-wrong')
    return next()
  })

  const who = (c: Context) => getCookie(c, 'session') ?? ''
  const signIn = (c: Context, email: string) => {
    office.sessions.add(email)
    setCookie(c, 'session', email, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.json(sessionFor(email))
  }

  app.post(`${api}/session`, async (c) => {
    const { email, password, totp } = await c.req.json<{ email: string; password: string; totp?: string }>()
    if (password !== PASSWORD) return problem(c, 401, 'session/wrong-credentials')
    if (email.startsWith('kode@') && !totp) return problem(c, 401, 'session/totp-needed')
    return signIn(c, email)
  })
  app.get(`${api}/session/ways`, (c) => c.json({ provider: null }))
  app.get(`${api}/session`, (c) => {
    const email = getCookie(c, 'session') ?? ''
    return office.sessions.has(email) ? c.json(sessionFor(email)) : problem(c, 401, 'session/required')
  })
  app.delete(`${api}/session`, (c) => {
    deleteCookie(c, 'session')
    return c.body(null, 204)
  })
  app.post(`${api}/account-links/inspection`, (c) => {
    const unitOf = { tenant: UNIT, name: 'Bagian Contoh', by: 'Budi Misal' }
    const link = { purpose: 'invitation', name: 'Sri Contoh', email: 'kepala@bagian-contoh.demo', unit: unitOf }
    return c.json({ ...link, signInFirst: false })
  })
  app.post(`${api}/invitations/acceptance`, async (c) => {
    const { token } = await c.req.json<{ token: string }>()
    return token === 'undangan' ? signIn(c, 'kepala@bagian-contoh.demo') : problem(c, 404, 'invitation/unknown')
  })

  app.get(unit, (c) => c.json(unitView(office.settings, c.req.header('Accept-Language') === 'en' ? 'en' : 'id')))
  app.get(`${unit}/handlers`, (c) =>
    c.json({ items: handlers.map((one) => ({ ...one, email: '', roles: [], state: 'active' })) }),
  )
  app.get(`${unit}/colleagues`, (c) =>
    c.json({ items: handlers.map(({ id, name, position }) => ({ id, name, position })) }),
  )
  app.route(`${unit}/alerts`, alerts.routes)
  app.route(unit, papers.routes)
  app.route(`${unit}/transfers`, transfers.routes)
  app.route(`${unit}/lapor`, staffLapor())
  app.get(`${unit}/other-units`, (c) => c.json({ items: otherUnits }))
  app.get(`${unit}/channels`, (c) => c.json({ items: [] }))
  app.get(`${unit}/channel-accounts`, (c) => c.json({ items: [] }))
  app.get(`${unit}/undelivered-notices`, (c) => c.json({ items: [], nextCursor: null }))
  app.get(`${unit}/views`, (c) => c.json(countedViews(office.views, [...office.cases.values()])))
  app.put(`${unit}/views/:whose`, async (c) => {
    const whose = c.req.param('whose') === 'shared' ? 'shared' : 'own'
    office.views = { ...office.views, [whose]: savedList(await c.req.json()) }
    return c.json(countedViews(office.views, [...office.cases.values()]))
  })
  app.get(`${unit}/today`, (c) => c.json(todayOf([...office.cases.values()], c.req.query('kind'))))
  app.get(`${unit}/today/counts`, (c) => {
    const { cases, pages } = todayOf([...office.cases.values()], undefined)
    return c.json({ cases, pages, reminders: 0 })
  })
  app.get(`${unit}/late`, (c) => c.json({ items: [], paused: [], nextCursor: null }))
  app.post(`${unit}/cases/:number/notices/:how`, (c) => {
    const found = office.cases.get(c.req.param('number'))
    return found ? c.json(seenBy(who(c), found)) : problem(c, 404, 'complaint/not-found')
  })
  app.get(`${unit}/cases`, (c) => c.json(listPage([...office.cases.values()], new URL(c.req.url).searchParams)))
  app.post(`${unit}/cases`, (c) => {
    const key = c.req.header('Idempotency-Key') ?? ''
    const number = office.filings.get(key) ?? `BO-2026-${String(200 + office.filings.size).padStart(6, '0')}`
    office.filings.set(key, number)
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
  app.get(`${unit}/cases/:number`, (c) => {
    const found = office.cases.get(c.req.param('number'))
    return found ? c.json(seenBy(who(c), found)) : problem(c, 404, 'complaint/not-found')
  })
  app.get(`${unit}/cases/:number/clocks`, (c) => {
    const days = [
      { day: '2026-11-23', kind: 'begin', count: null },
      { day: '2026-11-24', kind: 'counted', count: 1 },
    ]
    const groups = [{ when: 'Selasa, 24 November', what: 'hari kerja ke-1', kind: 'counted' }]
    const found = office.cases.get(c.req.param('number'))
    return c.json({ clocks: (found?.clocks ?? []).map(({ clock, label }) => ({ clock, label, days, groups })) })
  })
  app.get(`${unit}/cases/:number/evidence/:id/viewing-copy`, (c) => c.body(PIXEL, 200, { 'Content-Type': 'image/png' }))
  app.get(`${unit}/cases/:number/evidence/:id`, (c) => c.body(PIXEL, 200, { 'Content-Type': 'image/jpeg' }))
  app.post(`${unit}/cases/:number/evidence/:id/original`, async (c) => {
    const found = office.cases.get(c.req.param('number'))
    if (!found) return problem(c, 404, 'complaint/not-found')
    const body = await c.req.json<{ reason: string; leakReason?: string }>()
    const leaks = leaksIn(body)
    if (leaks.length > 0 && !body.leakReason) return problem(c, 409, 'text/names-reporter', undefined, { found: leaks })
    office.cases.set(found.number, originalTaken(found, body.reason))
    return c.body('asli', 200, { 'Content-Type': 'application/pdf' })
  })
  app.post(`${unit}/cases/:number/evidence/:id/redaction`, async (c) => {
    const found = office.cases.get(c.req.param('number'))
    if (!found) return problem(c, 404, 'complaint/not-found')
    const decided = fileRedacted(found, c.req.param('id'), await c.req.json())
    office.cases.set(found.number, decided)
    return c.json(seenBy(who(c), decided))
  })
  app.post(`${unit}/cases/:number/tracking-code`, (c) => {
    const found = office.cases.get(c.req.param('number'))
    if (!found) return problem(c, 404, 'complaint/not-found')
    return c.json({ number: found.number, trackingCode: '7KQM-2XRD-9TXP-4WHD-3RVC' })
  })
  app.post(`${unit}/cases/:number/identity/reveal`, async (c) => {
    const found = office.cases.get(c.req.param('number'))
    if (!found) return problem(c, 404, 'complaint/not-found')
    office.cases.set(found.number, opened(found, who(c), await c.req.json<Reason>()))
    return c.json({
      name: 'Siti Contoh',
      address: 'Jalan Misal 2',
      phone: '0812-0000-0001',
      email: 'siti@warga.example',
      onBehalfOf: null,
      until: fromNow(1 / 6),
    })
  })
  app.post(`${unit}/cases/:number/identity/requests`, async (c) => {
    const found = office.cases.get(c.req.param('number'))
    if (!found) return problem(c, 404, 'complaint/not-found')
    const after = asked(found, who(c), await c.req.json<Reason>())
    office.cases.set(found.number, after)
    return c.json(seenBy(who(c), after))
  })
  app.post(`${unit}/cases/:number/identity/requests/:id/decision`, async (c) => {
    const found = office.cases.get(c.req.param('number'))
    const after = found && decided(found, c.req.param('id'), await c.req.json())
    if (!after) return problem(c, 404, 'identity/request-unknown')
    office.cases.set(after.number, after)
    return c.json(seenBy(who(c), after))
  })
  app.get(`${unit}/identity-requests`, (c) => c.json({ items: waitingRequests([...office.cases.values()]) }))
  // Identities are not sealed here.
  app.get(`${unit}/sealing`, (c) => c.json({ on: false, endAsked: null, keys: [], mayHold: false }))
  app.get(`${unit}/log`, (c) => c.json(logPage(c.req.query('cursor'))))
  app.get(`${unit}/case-counts`, (c) => c.json({ counts: countsOf([...office.cases.values()]) }))
  app.post(`${unit}/cases/:number/presence`, (c) => {
    const found = office.cases.get(c.req.param('number'))
    return found ? c.json({ revision: found.revision, last: null, others: [] }) : problem(c, 404, 'complaint/not-found')
  })
  app.post(`${unit}/cases/:number/lapor-id`, async (c) => {
    const found = office.cases.get(c.req.param('number'))
    if (!found) return problem(c, 404, 'complaint/not-found')
    const { revision, id } = await c.req.json<{ revision: number; id: string | null }>()
    if (revision !== found.revision) return problem(c, 409, 'case/changed-meanwhile')
    const lapor = id ? { id, at: fromNow(0), by: 'Sri Contoh (Kepala Bagian)' } : null
    office.cases.set(found.number, { ...found, revision: revision + 1, lapor })
    return c.json(seenBy(who(c), { ...found, revision: revision + 1, lapor }))
  })
  app.post(`${unit}/cases/:number/lapor-entry`, async (c) => {
    const { identity } = await c.req.json<{ identity?: object }>()
    return c.json(preparedEntryOf(identity !== undefined))
  })
  unsent.mount(app, unit)
  app.get(`${unit}/cases/:number/reminders`, (c) => c.json({ items: [], proposed: [] }))
  const act = async (c: Context) => {
    const { number = '', act: name = '' } = c.req.param()
    const found = office.cases.get(number)
    if (!found || !isActName(name)) return problem(c, 404, 'complaint/not-found')
    const body = await c.req.json<Record<string, unknown>>()
    if (body.revision !== found.revision) return problem(c, 409, 'case/changed-meanwhile')
    if (!found.acts.includes(name)) return problem(c, 409, 'case/wrong-status')
    const leaks = leaksIn(body)
    if (leaks.length > 0 && !body.leakReason) return problem(c, 409, 'text/names-reporter', undefined, { found: leaks })
    const after = performAct(found, name, body, 'Sri Contoh, Kepala Bagian')
    office.cases.set(number, after)
    return c.json(seenBy(who(c), after))
  }
  app.post(`${unit}/cases/:number/:act`, act)
  // As where a date of the office would pass meanwhile: nothing waits.
  app.post(`${unit}/cases/:number/timed/:act`, act)

  app.get(`${unit}/settings`, (c) => c.json(office.settings))
  app.post(`${unit}/settings/calendar/preview`, (c) =>
    c.json({ days: [{ day: '2026-12-09', name: null, open: [['08:00', '16:00']] }], everyWeek: false, movedCases: 12 }),
  )
  app.post(`${unit}/settings/calendar/holidays`, (c) =>
    c.json({
      days: [{ day: '2027-01-01', name: 'Tahun Baru Masehi', kind: 'national' }],
      leftOut: [{ name: 'Rapat mingguan', reason: 'repeats' }],
    }),
  )
  app.post(`${unit}/settings/letters/preview`, (c) => c.json(letterExample))
  app.put(`${unit}/settings`, async (c) => {
    const written = await c.req.json<typeof office.settings>()
    if (written.revision !== office.settings.revision) return problem(c, 409, 'tenant/changed-meanwhile')
    office.settings = { ...written, revision: written.revision + 1 }
    return c.json(office.settings)
  })
  app.get(`${unit}/staff`, (c) => c.json({ items: office.staff }))
  app.get(`${unit}/staff/roles`, (c) => c.json(rolesTable))
  const noGaps: DutiesView = { duties: [], people: [], awaitsStaff: false }
  app.get(`${unit}/duties`, (c) => c.json(noGaps))
  app.post(`${unit}/staff`, async (c) => {
    const words = await c.req.json<Omit<(typeof office.staff)[number], 'id' | 'state'>>()
    const invitation = { at: fromNow(0), by: 'Budi Misal', mail: null, account: null }
    const staff = { id: `baru-${office.staff.length}`, ...words, state: 'invited' as const, invitation }
    office.staff.push(staff)
    return c.json({ staff, setUpUrl: 'http://127.0.0.1/admin/#/invitation/sekali-pakai', asked: [] }, 201)
  })
  app.patch(`${unit}/staff/:id`, async (c) => {
    const words = await c.req.json<Partial<(typeof office.staff)[number]>>()
    office.staff = office.staff.map((one) => (one.id === c.req.param('id') ? { ...one, ...words } : one))
    return c.json({ ...office.staff.find(({ id }) => id === c.req.param('id')), asked: [] })
  })
  app.delete(`${unit}/staff/:id`, (c) => {
    office.staff = office.staff.filter(({ id }) => id !== c.req.param('id'))
    return c.body(null, 204)
  })
  app.get(`${unit}/mailbox`, (c) =>
    c.json({
      items: [
        'Undangan ke ruang petugas',
        'Pengaduan BO-2026-000124 diterima',
        'Pengaduan BO-2026-000123 diterima',
      ].map((subject, position) => ({
        id: `surat-${position}`,
        at: fromNow(-position * 5),
        to: position === 0 ? 'verifikator@bagian-contoh.demo' : 'siti@warga.example',
        subject,
        text: `${subject}.\n\nIkuti di http://127.0.0.1/t/${UNIT}/follow\n\nSurat ini dikirim otomatis.`,
      })),
      nextCursor: null,
    }),
  )
  app.route(`${api}/operator/keys`, operatorKeys())
  app.route(`${api}/operator/widget-versions`, widgetVersions())
  app.route(`${api}/operator`, operatorConsole())
  app.get(`${api}/account/announcements`, (c) => c.json({ items: [] }))
  app.post(`${api}/account/announcements/:id/dismissal`, (c) => c.json({ items: [] }))
  app.get('/widget/versions.json', (c) => c.json(releases))
  app.get('/embed/:tenant/preview', (c) => c.html('<!doctype html><title>Pratinjau</title>'))
  app.get(`${unit}/trust`, (c) => c.json({ fingerprint: ['01234', '56789', '01234', '56789', '01234', '56789'] }))
  app.get(`${api}/operator/tenants`, (c) => c.json({ items: office.units }))
  app.put(`${api}/operator/tenants/:tenant/quotas`, (c) => c.json({ items: office.units }))
  app.post(`${api}/operator/tenants`, async (c) => {
    const { slug, name } = await c.req.json<{ slug: string; name: string }>()
    if (slug === UNIT) return problem(c, 409, 'tenant/slug-taken')
    office.units.push(aUnitInService(slug, name, fromNow(0)))
    return c.json({ tenant: slug, setUpUrl: 'http://127.0.0.1/admin/#/invitation/admin-pertama' }, 201)
  })
  return app
}

/** Starts the stand-in on a free port of this machine. */
export async function startStandIn(): Promise<{ readonly origin: string; readonly server: ServerType }> {
  const server = serve({ fetch: createStandIn().fetch, hostname: 'localhost', port: 0 })
  await new Promise((listening) => server.once('listening', listening))
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server }
}
