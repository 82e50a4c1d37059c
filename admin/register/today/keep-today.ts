import type { SessionView } from '../../../service/contract/session.ts'
import type { Unit } from '../../api/context.ts'
import { type KeptItem, keepToday } from '../../api/offline/kept-today.ts'
import { isLocked } from '../../page/lock-state.ts'
import { unitOf } from '../../page/practice.ts'

const MINUTE = 60_000

/** Keeps the list for when there is no network, as long as the session lasts. Practice is not kept, and nothing behind a lock. */
export function keepFor(session: SessionView, { tenant, shortName }: Unit, items: readonly KeptItem[]): void {
  if (isLocked() || unitOf(tenant) !== tenant) return
  const { expiresAt, idleMinutes, lockAfterMinutes } = session
  const takenAt = Date.now()
  const until = Math.min(Date.parse(expiresAt), takenAt + idleMinutes * MINUTE)
  keepToday({ until, takenAt, lockAfter: lockAfterMinutes * MINUTE, unit: shortName, items })
}
