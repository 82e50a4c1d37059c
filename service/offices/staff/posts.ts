import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../storage/place.ts'
import type { DeputyTitle, Role } from '../vocabulary.ts'
import {
  absenceOf,
  type HeldUnitRole,
  isAccepted,
  type Membership,
  permissionsIn,
  type RolePermission,
  type UnitRole,
} from './account.ts'
import { grantRules, ruleOfPermission, type WantedUnitRole } from './grant-rules.ts'
import {
  type DeputyRight,
  type Grant,
  type GuardMark,
  grantsOfRoles,
  limitsIn,
  type Permission,
  permissionsOf,
  type StaffMember,
  sinceIn,
  waitsForVouching,
} from './permissions.ts'
import { besidePlace, listBehind, postPlace } from './standing-behind.ts'

export interface Rights {
  readonly permissions: ReadonlySet<Permission>
  readonly limits: ReadonlyMap<Permission, ReadonlySet<string>>
  readonly heldSince: ReadonlyMap<Permission, Instant>
  /** The post of somebody else that gives a permission; one's own post gives none of these. */
  readonly borrowed: ReadonlyMap<Permission, Post>
}

/** Returns the union of the permissions of all posts, with the widest limits and the earliest days. */
export function rightsOf(posts: readonly Post[]): Rights {
  const grants = posts.flatMap((post) => post.grants)
  const permissions = new Set(grants.map(({ permission }) => permission))
  const borrowed = new Map<Permission, Post>()
  for (const wanted of permissions) {
    const first = posts.find((post) => post.grants.some(({ permission }) => permission === wanted))
    if (first?.as) borrowed.set(wanted, first)
  }
  return { permissions, limits: limitsIn(grants), heldSince: sinceIn(grants), borrowed }
}

/** What is asked about somebody's roles, their own and in their place. */
export type RoleHolder = Pick<
  Membership,
  'id' | 'roles' | 'limits' | 'heldSince' | 'unitRoles' | 'madeRoles' | 'isUnvouched'
>

export const laterOf = (one: Instant, other: Instant | null): Instant => (other && other > one ? other : one)

/**
 * Tells whether a permission of a role counts for somebody. What they put into it themselves, and what takes two
 * persons to give, counts only if it was in the role when others gave it to them. So nobody raises themselves by a
 * change of a role, not even with two windows at once.
 */
function counts(
  { permission, since, by }: RolePermission,
  { given }: HeldUnitRole,
  people: readonly string[],
): boolean {
  if (given[permission] === since) return true
  const { byTwo, toOneself } = ruleOfPermission(permission)
  return !byTwo && (toOneself || !people.includes(by))
}

/** @param deputy who holds them in the place of the member */
export function grantsOfUnitRoles(
  { id, unitRoles = [], madeRoles = [] }: Pick<RoleHolder, 'id' | 'unitRoles' | 'madeRoles'>,
  deputy: string = id,
): readonly Grant[] {
  return unitRoles.flatMap((held) => {
    const role = madeRoles.find((one) => one.id === held.id)
    const counting = role?.permissions.filter((one) => counts(one, held, [id, deputy])) ?? []
    return counting.map(({ permission, since }) => ({
      permission,
      categories: held.categories,
      since: laterOf(held.since, since),
    }))
  })
}

type Vouched = Pick<Membership, 'isUnvouched'>

/** Leaves out what waits until somebody vouches for one of these people. */
const countingFor = (grants: readonly Grant[], ...people: readonly Vouched[]): readonly Grant[] =>
  people.some(({ isUnvouched }) => isUnvouched) ? grants.filter((one) => !waitsForVouching(one.permission)) : grants

/** What somebody may do in their own right. */
export const grantsOf = (holder: RoleHolder): readonly Grant[] =>
  countingFor(
    [...grantsOfRoles(holder.roles, holder.limits ?? {}, holder.heldSince ?? {}), ...grantsOfUnitRoles(holder)],
    holder,
  )

export const may = (holder: RoleHolder, permission: Permission): boolean =>
  !(holder.isUnvouched && waitsForVouching(permission)) &&
  (holder.roles.some((role) => permissionsOf[role].some((one) => one === permission)) ||
    grantsOfUnitRoles(holder).some((grant) => grant.permission === permission))

/** What others give with a role, at this moment. */
export const givenWith = ({ permissions }: UnitRole): HeldUnitRole['given'] =>
  Object.fromEntries(permissions.map(({ permission, since }) => [permission, since]))

interface Giving {
  readonly made: readonly UnitRole[]
  readonly now: Instant
  readonly byOneself: boolean
}

/** Returns the wanted roles as they are held from now on. What takes two persons is given by them alone. */
export const heldFrom = (
  before: readonly HeldUnitRole[],
  wanted: readonly WantedUnitRole[],
  { made, now, byOneself }: Giving,
): readonly HeldUnitRole[] =>
  wanted.flatMap(({ id, categories }) => {
    const known = before.find((one) => one.id === id)
    if (known) return [{ ...known, categories }]
    const role = made.find((one) => one.id === id)
    if (!role) return []
    const alone = role.permissions.filter(({ permission }) => !ruleOfPermission(permission).byTwo)
    return [{ id, categories, since: now, given: byOneself ? {} : givenWith({ ...role, permissions: alone }) }]
  })

