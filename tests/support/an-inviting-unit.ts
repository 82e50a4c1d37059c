import { expect } from 'vitest'
import type { InvitedStaffView, SessionView, StaffMemberView } from '../../service/contract/account.ts'
import { enteredBy, knock, password } from './a-colleague.ts'
import type { OneService } from './one-service.ts'

let people = 0

/** An address that no other test uses. */
export const anAddress = (): string => `pegawai${people++}@kantor.example`

export const tokenIn = ({ setUpUrl }: Pick<InvitedStaffView, 'setUpUrl'>): string => setUpUrl?.split('/').at(-1) ?? ''

/** A unit of a service as its admin works with it. */
export function anInvitingUnit(service: OneService, unit: string) {
  const call = async (method: string, path: string, body?: unknown, mailbox = 'admin') =>
    (await service.staff(mailbox, unit)).call(method, path, body)
  return {
    unit,
    call,
    tryInvite: (email: string, roles: readonly string[] = ['verifier'], more: object = {}) =>
      call('POST', '/staff', { name: 'Gita Umpama', position: 'Petugas', email, roles, ...more }),
    async invite(email: string, roles: readonly string[] = ['verifier'], more: object = {}) {
      const answer = await this.tryInvite(email, roles, more)
      expect(answer.status).toBe(201)
      return (await answer.json()) as InvitedStaffView
    },
    /** The head says that they know whose account it is. */
    async vouch(id: string) {
      expect((await call('POST', `/staff/${id}/vouching`, undefined, 'kepala')).status).toBe(204)
    },
    async remove(id: string) {
      expect((await call('DELETE', `/staff/${id}`)).status).toBe(204)
    },
    async member(email: string): Promise<StaffMemberView | undefined> {
      const { items } = (await (await call('GET', '/staff')).json()) as { items: StaffMemberView[] }
      return items.find((one) => one.email === email)
    },
    /** The status with which somebody's session opens the unit's cases. */
    opensFor: async ({ headers }: { readonly headers: Readonly<Record<string, string>> }): Promise<number> =>
      (await fetch(`${service.unit(unit).api}/cases`, { headers })).status,
  }
}

/** Uses a one-time link with a password. */
export const accept = (service: OneService, token: string, chosen = password) =>
  knock(service, '/invitations/acceptance', { token, password: chosen })

export const signInWith = (service: OneService, email: string, chosen = password) =>
  enteredBy(service, knock(service, '/session', { email, password: chosen }))

/** Accepts a unit's invitation in a session. */
export const acceptIn = (
  person: { readonly call: (method: string, path: string, body?: unknown) => Promise<Response> },
  unit: string,
  token?: string,
) => person.call('POST', `/account/invitations/${unit}/acceptance`, token === undefined ? {} : { token })

export const unitsIn = ({ tenants }: SessionView): string[] => tenants.map(({ tenant }) => tenant)
