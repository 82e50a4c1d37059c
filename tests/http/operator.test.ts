import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import type { TenantListView } from '../../service/contract/installation.ts'
import { enteredBy, knock } from '../support/a-colleague.ts'
import { aNewUnit } from '../support/a-new-unit.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFiling } from '../support/an-office.ts'
import { anOperator, operator, setUpFactor, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService(withOperator)

async function asOperator() {
  const { session, headers } = await anOperator(service)
  return {
    session,
    get: (path: string) => fetch(`${service.url}/api/v1${path}`, { headers }),
    post: (path: string, body: unknown) =>
      fetch(`${service.url}/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}

const aUnit = (slug: string, details: Record<string, unknown> = {}) => ({
  slug,
  name: 'Kecamatan Umpama',
  shortName: 'Kecamatan',
  numberPrefix: 'KEC',
  admin: { name: 'Gita Misal', email: `admin@${slug}.example` },
  ...details,
})

describe('who runs the service', () => {
  it('is served nothing there before they showed a second factor, with the password of the first start too', async () => {
    const fresh = { name: 'Rani Contoh', email: 'rani@pengelola.example' }
    const { call } = await anOperator(service)
    const invited = await call('POST', '/operator/operators', fresh)
    const { setUpUrl } = (await invited.json()) as { setUpUrl: string }
    const token = setUpUrl.split('/').at(-1)
    const newcomer = await enteredBy(
      service,
      knock(service, '/invitations/acceptance', { token, password: 'kuda-laut-biru-77' }),
    )
    expect(newcomer.session.secondFactor).toBe('set-up')
    for (const path of [
      '/operator/tenants',
      '/operator/operators',
      '/operator/log',
      '/operator/keys',
      '/operator/tasks',
    ])
      expect(await refusalIn(newcomer.call('GET', path))).toBe('403 session/second-factor-needed')

    await setUpFactor(newcomer)
    expect((await newcomer.call('GET', '/operator/tenants')).status).toBe(200)
    const session = (await (await newcomer.call('GET', '/session')).json()) as SessionView
    expect(session.secondFactor).toBeNull()

    expect((await newcomer.call('DELETE', '/account/totp')).status).toBe(204)
    expect(await refusalIn(newcomer.call('GET', '/operator/tenants'))).toBe('403 session/second-factor-needed')
  })
})

describe('the operator', () => {
  it('is known as such, and belongs to no unit', async () => {
    const { session } = await asOperator()
    expect(session).toMatchObject({ staff: { email: operator.email, operator: true }, tenants: [] })
  })

  it('opens a unit whose admin sets it up, and which takes complaints once it has a head', async () => {
    const { get, post } = await asOperator()
    const opened = await post('/operator/tenants', aUnit('kecamatan-umpama'))
    expect(opened.status).toBe(201)
    const { setUpUrl } = (await opened.json()) as { setUpUrl: string }

    const listed = (await (await get('/operator/tenants')).json()) as { items: { tenant: string }[] }
    expect(listed.items.map(({ tenant }) => tenant)).toEqual(['bagian-organisasi', 'dinas-contoh', 'kecamatan-umpama'])
    const accepted = await fetch(`${service.url}/api/v1/invitations/acceptance`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: setUpUrl.split('/').at(-1), password: 'dua-gajah-tenang-8' }),
    })
    expect(await accepted.json()).toMatchObject({ tenants: [{ tenant: 'kecamatan-umpama', roles: ['tenant_admin'] }] })
    const { join } = await aNewUnit(service, 'kecamatan-kedua', 'KEC')
    await join('kepala', ['unit_head'])
    const { number } = await service.unit('kecamatan-kedua').file(aFiling())
    expect(number).toMatch(/^KEC-\d{4}-000001$/)
  })

  it('sees how each unit fares: when its last complaint came, and what is open, overdue or undelivered there', async () => {
    const { get } = await asOperator()
    const { join } = await aNewUnit(service, 'desa-umpama', 'DU')
    await join('kepala', ['unit_head'])
    const before = new Date().toISOString()
    await service.unit('desa-umpama').file(aFiling())
    await service.unit('desa-umpama').file(aFiling())

    const { items } = (await (await get('/operator/tenants')).json()) as TenantListView
    const unit = items.find(({ tenant }) => tenant === 'desa-umpama')!
    expect(unit).toMatchObject({ openCases: 2, overdueCases: 0, undeliveredCases: 0, channelsDown: [] })
    expect(unit.lastCaseAt! > unit.unseenSince!).toBe(true)
    expect(unit.unseenSince! > before).toBe(true)
    expect(JSON.stringify(items)).not.toMatch(/DU-\d{4}/)
  })

  it.each([
    ['a name that is taken', aUnit('dinas-contoh'), 409, 'tenant/slug-taken'],
    ['a name with capitals', aUnit('Kecamatan'), 400, 'request/invalid'],
    ['a name that is a path', aUnit('../x'), 400, 'request/invalid'],
    ['a prefix in small letters', aUnit('desa-umpama', { numberPrefix: 'kec' }), 400, 'request/invalid'],
    ['no admin', aUnit('desa-umpama', { admin: undefined }), 400, 'request/invalid'],
  ])('is refused %s', async (_, unit, status, code) => {
    const { post } = await asOperator()
    expect(await problemOf(await post('/operator/tenants', unit))).toMatchObject({ status, code })
  })

  it('is not the admin of a unit that they open, and then none is opened', async () => {
    const { get, post } = await asOperator()
    const admin = { name: 'Pengelola', email: operator.email }
    expect(await refusalIn(post('/operator/tenants', aUnit('desa-sendiri', { admin })))).toBe('409 staff/is-operator')
    const { items } = (await (await get('/operator/tenants')).json()) as TenantListView
    expect(items.map(({ tenant }) => tenant)).not.toContain('desa-sendiri')
  })

  it('of two who open the same unit at once is heard once', async () => {
    const { post } = await asOperator()
    const answers = await Promise.all([1, 2].map(() => post('/operator/tenants', aUnit('desa-misal'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})
