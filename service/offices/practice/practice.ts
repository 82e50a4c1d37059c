import { type Clock, type Instant, MINUTE } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { mintTenantId, PLATFORM, type TenantId } from '../../storage/place.ts'
import { type DayNumber, type OfficeCalendar, weekdayOf } from '../calendar/office-calendar.ts'
import { localDayOf, momentAt } from '../calendar/working-days.ts'
import type { Account, Membership, Session } from '../staff/account.ts'
import type { Permission, StaffMember } from '../staff/permissions.ts'
import { workAs } from '../staff/posts.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import { standardLetterSettings } from '../tenants/letter-settings.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { type TenantDirectory, unknownTenant } from '../tenants/tenant-directory.ts'

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

/** What somebody may practise: the work on a case. Nothing here changes the unit, counts it, or leaves it. */
const practised: ReadonlySet<Permission> = new Set<Permission>([
  'cases.read',
  'cases.enter',
  'cases.verify',
  'cases.dispatch',
  'cases.handle',
  'cases.approve',
  'cases.decline',
  'cases.close',
  'objections.decide',
  'identity.open',
  'identity.open_confidential',
  'rights.answer',
])

/** A room is found only where it is asked for by its id; `find`, which takes what somebody sent, finds none. */
export function withPracticeRooms(
  tenants: TenantDirectory,
  { addTenant }: { readonly addTenant: (room: TenantId) => Promise<void> },
): TenantDirectory {
  const opened = new Map<TenantId, Promise<void>>()
  /** The first who enters makes the key of the room. */
  async function openRoom(room: TenantId): Promise<void> {
    const opening = opened.get(room) ?? addTenant(room)
    opened.set(room, opening)
    await opening.catch((cause: unknown) => {
      opened.delete(room)
      throw cause
    })
  }
  return {
    ...tenants,
    find: async (slug) => (readRoom(slug) ? null : tenants.find(slug)),
    async get(slug) {
      const room = readRoom(slug)
      if (!room) return tenants.get(slug)
      const unit = await tenants.find(room.unit)
      if (!unit) throw unknownTenant()
      const practice = practiceTenant(unit, room.kind)
      await openRoom(practice.id)
      return practice
    },
    async replace(tenant) {
      if (readRoom(tenant.id)) throw staysWithUnit()
      return tenants.replace(tenant)
    },
  }
}

/** The command that tries the service works as this person, who exists in the rooms of such tries only. */
const serviceTester: Omit<Membership, 'tenant'> = {
  id: 'percobaan',
  version: 1,
  name: 'Percobaan layanan',
  email: 'percobaan@invalid',
  position: 'Percobaan',
  roles: ['intake_officer', 'verifier', 'case_handler', 'unit_head', 'identity_custodian'],
}

/** Returns the person whom the pass of that command signs in. */
export function signInServiceTester(now: Clock): { readonly account: Account; readonly session: Session } {
  const { id, name, email, version } = serviceTester
  const at = now()
  const account = { tenant: PLATFORM, id, version, name, email, passwordHash: null, operator: false, invitation: null }
  const session = {
    ...{ tenant: PLATFORM, id, version, account: id, csrf: '', device: null, secondFactor: false },
    ...{ startedAt: at, expiresAt: at, lastUsedAt: at, confirmedAt: at },
  }
  return { account, session }
}

/** The staff of a room are those of its unit, with what can be practised; nobody is added, changed or removed there. */
export function withPracticeStaff(staff: StaffDirectory, now: Clock): StaffDirectory {
  const known = new WeakMap<readonly Membership[], readonly Membership[]>()
  const testers = new Map<TenantId, readonly Membership[]>()

  function placeIn(room: TenantId, members: readonly Membership[]): readonly Membership[] {
    const there = known.get(members) ?? members.map((one) => ({ ...one, tenant: room }))
    known.set(members, there)
    return there
  }
  function testersIn(room: TenantId): readonly Membership[] {
    const there = testers.get(room) ?? [{ ...serviceTester, tenant: room }]
    testers.set(room, there)
    return there
  }
  const directory: StaffDirectory = {
    ...staff,
    async members(tenant) {
      const room = readRoom(tenant)
      if (!room) return staff.members(tenant)
      return room.kind === 'uji' ? testersIn(tenant) : placeIn(tenant, await staff.members(room.unit))
    },
    async findMember(tenant, id) {
      const room = readRoom(tenant)
      if (!room) return staff.findMember(tenant, id)
      if (room.kind === 'latihan') {
        const member = await staff.findMember(room.unit, id)
        return member && asPractising(member, tenant)
      }
      return (await directory.working(tenant)).find((one) => one.id === id) ?? null
    },
    async working(tenant) {
      const room = readRoom(tenant)
      if (!room) return staff.working(tenant)
      if (room.kind === 'latihan') return (await staff.working(room.unit)).map((one) => asPractising(one, tenant))
      const there = testersIn(tenant)
      const working = await Promise.all(there.map((one) => workAs(one, there, now(), async () => [])))
      return working.map((one) => asPractising(one, tenant))
    },
    marksOf: (tenant, ids) => staff.marksOf(readRoom(tenant)?.unit ?? tenant, ids),
    async membership(tenant, id) {
      if (!readRoom(tenant)) return staff.membership(tenant, id)
      return (await directory.members(tenant)).find((one) => one.id === id) ?? null
    },
    async saveMembership(membership) {
      if (readRoom(membership.tenant)) throw staysWithUnit()
      return staff.saveMembership(membership)
    },
    async removeMembership(tenant, id) {
      if (readRoom(tenant)) throw staysWithUnit()
      return staff.removeMembership(tenant, id)
    },
  }
  return directory
}

/** Nobody is really meant there. */
const asPractising = ({ isUnmatched: _, ...member }: StaffMember, tenant: TenantId): StaffMember => ({
  ...member,
  tenant,
  permissions: new Set([...member.permissions].filter((permission) => practised.has(permission))),
})

const daysSinceMonday = (day: DayNumber): number => (weekdayOf(day) + 6) % 7

/** Returns the beginning of Monday of the current week where the unit is. */
export function startOfWeek(now: Instant, calendar: OfficeCalendar): Instant {
  const today = localDayOf(now, calendar)
  return momentAt(today - daysSinceMonday(today), '00:00', calendar)
}
