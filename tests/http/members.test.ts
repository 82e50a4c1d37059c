import { describe, expect, it } from 'vitest'
import type { InvitedStaffView, SessionView, StaffMemberView } from '../../service/contract/account.ts'
import type { RolesView } from '../../service/contract/staff.ts'
import { permissions, permissionsOf } from '../../service/offices/staff/permissions.ts'
import { vouchFor } from '../support/a-colleague.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const password = 'sandi-pilihan-sendiri'
let people = 0

const somebody = (details: Record<string, unknown> = {}) => ({
  name: 'Fajar Umpama',
  position: 'Petugas penangan',
  email: `fajar${people++}@contoh.example`,
  roles: ['case_handler'],
  ...details,
})

const json = (method: string, body: unknown, headers: Record<string, string>) => ({
  method,
  headers: { ...headers, 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

const invite = async (member: unknown, mailbox = 'admin', unit?: string) =>
  (await service.staff(mailbox, unit)).post('/staff', member)

const accept = (token: string, chosen = password) =>
  fetch(`${service.url}/api/v1/invitations/acceptance`, json('POST', { token, password: chosen }, {}))

const change = async (id: string, body: unknown) =>
  fetch(`${service.unit().api}/staff/${id}`, json('PATCH', body, (await service.staff('admin')).headers))

const remove = async (id: string, unit?: string) =>
  fetch(`${service.unit(unit).api}/staff/${id}`, {
    method: 'DELETE',
    headers: (await service.staff('admin', unit)).headers,
  })

const members = async (unit?: string): Promise<StaffMemberView[]> =>
  ((await (await (await service.staff('admin', unit)).get('/staff')).json()) as { items: StaffMemberView[] }).items

const invited = async (response: Response): Promise<InvitedStaffView> => {
  expect(response.status).toBe(201)
  return response.json()
}
const tokenIn = ({ setUpUrl }: InvitedStaffView) => setUpUrl!.split('/').at(-1)!

describe('somebody who is invited', () => {
  it('chooses a password by the one-time link, is signed in at once, and works from then on', async () => {
    const person = somebody()
    const invitation = await invited(await invite(person))
    expect(invitation).toMatchObject({ staff: { name: person.name, email: person.email, state: 'invited' } })
    expect(invitation.setUpUrl).toMatch(/\/admin\/#\/invitation\/[\w-]{20,}$/)

    const accepted = await accept(tokenIn(invitation))
    expect(accepted.status).toBe(200)
    expect(accepted.headers.get('set-cookie')).toMatch(/^aduan_session=.*HttpOnly/)
    const session = (await accepted.json()) as SessionView
    expect(session).toMatchObject({
      staff: { email: person.email },
      tenants: [{ tenant: 'bagian-organisasi', roles: ['case_handler'] }],
    })
    expect((await members()).find(({ email }) => email === person.email)).toMatchObject({ state: 'active' })
    expect(await refusalIn(accept(tokenIn(invitation)))).toBe('404 invitation/unknown')
  })

  it('gets a new link when invited again, and the old one works no more', async () => {
    const person = somebody()
    const first = await invited(await invite(person))
    const second = await invited(await invite(person))
    expect(await refusalIn(accept(tokenIn(first)))).toBe('404 invitation/unknown')
    expect((await accept(tokenIn(second))).status).toBe(200)
  })

  it('needs a password of twelve characters', async () => {
    const invitation = await invited(await invite(somebody()))
    const { code, errors } = await problemOf(await accept(tokenIn(invitation), 'pendek'))
    expect([code, errors]).toMatchObject(['request/invalid', [{ path: 'password', code: 'too-short' }]])
    expect((await accept(tokenIn(invitation))).status).toBe(200)
  })

  it('by one unit gives another unit no way into their account', async () => {
    const person = somebody({ roles: ['unit_head'] })
    const here = await invited(await invite(person))
    const there = await invited(await invite({ ...person, roles: ['observer'] }, 'admin', 'dinas-contoh'))
    expect((await accept(tokenIn(here))).status).toBe(200)
    expect(await refusalIn(accept(tokenIn(there)))).toBe('409 invitation/sign-in-first')
  })

  it('is nobody who runs the service, since an operator reads no complaint', async () => {
    expect(await refusalIn(invite(somebody({ email: 'operator@aduan.local' })))).toBe('409 staff/is-operator')
  })
})

describe('a member of staff', () => {
  it('gets other roles, which hold at once', async () => {
    const { staff } = await invited(await invite(somebody()))
    const changed = await change(staff.id, { name: 'Fajar U.', position: 'Kepala seksi', roles: ['observer'] })
    expect(await changed.json()).toMatchObject({ name: 'Fajar U.', position: 'Kepala seksi', roles: ['observer'] })
    const handlers = (await (await (await service.staff('kepala')).get('/handlers')).json()) as {
      items: StaffMemberView[]
    }
    expect(handlers.items.map(({ id }) => id)).not.toContain(staff.id)
  })

  it('does not begin with a password made of the name of the unit', async () => {
    const token = tokenIn(await invited(await invite(somebody())))
    const begin = (password: string) =>
      fetch(`${service.url}/api/v1/invitations/acceptance`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token, password }),
      })
    expect(await refusalIn(begin('bagianorganisasi'))).toBe('400 password/own-words')
  })

  it('who is removed finds the unit no more, though signed in', async () => {
    const invitation = await invited(await invite(somebody()))
    const accepted = await accept(tokenIn(invitation))
    const { csrf } = (await accepted.json()) as SessionView
    const headers = { Cookie: accepted.headers.get('set-cookie')!.split(';')[0]!, 'X-CSRF-Token': csrf }
    const look = () => fetch(`${service.unit().api}/cases`, { headers })
    await vouchFor(service, invitation.staff.id)
    expect((await look()).status).toBe(200)
    expect((await remove(invitation.staff.id)).status).toBe(204)
    expect(await refusalIn(look())).toBe('404 tenant/unknown')
    expect(await refusalIn(remove(invitation.staff.id))).toBe('404 staff/unknown')
  })

  it.each([{ roles: [] }, { roles: ['platform_operator'] }, { email: 'x' }, { name: ' ' }, { password: 'x' }])(
    'is not invited with %j',
    async (details) => {
      expect(await refusalIn(invite(somebody(details)))).toBe('400 request/invalid')
    },
  )
})

describe('the last admin of a unit', () => {
  it('is neither removed, nor given other roles, nor invited out of theirs', async () => {
    const [admin] = (await members()).filter(({ roles }) => roles.includes('tenant_admin'))
    const { id, name, position, email } = admin!
    expect(await refusalIn(remove(id))).toBe('409 staff/last-admin')
    expect(await refusalIn(change(id, { name, position, roles: ['verifier'] }))).toBe('409 staff/last-admin')
    expect(await refusalIn(invite({ name, position, email, roles: ['verifier'] }))).toBe('409 staff/last-admin')
    expect((await members()).find((member) => member.id === id)).toMatchObject({ roles: ['tenant_admin'] })
  })
})

describe('the table of roles', () => {
  it('is the one that the service enforces, told in words of the language asked for', async () => {
    const admin = await service.staff('admin')
    const table = (await (await admin.get('/staff/roles')).json()) as RolesView
    const held = Object.fromEntries(table.roles.map(({ role, permissions: some }) => [role, some]))
    expect(held).toEqual(permissionsOf)
    expect(table.permissions.map(({ permission }) => permission)).toEqual(permissions)
    expect(table.roles.filter(({ canBeLimited }) => !canBeLimited).map(({ role }) => role)).toEqual(['tenant_admin'])
    const labels = table.permissions.map(({ label }) => label)
    expect(labels).toContain('Membaca pengaduan')
    expect(new Set(labels).size).toBe(permissions.length)
  })
})
