import type { Office } from '../../case/office/office.ts'
import { unheldDuties } from '../../offices/duties/duties.ts'
import {
  formerNames,
  isAccepted,
  type Membership,
  MOST_ROLE_CHANGES,
  MOST_UNIT_ROLES,
  permissionsIn,
  type UnitRole,
  type UnitRoles,
} from '../../offices/staff/account.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { accountTexts } from '../../offices/staff/account-texts.ts'
import { heldSince, type NewMember } from '../../offices/staff/add-member.ts'
import { type PlaceChange, ruleOfPermission } from '../../offices/staff/grant-rules.ts'
import { type Permission, permissions, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { heldFrom, may, type RoleHolder, unitRolesOf } from '../../offices/staff/posts.ts'
import type { StaffOffice } from '../../offices/staff/staff-office.ts'
import type { Translated } from '../../offices/translated.ts'
import { type Duty, languages, type RoleChangeKind } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'

/** The roles that somebody is to have, as if all were given at once. */
export const wantedRoles = (
  { roles, unitRoles = [] }: Pick<NewMember, 'roles' | 'unitRoles'>,
  madeRoles: readonly UnitRole[],
  now: Instant,
) => ({
  ...{ roles, madeRoles },
  unitRoles: heldFrom([], unitRoles, { made: madeRoles, now, byOneself: false }),
})

/** Returns the member as they are from now on. */
export function placeInUnit(
  member: Membership,
  { now: { unitRoles, ...place } }: PlaceChange,
  made: readonly UnitRole[],
  now: Instant,
  byOneself = false,
): Membership {
  return {
    ...member,
    ...place,
    unitRoles: heldFrom(member.unitRoles ?? [], unitRoles, { made, now, byOneself }),
    madeRoles: made,
    formerNames: formerNames(place.name, member, member.name),
    heldSince: heldSince(member, place.roles, now),
  }
}

/** @throws Refusal `staff/last-admin` if nobody would manage the staff once these people hold these roles */
export async function refuseUnlessAdminLeft(
  { staff }: StaffOffice,
  tenant: TenantId,
  ...changed: readonly RoleHolder[]
): Promise<void> {
  const before = (await staff.members(tenant)).filter(isAccepted)
  const after = before.map((one) => changed.find(({ id }) => id === one.id) ?? one)
  const isManaged = (members: readonly RoleHolder[]) => members.some((one) => may(one, 'staff.manage'))
  if (isManaged(before) && !isManaged(after)) throw new Refusal('conflict', 'staff/last-admin')
}

export interface WrittenRole {
  readonly name: Translated
  readonly permissions: readonly string[]
}

/** @throws Refusal `request/invalid` for a permission that does not exist */
export const knownPermissions = (wanted: readonly string[]): readonly Permission[] =>
  wanted.map((one, at) => {
    const known = permissions.find((permission) => permission === one)
    if (known) return known
    throw new Refusal('invalid', 'request/invalid', {}, [{ path: `permissions.${at}`, code: 'unknown' }])
  })

interface Order {
  readonly before: UnitRoles
  readonly was: UnitRole | null
  readonly is: UnitRole | null
  readonly what: RoleChangeKind
}

export async function readUnitRoles({ staff }: Office, by: StaffMember): Promise<UnitRoles> {
  requirePermission(by, 'staff.manage')
  return staff.unitRoles(by.tenant)
}

async function openRoles(office: Office, by: StaffMember): Promise<UnitRoles> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, office.now())
  return office.staff.unitRoles(by.tenant)
}

function refuseUnlessSame({ version }: UnitRoles, read: number): void {
  if (version !== read) throw new Refusal('conflict', 'role/changed-meanwhile')
}

function roleIn({ roles }: UnitRoles, id: string): UnitRole {
  const role = roles.find((one) => one.id === id)
  if (!role) throw new Refusal('not-found', 'role/unknown')
  return role
}

/** Nobody could say which of two roles with one name is meant, so the names of the service's roles are taken too. */
function refuseUnlessNamed({ name }: WrittenRole, others: readonly UnitRole[]): void {
  const plain = (text: string) => text.trim().toLowerCase()
  const taken = new Set(
    [
      ...languages.flatMap((language) => Object.values(accountTexts[language].roles)),
      ...others.flatMap((role) => [role.name.id, role.name.en]),
    ].map(plain),
  )
  const path = (['id', 'en'] as const).find((language) => name[language] && taken.has(plain(name[language])))
  if (path) throw new Refusal('invalid', 'role/name-taken', {}, [{ path: `name.${path}`, code: 'taken' }])
}

const addedTo = (before: readonly Permission[], after: readonly Permission[]): readonly Permission[] =>
  after.filter((permission) => !before.includes(permission))

