import { expect } from 'vitest'
import type { AccountView, InvitedStaffView, SessionView, StaffMemberView } from '../../service/contract/account.ts'
import type { ApprovalList } from '../../service/contract/keeping.ts'
import { anAuthenticator } from './an-authenticator.ts'
import { appCode } from './app-codes.ts'
import { askOpening, opening } from './ask-again.ts'
import type { OneService } from './one-service.ts'

export const password = 'sandi-pilihan-sendiri'

const json = (body: unknown, headers: Readonly<Record<string, string>>) => ({
  headers: { ...headers, 'Content-Type': 'application/json' },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

/** `POST` without a session. */
export const knock = (
  service: Pick<OneService, 'url'>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) => fetch(`${service.url}/api/v1${path}`, { method: 'POST', ...json(body, headers) })

/** What follows from an answer that set a cookie. */
export async function enteredBy(service: Pick<OneService, 'url'>, answer: Response | Promise<Response>) {
  const response = await answer
  expect(response.status).toBe(200)
  const session = (await response.json()) as SessionView
  const headers = {
    Cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    'X-CSRF-Token': session.csrf,
  }
  const call = (method: string, path: string, body?: unknown) => {
    const ask = (to: string, how: string, what: unknown) =>
      fetch(`${service.url}/api/v1${to}`, { method: how, ...json(what, headers) })
    const unit = path.match(/^\/tenants\/[^/]+/)?.[0]
    return askOpening(
      () => ask(path, method, body),
      (number) => ask(`${unit}/cases/${number}/opening`, 'POST', opening),
    )
  }
  return {
    session,
    headers,
    call,
    account: async (): Promise<AccountView> => (await call('GET', '/account')).json(),
  }
}

/** The head of a unit agrees that somebody becomes a custodian, which an admin alone cannot do. */
export async function agreeToCustody(service: OneService, email: string, unit?: string): Promise<void> {
  const head = await service.staff('kepala', unit)
  const { items } = (await (await head.get('/approvals')).json()) as ApprovalList
  const asked = items.find(({ person, state }) => person?.email === email && state === 'waiting')
  const decided = await head.post(`/approvals/${asked?.id}/decision`, { granted: true, because: 'Sesuai surat tugas' })
  expect(decided.status).toBe(200)
}

/** The head says that they know whose account it is; before that it reads no case. */
export async function vouchFor(service: OneService, id: string, unit?: string): Promise<void> {
  const head = await service.staff('kepala', unit)
  expect((await head.post(`/staff/${id}/vouching`, {})).status).toBe(204)
}

let people = 0

/** Somebody new in the unit, signed in by the invitation, with an account that no other test touches. */
export async function aColleague(
  service: OneService,
  roles: readonly string[] = ['unit_head'],
  unit?: string,
  place: Pick<StaffMemberView, 'reportsTo'> & Partial<StaffMemberView> = { reportsTo: null },
) {
  const email = `rekan${people++}@contoh.example`
  const member = { name: 'Gita Umpama', position: 'Petugas', email, roles, ...place }
  const admin = await service.staff('admin', unit)
  const { setUpUrl, staff }: InvitedStaffView = await (await admin.post('/staff', member)).json()
  const token = setUpUrl?.split('/').at(-1)
  if (roles.includes('identity_custodian')) await agreeToCustody(service, email, unit)
  const here = await enteredBy(service, knock(service, '/invitations/acceptance', { token, password }))
  await vouchFor(service, staff.id, unit)
  const origin = service.running.output().match(/listening at (http:\S+)/)?.[1] ?? ''

  return {
    ...here,
    email,
    knock: (more: object = {}) => knock(service, '/session', { email, password, ...more }),
    signIn: (more: object = {}) => enteredBy(service, knock(service, '/session', { email, password, ...more })),

    /** Sets up an authenticator app. `code(1)` is the next one that counts. */
    async addApp() {
      const { secret } = (await (await here.call('POST', '/account/totp')).json()) as { secret: string }
      const at = Date.now()
      const code = (steps: number) => appCode(secret, steps, at)
      const confirmed = await here.call('POST', '/account/totp/confirmation', { code: code(0) })
      expect(confirmed.status).toBe(200)
      const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] }
      return { secret, code, recoveryCodes }
    },

    async addPasskey(name = 'Ponsel') {
      const device = anAuthenticator(origin)
      const options = await (await here.call('POST', '/account/passkeys/options')).json()
      const added = await here.call('POST', '/account/passkeys', { name, passkey: device.create(options) })
      expect(added.status).toBe(201)
      return { device, ...((await added.json()) as { passkey: { id: string }; recoveryCodes: string[] }) }
    },
  }
}
