import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import { aColleague, password } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

describe('one’s own sessions', () => {
  it('are listed with their device, and this one is marked', async () => {
    const person = await aColleague(service)
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const body = JSON.stringify({ email: person.email, password })
    const headers = { 'Content-Type': 'application/json', 'User-Agent': windows }
    await fetch(`${service.url}/api/v1/session`, { method: 'POST', headers, body })
    const { sessions } = await person.account()
    expect(sessions.map(({ device, current }) => ({ device, current }))).toEqual([
      { device: 'Firefox, Windows', current: false },
      { device: null, current: true },
    ])
    for (const { startedAt, lastUsedAt } of sessions) expect(startedAt <= lastUsedAt).toBe(true)
  })

  it('can be ended one by one; the next call of that one is refused', async () => {
    const person = await aColleague(service)
    const [there, elsewhere] = [await person.signIn(), await person.signIn()]
    const [own] = (await there.account()).sessions.filter(({ current }) => current)
    expect((await person.call('DELETE', `/account/sessions/${own!.id}`)).status).toBe(204)
    expect(await refusalIn(there.call('GET', '/session'))).toBe('401 session/required')
    expect((await elsewhere.call('GET', '/session')).status).toBe(200)
    expect(await refusalIn(person.call('DELETE', `/account/sessions/${own!.id}`))).toBe('404 session/unknown')
  })

  it('can be ended all but this one', async () => {
    const person = await aColleague(service)
    const others = [await person.signIn(), await person.signIn()]
    expect((await person.call('DELETE', '/account/sessions')).status).toBe(204)
    for (const other of others) expect(await refusalIn(other.call('GET', '/session'))).toBe('401 session/required')
    expect((await person.account()).sessions).toHaveLength(1)
  })

  it('are nobody else’s to end', async () => {
    const [person, other] = [await aColleague(service), await aColleague(service)]
    const [own] = (await person.account()).sessions
    expect(await refusalIn(other.call('DELETE', `/account/sessions/${own!.id}`))).toBe('404 session/unknown')
    expect((await person.call('GET', '/session')).status).toBe(200)
  })
})

describe('a new password', () => {
  it('is refused with the reason where it is easy to guess, and the old one goes on', async () => {
    const person = await aColleague(service)
    const change = (next: string) => person.call('POST', '/account/password', { present: password, next })
    expect(await refusalIn(change('bismillah123'))).toBe('400 password/common')
    expect(await refusalIn(change('gita-umpama-1'))).toBe('400 password/own-words')
    expect(await refusalIn(change(person.email))).toBe('400 password/own-words')
    expect((await person.knock()).status).toBe(200)
    const sentence = await (await change('indonesia2026')).text()
    expect(sentence).toContain('mudah ditebak')
  })

  it('needs the present one, and signs out everywhere else', async () => {
    const person = await aColleague(service)
    const there = await person.signIn()
    const change = (present: string, next: string) => person.call('POST', '/account/password', { present, next })
    expect(await refusalIn(change('tebakan', 'sandi-lain-sekali'))).toBe('401 session/wrong-password')
    expect(await refusalIn(change(password, 'pendek'))).toBe('400 request/invalid')
    expect((await there.call('GET', '/session')).status).toBe(200)

    expect((await change(password, 'sandi-lain-sekali')).status).toBe(204)

    expect(await refusalIn(there.call('GET', '/session'))).toBe('401 session/required')
    expect((await person.call('GET', '/session')).status).toBe(200)
    expect(await refusalIn(person.knock())).toBe('401 session/wrong-credentials')
    expect((await person.knock({ password: 'sandi-lain-sekali' })).status).toBe(200)
  })
})

describe('a confirmation', () => {
  it('is given by the password or a code, and not by a wrong one', async () => {
    const person = await aColleague(service)
    const { code, recoveryCodes } = await person.addApp()
    const confirm = (proof: unknown) => person.call('POST', '/session/confirmation', proof)
    expect(await refusalIn(confirm({ password: 'tebakan' }))).toBe('401 session/wrong-password')
    expect(await refusalIn(confirm({ totp: code(0) }))).toBe('401 session/wrong-totp')
    for (const proof of [{ password }, { totp: code(1) }, { totp: recoveryCodes[0] }]) {
      const { confirmedUntil } = await (await confirm(proof)).json()
      const minutes = (Date.parse(confirmedUntil) - Date.now()) / 60_000
      expect(minutes > 9 && minutes <= 10).toBe(true)
    }
    expect(await refusalIn(confirm({ totp: recoveryCodes[0] }))).toBe('401 session/wrong-totp')
    expect(await refusalIn(confirm({}))).toBe('400 request/invalid')
    expect(await refusalIn(confirm({ password, totp: code(1) }))).toBe('400 request/invalid')
  })
})

