import type { InvitedStaffView } from '../../service/contract/account.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { enteredBy, knock, password } from './a-colleague.ts'
import { anOperator } from './an-operator.ts'
import type { OneService } from './one-service.ts'

/** A unit that the operator just opened; its admin accepted, and nobody else is there yet. */
export async function aNewUnit(service: Pick<OneService, 'url'>, slug: string, numberPrefix: string) {
  const operator = await anOperator(service)
  const named = { slug, name: `Kecamatan ${slug}`, shortName: slug, numberPrefix }
  const admin = { name: 'Gita Misal', email: `admin@${slug}.example` }
  const opened = await operator.call('POST', '/operator/tenants', { ...named, admin })
  const enter = async ({ setUpUrl }: Pick<InvitedStaffView, 'setUpUrl'>) =>
    enteredBy(service, knock(service, '/invitations/acceptance', { token: setUpUrl?.split('/').at(-1), password }))
  const gita = await enter((await opened.json()) as InvitedStaffView)
  const path = (rest: string) => `/tenants/${slug}${rest}`
  const joined: (typeof gita)[] = []
  return {
    admin: gita,
    path,
    /** Somebody who accepted at once, and for whom one of those who joined before vouches where that is needed. */
    async join(id: string, roles: readonly Role[], more: object = {}) {
      const member = { name: `Nama ${id}`, position: `Jabatan ${id}`, email: `${id}@${slug}.example`, roles, ...more }
      const invited = (await (await gita.call('POST', path('/staff'), member)).json()) as InvitedStaffView
      const here = { ...(await enter(invited)), id: invited.staff.id }
      for (const one of joined) {
        if ((await one.call('POST', path(`/staff/${here.id}/vouching`))).status === 204) break
      }
      joined.push(here)
      return here
    },
  }
}
