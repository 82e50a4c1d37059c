import type { Membership } from '../api/wire.ts'

/** The room of a unit for cases that are only practice; no unit has a dot in its name. */
const ROOM = '.latihan'

export const practiceRoomOf = (tenant: string): string => `${tenant}${ROOM}`

/** The unit of a room, or of itself. */
export const unitOf = (tenant: string): string => tenant.replace(ROOM, '')

/** What the service lets practise: work on cases, and nothing that changes the unit, counts it, or leaves it. */
const practised = /^(cases\.|objections\.|identity\.open|rights\.)/

/** Somebody in the practice room of their unit. */
export const asPractising = (membership: Membership): Membership => ({
  ...membership,
  tenant: practiceRoomOf(membership.tenant),
  shortName: `LATIHAN ${membership.shortName}`,
  permissions: membership.permissions.filter((permission) => practised.test(permission)),
})
