import type { TenantId } from '../../storage/tenant-id.ts'
import type { AlertKind } from '../notice-vocabulary.ts'
import { kindsFor } from './alert-preferences.ts'
import type { MemberNews } from './inbox.ts'
import { membersOf, type TellPorts, tellPerson } from './tell-person.ts'

export type MembersTellPorts = TellPorts & { readonly newId: () => string }

/** The person who did it gets no alert. */
export async function tellMembers(
  ports: MembersTellPorts,
  tenant: TenantId,
  { kind, about, by }: { readonly kind: AlertKind; readonly about?: MemberNews; readonly by: string | null },
): Promise<void> {
  const [id, at] = [ports.newId(), ports.now()]
  for (const member of await membersOf(ports, tenant)) {
    if (member.id === by || !kindsFor(member).includes(kind)) continue
    await tellPerson(ports, tenant, member.id, [{ id, kind, number: null, ...(about && { about }), at }])
  }
}