async function saveRoles(office: Office, by: StaffMember, { before, was, is, what }: Order) {
  const [had, has] = [was, is].map((role) => (role ? permissionsIn(role) : []))
  const [added, dropped] = [addedTo(had ?? [], has ?? []), addedTo(has ?? [], had ?? [])]
  const name = (is ?? was)?.name.id ?? ''
  const detail = [what, ...added.map((one) => `+${one}`), ...dropped.map((one) => `-${one}`)].join(' ')
  await office.record(by.tenant, { by: by.id, act: 'role.changed', subject: name, detail })
  const changes = [{ at: office.now(), by: by.id, name, what, added, dropped }, ...before.changes]
  const roles = was
    ? before.roles.flatMap((one) => (one === was ? (is ?? []) : one))
    : [...before.roles, ...(is ? [is] : [])]
  return office.staff.saveUnitRoles({ ...before, roles, changes: changes.slice(0, MOST_ROLE_CHANGES) })
}

const put = (office: Office, by: StaffMember, wanted: readonly Permission[], known?: UnitRole) =>
  [...new Set(wanted)].map(
    (permission) =>
      known?.permissions.find((one) => one.permission === permission) ?? { permission, since: office.now(), by: by.id },
  )

export async function makeUnitRole(
  office: Office,
  by: StaffMember,
  version: number,
  written: WrittenRole,
): Promise<UnitRoles> {
  const before = await openRoles(office, by)
  refuseUnlessSame(before, version)
  if (before.roles.length >= MOST_UNIT_ROLES) throw new Refusal('conflict', 'role/too-many', { most: MOST_UNIT_ROLES })
  refuseUnlessNamed(written, before.roles)
  const role = {
    id: office.newId(),
    name: written.name,
    permissions: put(office, by, knownPermissions(written.permissions)),
  }
  return saveRoles(office, by, { before, was: null, is: role, what: 'made' })
}

const holdersOf = async ({ staff }: Office, tenant: TenantId, id: string) =>
  (await staff.members(tenant)).filter(({ unitRoles = [] }) => unitRoles.some((held) => held.id === id))

/**
 * Changes a role at once for all who hold it. Nobody widens a role that they have, in their own right or as deputy, by
 * what they could not give themselves; and what takes two persons is not put into a role that somebody holds.
 */
export async function changeUnitRole(
  office: Office,
  by: StaffMember,
  id: string,
  { version, ...written }: WrittenRole & { readonly version: number },
): Promise<UnitRoles> {
  const before = await openRoles(office, by)
  const role = roleIn(before, id)
  refuseUnlessSame(before, version)
  refuseUnlessNamed(
    written,
    before.roles.filter((one) => one.id !== id),
  )
  const holders = await holdersOf(office, by.tenant, id)
  const wanted = knownPermissions(written.permissions)
  const rules = addedTo(permissionsIn(role), wanted).map(ruleOfPermission)
  const isOwn = holders.some((one) => one.id === by.id || by.standsInFor?.some((away) => away === one.id))
  if (isOwn && rules.some(({ toOneself }) => !toOneself)) throw new Refusal('forbidden', 'staff/own-role')
  if (holders.length > 0 && rules.some(({ byTwo }) => byTwo)) throw new Refusal('conflict', 'role/takes-two')
  const changed = { id, name: written.name, permissions: put(office, by, wanted, role) }
  const after = before.roles.map((one) => (one.id === id ? changed : one))
  await refuseUnlessAdminLeft(office, by.tenant, ...holders.map((one) => ({ ...one, madeRoles: after })))
  return saveRoles(office, by, { before, was: role, is: changed, what: 'changed' })
}

/**
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `role/changed-meanwhile`, `role/unknown`,
 * `role/in-use` with the names of those who hold it
 */
export async function removeUnitRole(office: Office, by: StaffMember, id: string): Promise<UnitRoles> {
  const before = await openRoles(office, by)
  const role = roleIn(before, id)
  const holders = await holdersOf(office, by.tenant, id)
  if (holders.length > 0) {
    throw new Refusal('conflict', 'role/in-use', { names: holders.map(({ name }) => name).join(', ') })
  }
  return saveRoles(office, by, { before, was: role, is: null, what: 'removed' })
}

/** What somebody should know before they save a role. */
export interface RoleWeight {
  /** Nobody would hold these duties any more, who somebody holds now. */
  readonly leavesOpen: readonly Duty[]
  /** Their names; they get and lose permissions at once. */
  readonly holders: readonly string[]
}

export async function weighUnitRole(
  office: Office,
  by: StaffMember,
  id: string | null,
  wanted: readonly Permission[],
): Promise<RoleWeight> {
  requirePermission(by, 'staff.manage')
  if (id === null) return { leavesOpen: [], holders: [] }
  const before = await office.staff.unitRoles(by.tenant)
  const role = roleIn(before, id)
  const [members, { settings }] = await Promise.all([office.staff.members(by.tenant), office.tenants.get(by.tenant)])
  const kept = { ...role, permissions: role.permissions.filter(({ permission }) => wanted.includes(permission)) }
  const without = (member: Membership): Membership => ({
    ...member,
    madeRoles: before.roles.map((one) => (one.id === id ? kept : one)),
  })
  const open = unheldDuties(members, settings)
  return {
    leavesOpen: unheldDuties(members.map(without), settings).filter((duty) => !open.includes(duty)),
    holders: members
      .filter((one) => isAccepted(one) && unitRolesOf(one).some((held) => held.id === id))
      .map(({ name }) => name),
  }
}