describe('a unit that asks its staff for a second factor', () => {
  const unit = 'dinas-contoh'

  it('refuses everything to who has shown none, until they have one, and tells the screens', async () => {
    const admin = await aColleague(service, ['tenant_admin', 'unit_head'], unit)
    const settings = `/tenants/${unit}/settings`
    const before = await (await admin.call('GET', settings)).json()
    expect(before.requireSecondFactor).toBe(false)
    expect((await admin.call('PUT', settings, { ...before, requireSecondFactor: true })).status).toBe(200)

    const paths = ['settings', 'staff', 'mailbox', 'cases', 'handlers', 'log']
    for (const path of paths) {
      const answer = admin.call('GET', `/tenants/${unit}/${path}`)
      expect([path, await refusalIn(answer)]).toEqual([path, '403 session/second-factor-needed'])
    }
    const shown = async (person: typeof admin) =>
      (await (await person.call('GET', '/session')).json()).tenants[0].secondFactorNeeded
    expect(await shown(admin)).toBe(true)

    const { code } = await admin.addApp()
    expect(await shown(admin)).toBe(false)
    expect((await admin.call('GET', settings)).status).toBe(200)
    const there = await admin.signIn({ totp: code(1) })
    expect((await there.call('GET', settings)).status).toBe(200)

    await admin.call('DELETE', '/account/totp')
    expect(await refusalIn(there.call('GET', settings))).toBe('403 session/second-factor-needed')
    const { device } = await admin.addPasskey()
    expect((await admin.call('GET', settings)).status).toBe(200)
    const byPassword = await admin.signIn()
    expect(await refusalIn(byPassword.call('GET', settings))).toBe('403 session/second-factor-needed')
    const options = await (await byPassword.call('POST', '/session/confirmation/passkey-options')).json()
    await byPassword.call('POST', '/session/confirmation', { passkey: device.get(options) })
    expect((await byPassword.call('GET', settings)).status).toBe(200)

    const after = await (await admin.call('GET', settings)).json()
    expect((await admin.call('PUT', settings, { ...after, requireSecondFactor: false })).status).toBe(200)
  })

  it('says after how many minutes the desk locks itself, and takes from five to sixty', async () => {
    const admin = await aColleague(service, ['tenant_admin'], unit)
    const settings = `/tenants/${unit}/settings`
    const before = await (await admin.call('GET', settings)).json()
    const minutes = async () => (await (await admin.call('GET', '/session')).json()).lockAfterMinutes
    expect([before.lockAfterMinutes, await minutes()]).toEqual([15, 15])
    expect((await admin.call('PUT', settings, { ...before, lockAfterMinutes: 61 })).status).toBe(400)
    const after = await (await admin.call('PUT', settings, { ...before, lockAfterMinutes: 5 })).json()
    expect([after.lockAfterMinutes, await minutes()]).toEqual([5, 5])
    await admin.call('PUT', settings, { ...after, lockAfterMinutes: 15 })
  })
})

const email = 'kepala@bagian-organisasi.demo'

