import { describe, expect, it } from 'vitest'
import { refusalIn } from '../support/a-problem.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
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
