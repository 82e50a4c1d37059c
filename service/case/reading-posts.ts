import { isAccepted, type Membership } from '../offices/staff/account.ts'
import type { Permission } from '../offices/staff/permissions.ts'
import {
  grantsOf,
  isHead,
  isInspector,
  isOnlyAbove,
  isParentHead,
  superiorsOf,
  withWhomTheySupervise,
} from '../offices/staff/posts.ts'
import { listBeside, plainPosition } from '../offices/staff/standing-behind.ts'
import { refuseField } from '../shared/refusal.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import type { Vault } from '../storage/vault.ts'
import type { ReadingPost } from './first-reader.ts'
import type { Concerned } from './shape/intake.ts'

/** Tells whether somebody has a permission in a category, or in any where none is named. */
const mayRead = (member: Membership, wanted: Permission, category: string | undefined): boolean =>
  grantsOf(member).some(
    ({ permission, categories }) =>
      permission === wanted && (category === undefined || (categories?.includes(category) ?? true)),
  )

/** Names posts on the wire, so that nothing about accounts leaves. The same position always has the same name. */
export async function namePosts(vault: Pick<Vault, 'hasher'>, tenant: TenantId): Promise<(position: string) => string> {
  const hash = await vault.hasher(tenant, 'filing')
  return (position) => hash(`post\n${plainPosition(position)}`).slice(0, 22)
}

function standingOf(holders: readonly Membership[], category: string | undefined): ReadingPost['standing'] {
  if (!holders.every(isOnlyAbove)) {
    const verifying = holders.filter((one) => mayRead(one, 'cases.verify', category))
    if (verifying.length > 0) return verifying.every(isHead) ? 'heads' : 'verifies'
    return holders.some(isHead) ? 'signs' : 'reads'
  }
  return holders.some(isInspector) || !holders.some(isParentHead) ? 'inspects' : 'parent'
}

const order: readonly ReadingPost['standing'][] = ['verifies', 'heads', 'signs', 'reads', 'inspects', 'parent']

/**
 * Lists the posts that could read a complaint, those that read first at the top. Several members with one position are
 * one post.
 */
export function listReadingPosts(
  members: readonly Membership[],
  category: string | undefined,
  nameOf: (position: string) => string,
): ReadingPost[] {
  const readers = members.filter((one) => isAccepted(one) && mayRead(one, 'cases.read', category))
  const holders = new Map<string, Membership[]>()
  for (const one of readers) {
    const post = plainPosition(one.position)
    if (post) holders.set(post, [...(holders.get(post) ?? []), one])
  }
  const posts = [...holders].map(([post, held]) => {
    const ids = held.map(({ id }) => id)
    const taken = [...withWhomTheySupervise(ids, members), ...listBeside(ids, members)]
    const others = [...holders].filter(([other]) => other !== post)
    const superiors = ids.flatMap((id) => superiorsOf(id, members))
    return {
      id: nameOf(post),
      position: held[0]?.position.trim() ?? post,
      standing: standingOf(held, category),
      takes: others.filter(([, ones]) => ones.every(({ id }) => taken.includes(id))).map(([other]) => nameOf(other)),
      under: superiors.flatMap((id) =>
        others.filter(([, ones]) => ones.some((one) => one.id === id)).map(([other]) => nameOf(other)),
      ),
    }
  })
  return posts.sort((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing))
}

/**
 * Finds the members whose posts a reporter ticked.
 * @param kept who was chosen before; they stay chosen, also if somebody else has their position by now
 */
export function resolvePosts(
  asked: readonly string[],
  members: readonly Membership[],
  nameOf: (position: string) => string,
  kept: readonly Concerned[] = [],
): readonly Concerned[] {
  const known = kept.filter(({ position }) => asked.includes(nameOf(position)))
  const found = members
    .filter(({ id, position }) => asked.includes(nameOf(position)) && known.every((one) => one.id !== id))
    .map(({ id, name, position }): Concerned => ({ id: id as StaffId, name, position, chosen: 'only' }))
  const named = new Set([...known, ...found].map(({ position }) => nameOf(position)))
  if (asked.some((post) => !named.has(post))) throw refuseField('request/invalid', 'notReadBy', 'unknown')
  return [...known, ...found]
}
