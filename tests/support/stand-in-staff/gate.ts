import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { TenantListView } from '../../../service/contract/installation.ts'
import { isActName, performAct } from './acts.ts'
import type { AlertView, staffAlerts } from './alerts.ts'
import { PASSWORD, sessionFor, UNIT } from './office.ts'
import { api, type Misbehaviour, problem, type Stage, unit } from './stage.ts'

/** Routes by which a test sets the stage. */
export function mountControls(app: Hono, stage: Stage, alerts: ReturnType<typeof staffAlerts>): void {
  app.post('/stand-in/misbehave', async (c) => {
    stage.office.misbehaviours.push(await c.req.json<Misbehaviour>())
    return c.body(null, 204)
  })
  app.post('/stand-in/alert', async (c) => {
    alerts.tell(await c.req.json<AlertView>())
    return c.body(null, 204)
  })
  app.post('/stand-in/departure', async (c) => {
    const departure = await c.req.json<TenantListView['items'][number]['departure']>()
    stage.office.units = stage.office.units.map((one) => ({ ...one, departure }))
    return c.body(null, 204)
  })
  app.post('/stand-in/end-sessions', (c) => {
    stage.office.sessions.clear()
    return c.body(null, 204)
  })
  app.post('/stand-in/cases/:number/:act', async (c) => {
    const { number, act } = c.req.param()
    const found = stage.office.cases.get(number)
    if (!found || !isActName(act)) return c.notFound()
    stage.office.cases.set(number, performAct(found, act, await c.req.json(), 'Dewi Misal, Petugas Verifikasi'))
    return c.body(null, 204)
  })
  app.get('/stand-in/requests', (c) => c.json(stage.office.requests))
}

/** Notes each request, misbehaves where a test wants it, and asks who it is. */
export function mountGate(app: Hono, stage: Stage): void {
  app.use(`${api}/*`, async (c, next) => {
    const { method, path } = c.req
    const isJson = c.req.header('Content-Type')?.startsWith('application/json') ?? false
    const body = isJson ? await c.req.text() : ''
    const { search: query } = new URL(c.req.url)
    stage.office.requests.push({ method, path, query, body, key: c.req.header('Idempotency-Key') ?? null })
    const at = stage.office.misbehaviours.findIndex((one) => one.method === method && path.endsWith(one.path))
    const [misbehaviour] = at < 0 ? [] : stage.office.misbehaviours.splice(at, 1)
    if (misbehaviour && misbehaviour.status >= 400) {
      const { status, code = 'service/fault', errors, body: more } = misbehaviour
      return problem(c, status as 500, code, errors, more)
    }
    if (misbehaviour?.body) return c.json(misbehaviour.body)
    const openPaths = [`${api}/invitations/acceptance`, `${api}/account-links/inspection`, unit]
    const isOpen = path.startsWith(`${api}/session`) || openPaths.includes(path)
    if (!isOpen && !stage.office.sessions.has(getCookie(c, 'session') ?? '')) return problem(c, 401, 'session/required')
    const isChange = method !== 'GET' && !isOpen
    if (isChange && c.req.header('X-CSRF-Token') !== 'token-of-the-session')
      return problem(c, 403, 'session/csrf-wrong')
    return next()
  })
}

export function mountSession(app: Hono, stage: Stage): void {
  const signIn = (c: Context, email: string) => {
    stage.office.sessions.add(email)
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
    return stage.office.sessions.has(email) ? c.json(sessionFor(email)) : problem(c, 401, 'session/required')
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
}
