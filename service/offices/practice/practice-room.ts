import { type Instant, MINUTE } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { mintTenantId, type TenantId } from '../../storage/tenant-id.ts'
import { standardLetterSettings } from '../tenants/letter-settings.ts'
import type { Tenant } from '../tenants/tenant.ts'

/**
 * A unit has two rooms for cases that are only practice: one for its staff, and one for the command that tries the
 * service from outside. A room is a tenant of its own whose settings and staff are the unit's, so nothing that is kept,
 * counted or listed by tenant can mix the two, and no list of tenants names a room.
 */
export const roomKinds = ['latihan', 'uji'] as const
export type RoomKind = (typeof roomKinds)[number]

/** No unit's slug has a dot. */
const roomShape = /^([a-z][a-z0-9-]*)\.(latihan|uji)$/

export const roomOf = (unit: string, kind: RoomKind): TenantId => mintTenantId(`${unit}.${kind}`)

export interface Room {
  readonly unit: TenantId
  readonly kind: RoomKind
}

export function readRoom(id: string): Room | null {
  const [, unit, kind] = roomShape.exec(id) ?? []
  return unit && (kind === 'latihan' || kind === 'uji') ? { unit: mintTenantId(unit), kind } : null
}

/** The one place that decides whether a case is only practice. */
export const isPractice = (tenant: string): boolean => readRoom(tenant) !== null

export const staysWithUnit = () => new Refusal('conflict', 'practice/stays-here')

/** @throws Refusal `practice/stays-here` for a case that is only practice */
export function refusePractice(tenant: string): void {
  if (isPractice(tenant)) throw staysWithUnit()
}

/** What is kept of a room, and how it is emptied. */
export interface PracticeRooms {
  /** Deletes all that is kept of a room. Nothing of it is proof of anything, so no record stays. */
  empty(room: TenantId): Promise<void>
  /** When the oldest case of a room came; `null` where there is none. */
  oldest(room: TenantId): Promise<Instant | null>
}

/** A try takes seconds; what one left that died is over after this. */
export const TRY_LASTS = 5 * MINUTE

/** No unit may number its cases with this. */
export const PRACTICE_PREFIX = 'LATIHAN'

/** Before the name of the unit, wherever the office of a case or a paper of practice is named. */
const PRACTICE_NAME = `${PRACTICE_PREFIX} – `

/** Whether a paper is of practice, by the office that it names. */
export const isPracticeName = (office: string): boolean => office.startsWith(PRACTICE_NAME)

const known = new WeakMap<Tenant, Map<RoomKind, Tenant>>()

/** Returns the same object for the same state of the unit, because what follows from a calendar is cached by it. */
export function practiceTenant(unit: Tenant, kind: RoomKind): Tenant {
  const rooms = known.get(unit) ?? new Map<RoomKind, Tenant>()
  known.set(unit, rooms)
  const room = rooms.get(kind) ?? makeRoom(unit, kind)
  rooms.set(kind, room)
  return room
}

function makeRoom(unit: Tenant, kind: RoomKind): Tenant {
  // Keys, vouching, quotas and what else says that this is the office stay with the unit.
  const { tenant, version, revision, openedAt, settings, formerTexts } = unit
  const { name, shortName } = settings
  return {
    ...{ tenant, version, revision, openedAt, ...(formerTexts && { formerTexts }) },
    id: roomOf(unit.id, kind),
    settings: {
      ...settings,
      name: `${PRACTICE_NAME}${name}`,
      shortName: `${PRACTICE_PREFIX} ${shortName}`,
      numberPrefix: PRACTICE_PREFIX,
      origins: [],
      publicStatistics: false,
      letters: standardLetterSettings,
      // The command has no second factor, only its pass.
      ...(kind === 'uji' && { requireSecondFactor: false }),
    },
  }
}
