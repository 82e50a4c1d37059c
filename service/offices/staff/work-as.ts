import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../staff-id.ts'
import { absenceOf } from './absence.ts'
import { isAccepted, type Membership } from './account.ts'
import { ownPlace, superiorsOf } from './chain-of-command.ts'
import type { Permission } from './permissions.ts'
import { postsOf, substituteFor } from './posts.ts'
import { rightsOf } from './rights.ts'
import type { DeputyRight, GuardMark, StaffMember } from './staff-member.ts'

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
  const marksFrom = async (one: string) => new Set(await marksOf([ownPlace(one), one, ...superiorsOf(one, members)]))
  const asDeputy = new Map<Permission, DeputyRight>()
  for (const [permission, { of, position: held, as }] of borrowed) {
    if (as) asDeputy.set(permission, { title: as.title, position: held, marks: await marksFrom(of) })
  }
  // Somebody who reads only as deputy finds no case that is hidden from the member who is away.
  const guardMarks = new Set([...(await marksFrom(id)), ...(asDeputy.get('cases.read')?.marks ?? [])])
  return {
    ...{ id, tenant, name, position, ...rights, guardMarks },
    ...(asDeputy.size > 0 && { asDeputy }),
    ...(posts.length > 1 && { standsInFor: posts.slice(1).map(({ of }) => of as StaffId) }),
    ...(unattended.length > 0 && { unattended: unattended.map((one) => one.id as StaffId) }),
    ...(own.isUnmatched && { isUnmatched: true as const }),
    ...(away && { awayUntil: away.until }),
  }
}
