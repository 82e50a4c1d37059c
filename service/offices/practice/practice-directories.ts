import type { Clock } from '../../shared/instant.ts'
import { PLATFORM, type TenantId } from '../../storage/tenant-id.ts'
import type { Account, Membership, Session } from '../staff/account.ts'
import type { Permission } from '../staff/permissions.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { workAs } from '../staff/work-as.ts'
import { type TenantDirectory, unknownTenant } from '../tenants/tenant-directory.ts'
import { practiceTenant, readRoom, staysWithUnit } from './practice-room.ts'

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