/** Names the roles of somebody in the access log: those of the service by their codes, the unit's own in quotes. */
export const rolesInLog = (holder: RoleHolder): string =>
  [...holder.roles, ...unitRolesOf(holder).map(({ name }) => `"${name.id}"`)].join(' ')

/** The roles of the unit's own that somebody holds, in the unit's order. */
export const unitRolesOf = ({ unitRoles = [], madeRoles = [] }: RoleHolder): readonly UnitRole[] =>
  madeRoles.filter(({ id }) => unitRoles.some((held) => held.id === id))

type Person = Pick<Membership, 'id' | 'absences'>

/** A substitute stands in for an absent member at the end of a chain: A names B, and B, who is away too, names C. */
export interface Substitute {
  readonly id: string
  readonly title: DeputyTitle
  readonly since: Instant
  /** Nobody on the way entered their own absence. */
  readonly byOther: boolean
}

/** Returns who is at work in place of an absent member, or `null` for somebody who is present or has nobody. */
export function substituteFor(
  { id, absences }: Person,
  members: ReadonlyMap<string, Person>,
  now: Instant,
): Substitute | null {
  const first = absenceOf({ ...(absences && { absences }) }, now)
  const seen = new Set([id])
  let absence = first
  let byOther = false
  while (first && absence?.deputy && !seen.has(absence.deputy)) {
    byOther ||= absence.byOther === true
    const deputy = members.get(absence.deputy)
    if (!deputy) return null
    const next = absenceOf(deputy, now)
    if (!next) return { id: deputy.id, title: first.title, since: first.setAt, byOther }
    seen.add(deputy.id)
    absence = next
  }
  return null
}

/** Roles that take two persons to give stay with the person; a deputy does not get them. */
export const isDeputized = (role: Role): boolean => !grantRules[role].byTwo

/** What the roles of one member give, as somebody holds them: in their own right, or as deputy. */
export interface Post {
  readonly of: string
  readonly grants: readonly Grant[]
  readonly position: string
  /** It is `null` for one's own post. */
  readonly as: Substitute | null
}

export type Holder = RoleHolder & Pick<Membership, 'position' | 'absences'>

/** Returns a member's own post first, then those of the members for whom they stand in now. */
export function postsOf(own: Holder, members: readonly Holder[], now: Instant): readonly Post[] {
  return [postOf(own), ...(listLentPosts(members, now).get(own.id) ?? [])]
}

/** Returns the posts of members who are away, by who stands in for them. */
export function listLentPosts(members: readonly Holder[], now: Instant): ReadonlyMap<string, readonly Post[]> {
  const byId = new Map(members.map((member) => [member.id, member]))
  const lent = new Map<string, Post[]>()
  for (const member of members) {
    const substitute = substituteFor(member, byId, now)
    const deputy = substitute && byId.get(substitute.id)
    if (deputy) lent.set(deputy.id, [...(lent.get(deputy.id) ?? []), lentPost(member, substitute, deputy)])
  }
  return lent
}

export const postOf = (member: Holder): Post => ({
  ...{ of: member.id, grants: grantsOf(member), position: member.position },
  as: null,
})

/** What takes two persons stays with the member. */
function lentPost(member: Holder, as: Substitute, deputy: Vouched): Post {
  const { id, roles, limits = {}, position } = member
  const lent = [
    ...grantsOfRoles(roles.filter(isDeputized), limits, {}),
    ...grantsOfUnitRoles(member, as.id).filter(({ permission }) => !ruleOfPermission(permission).byTwo),
  ]
  const grants = countingFor(lent, member, deputy)
  return { of: id, grants: grants.map((grant) => ({ ...grant, since: laterOf(as.since, grant.since) })), position, as }
}

type Place = RoleHolder & Pick<Membership, 'reportsTo'>

/** A person who signs answers is a head, by whatever role. */
export const isHead = (member: RoleHolder): boolean => may(member, 'cases.approve')

export const isParentHead = ({ roles, isUnvouched }: RoleHolder): boolean =>
  !isUnvouched && roles.includes('parent_head')

/** A person who decides objections and signs no answers is of the Inspektorat, or stands like them. */
export const isInspector = (member: RoleHolder): boolean =>
  (!member.isUnvouched && member.roles.includes('internal_auditor')) ||
  (may(member, 'objections.decide') && !isHead(member) && !isParentHead(member))

const above: readonly Role[] = ['internal_auditor', 'parent_head']
const doneAbove = new Set<Permission>([...permissionsOf.internal_auditor, ...permissionsOf.parent_head])

