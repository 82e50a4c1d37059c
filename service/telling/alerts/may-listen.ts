import type { Session } from '../../offices/staff/account.ts'
import { isIdle } from '../../offices/staff/sessions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { Clock } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Listener } from './live-alerts.ts'

interface ListenPorts {
  readonly sessions: Collection<Session>
  readonly staff: Pick<StaffDirectory, 'findMember' | 'account'>
  readonly tenants: TenantDirectory
  readonly now: Clock
  readonly sessionIdleAfter: number
}

/** Checks again what was checked when the stream opened. It does not count as use of the session. */
export async function mayListen(ports: ListenPorts, { tenant, person, session: id }: Listener): Promise<boolean> {
  const { sessions, staff, tenants, now } = ports
  const session = await sessions.get(PLATFORM, id)
  if (!session || session.expiresAt <= now() || isIdle(ports, session) || session.owesSecondFactor) return false
  const { settings } = await tenants.get(tenant)
  const owes = settings.requireSecondFactor || (await staff.account(person))?.secondFactorOwed
  if (owes && !session.secondFactor) return false
  return (await staff.findMember(tenant, person)) !== null
}