const signIn = (body: unknown) =>
  fetch(`${service.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const session = (headers: Record<string, string>, method = 'GET') =>
  fetch(`${service.url}/api/v1/session`, { method, headers })

describe('signing in', () => {
  it('tells who one is, what one may do where, and sets a cookie that no script reads', async () => {
    const response = await signIn({ email, password: demoPassword })
    expect(await response.json()).toEqual({
      secondFactor: null,
      lockAfterMinutes: 15,
      expiresAt: expect.any(String),
      idleMinutes: 60,
      staff: { id: expect.any(String), name: 'Dewi Peraga', email, operator: false },
      tenants: [
        expect.objectContaining({
          tenant: 'bagian-organisasi',
          roles: ['unit_head'],
          permissions: expect.arrayContaining(['cases.read', 'cases.approve']),
        }),
      ],
      invitations: [],
      csrf: expect.stringMatching(/^[\w-]{20,}$/),
    })
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toMatch(/^aduan_session=[\w-]{20,};/)
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=36000']) {
      expect(cookie).toContain(attribute)
    }
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('knows an address whatever its case', async () => {
    expect((await signIn({ email: ` ${email.toUpperCase()} `, password: demoPassword })).status).toBe(200)
  })

  it.each([
    ['a wrong password', email, 'bukan-sandi-ini'],
    ['an unknown address', 'tidak.ada@bagian-organisasi.demo', demoPassword],
  ])('answers the same to %s', async (_, address, password) => {
    const response = await signIn({ email: address, password })
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await refusalIn(response)).toBe('401 session/wrong-credentials')
  })

  it.each([{}, { email }, { email, password: '' }, { email: 'x', password: 'y' }, { email, password: 7 }])(
    'is refused for %j',
    async (body) => {
      expect(await refusalIn(signIn(body))).toBe('400 request/invalid')
    },
  )
})

describe('a session', () => {
  it('is told again to who brings its cookie', async () => {
    const head = await service.unit().signIn('kepala')
    expect(await (await session(head.headers)).json()).toEqual(head.session)
  })

  it('changes nothing without its token, whatever the method', async () => {
    const office = service.unit()
    const { number } = await office.file()
    const head = await office.signIn('kepala')
    const { Cookie } = head.headers
    for (const token of [{}, { 'X-CSRF-Token': 'salah' }, { 'X-CSRF-Token': '' }]) {
      const headers = { Cookie, ...token } as Record<string, string>
      expect(await refusalIn(office.post(`/cases/${number}/verify`, { revision: 0 }, headers))).toBe(
        '403 session/csrf-wrong',
      )
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const changed = fetch(`${office.api}/staff/x`, { method, headers })
        expect(await refusalIn(changed)).toBe('403 session/csrf-wrong')
      }
      expect(await refusalIn(session(headers, 'DELETE'))).toBe('403 session/csrf-wrong')
    }
    expect((await head.case(number)).status).toBe('received')
  })

  it('is over once one signs out, and no other with it', async () => {
    const office = service.unit()
    const one = await office.signIn('kepala')
    const other = await office.signIn('kepala')
    expect((await session(one.headers, 'DELETE')).status).toBe(204)
    expect(await refusalIn(session(one.headers))).toBe('401 session/required')
    expect((await session(other.headers)).status).toBe(200)
  })
})

async function entered(url: string) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  const { csrf } = (await answer.json()) as SessionView
  return { cookie, pair: cookie.split(';')[0]!, csrf }
}

describe('where pages are served over TLS', () => {
  const service = oneService({ PUBLIC_URL: 'https://aduan.contoh.example' })
  const session = (cookie: string) => fetch(`${service.url}/api/v1/session`, { headers: { Cookie: cookie } })

  it('the session is in a cookie that no sibling host can plant', async () => {
    const { cookie, pair } = await entered(service.url)
    expect(pair).toMatch(/^__Host-aduan_session=[\w-]{20,}$/)
    expect(cookie).toMatch(/; Path=\//)
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(flag)
    expect(cookie).not.toContain('Domain')
    expect((await session(pair)).status).toBe(200)
  })

  it('a session under the plain name, which a sibling host can plant, counts for nothing', async () => {
    const { pair } = await entered(service.url)
    const planted = (await entered(service.url)).pair.replace('__Host-', '')
    expect(await refusalIn(session(planted))).toBe('401 session/required')
    for (const both of [`${planted}; ${pair}`, `${pair}; ${planted}`]) expect((await session(both)).status).toBe(200)
  })

  it('names the cookie in the description of the API', async () => {
    const described = await (await fetch(`${service.url}/openapi.json`)).text()
    expect(described).toContain('"__Host-aduan_session"')
  })
})

describe('without TLS', () => {
  const service = oneService()
  const session = (cookie: string) => fetch(`${service.url}/api/v1/session`, { headers: { Cookie: cookie } })

  it('of two sessions under one name neither counts, for one of them was planted', async () => {
    const [own, planted] = [await entered(service.url), await entered(service.url)]
    expect((await session(own.pair)).status).toBe(200)
    for (const both of [`${own.pair}; ${planted.pair}`, `${planted.pair}; ${own.pair}`])
      expect(await refusalIn(session(both))).toBe('401 session/required')
  })

  it('whoever signs out leaves no page in the cache, and a sealed draft of somebody else stays', async () => {
    const { pair, csrf } = await entered(service.url)
    const out = await fetch(`${service.url}/api/v1/session`, {
      method: 'DELETE',
      headers: { Cookie: pair, 'X-CSRF-Token': csrf },
    })
    expect(out.status).toBe(204)
    expect(out.headers.get('clear-site-data')).toBe('"cache"')
    expect(out.headers.get('set-cookie')).toMatch(/^aduan_session=;/)
    expect(await refusalIn(session(pair))).toBe('401 session/required')
  })
})