/** Tells whether somebody has no part in the work of the unit itself, but only stands above it. */
export const isOnlyAbove = ({ roles, unitRoles = [], madeRoles = [] }: RoleHolder): boolean =>
  roles.every((role) => above.includes(role)) &&
  unitRoles.every(({ id }) => {
    const given = madeRoles.filter((role) => role.id === id).flatMap(permissionsIn)
    return given.includes('objections.decide') && given.every((permission) => doneAbove.has(permission))
  })

/** They stand beside or above the tenant, so its heads are not their superiors. */
const hasNoSuperior = (member: Place): boolean => isHead(member) || isParentHead(member) || isInspector(member)

/**
 * Returns the direct superiors. If the tenant named none, they are its heads; the heads, the Inspektorat and the head of
 * the parent unit then have none.
 */
function directlyAbove(member: Place, members: readonly Place[]): readonly string[] {
  if (member.reportsTo) return [member.reportsTo]
  return hasNoSuperior(member) ? [] : members.filter(isHead).map(({ id }) => id)
}

/** Returns all superiors, nearest first. A circle ends the chain; nobody is their own superior. */
export function superiorsOf(id: string, members: readonly Place[]): string[] {
  const byId = new Map(members.map((member) => [member.id, member]))
  const found = new Set([id])
  for (const one of found) {
    const member = byId.get(one)
    if (member) for (const superior of directlyAbove(member, members)) found.add(superior)
  }
  found.delete(id)
  return [...found].filter((one) => byId.has(one))
}

/** A mark of this place hides a case from the person alone; one of the bare id also from those under them. */
export const ownPlace = (id: string): string => `own ${id}`

/** Returns these people and everybody whose chain leads to one of them. */
export const withWhomTheySupervise = (ids: readonly string[], members: readonly Place[]): string[] =>
  members
    .map(({ id }) => id)
    .filter((id) => ids.includes(id) || superiorsOf(id, members).some((superior) => ids.includes(superior)))

/** Returns the superiors of the tenant's heads: whom they report to, else the parent unit's head, else the Inspektorat. */
export function listSuperiorsOfHeads(members: readonly Place[]): readonly string[] {
  const idsOf = (stands: (member: Place) => boolean) => members.filter(stands).map(({ id }) => id)
  const superiors = idsOf(isHead).flatMap((id) => superiorsOf(id, members))
  if (superiors.length > 0) return [...new Set(superiors)]
  const parents = idsOf(isParentHead)
  return parents.length > 0 ? parents : idsOf(isInspector)
}

/** Returns the places of all marks that hide a case from somebody. */
function listPlaces(id: string, members: readonly Membership[]): string[] {
  const positions = members.filter((one) => one.id === id).map(({ position }) => postPlace(position))
  return [
    ...[ownPlace(id), id, ...superiorsOf(id, members)],
    ...[...positions, ...listBehind(id, members).map(besidePlace)],
  ]
}

/** In a unit of so many readers each needs all: nobody else could do their work. */
const SMALL = 3

export const isSmall = (accepted: readonly Membership[]): boolean =>
  accepted.filter((one) => may(one, 'cases.read') && !isOnlyAbove(one)).length <= SMALL

/**
 * Returns a member with what they may do at this moment, in their own right and as deputy.
 * @param members all of the tenant, invited ones included
 */
export async function workAs(
  own: Membership,
  members: readonly Membership[],
  now: Instant,
  marksOf: (ids: readonly string[]) => Promise<readonly GuardMark[]>,
): Promise<StaffMember> {
  const { tenant, name, position } = own
  const id = own.id as StaffId
  const accepted = members.filter(isAccepted)
  const byId = new Map(accepted.map((one) => [one.id, one]))
  const posts = postsOf(own, accepted, now)
  const unattended = accepted.filter((one) => absenceOf(one, now) && !substituteFor(one, byId, now))
  const { borrowed, ...rights } = rightsOf(posts)
  const away = absenceOf(own, now)
  const marksFrom = async (one: string) => new Set(await marksOf(listPlaces(one, members)))
  const asDeputy = new Map<Permission, DeputyRight>()
  for (const [permission, { of, position: held, as }] of borrowed) {
    if (as)
      asDeputy.set(permission, { title: as.title, position: held, marks: await marksFrom(of), byOther: as.byOther })
  }
  // Somebody who reads only as deputy finds no case that is hidden from the member who is away.
  const guardMarks = new Set([...(await marksFrom(id)), ...(asDeputy.get('cases.read')?.marks ?? [])])
  return {
    ...{ id, tenant, name, position, ...rights, guardMarks },
    ...(asDeputy.size > 0 && { asDeputy }),
    ...(posts.length > 1 && { standsInFor: posts.slice(1).map(({ of }) => of as StaffId) }),
    present: new Set(accepted.filter((one) => !unattended.includes(one)).map((one) => one.id)),
    ...(isSmall(accepted) && { isInSmallUnit: true as const }),
    ...(unattended.length > 0 && { unattended: unattended.map((one) => one.id as StaffId) }),
    ...(own.isUnmatched && { isUnmatched: true as const }),
    ...(own.isUnvouched && { isUnvouched: true as const }),
    ...(away && { awayUntil: away.until }),
  }
}
