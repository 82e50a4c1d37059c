import type { Instant } from '../../shared/instant.ts'
import { limitsFor, type Permission, permissionsFor, permissionsSince } from './permissions.ts'
import type { Post } from './posts.ts'

export interface Rights {
  readonly permissions: ReadonlySet<Permission>
  readonly limits: ReadonlyMap<Permission, ReadonlySet<string>>
  readonly heldSince: ReadonlyMap<Permission, Instant>
  /** The post of somebody else that gives a permission; one's own post gives none of these. */
  readonly borrowed: ReadonlyMap<Permission, Post>
}

/** Returns the union of the permissions of all posts, with the widest limits and the earliest days. */
export function rightsOf(posts: readonly Post[]): Rights {
  const limits = new Map<Permission, ReadonlySet<string>>()
  const heldSince = new Map<Permission, Instant>()
  const borrowed = new Map<Permission, Post>()
  const given = posts.map((post) => ({
    post,
    permissions: permissionsFor(post.roles),
    limits: limitsFor(post.roles, post.limits),
    since: permissionsSince(post.roles, post.heldSince),
  }))
  const permissions = permissionsFor(posts.flatMap(({ roles }) => roles))
  for (const permission of permissions) {
    const giving = given.filter((one) => one.permissions.has(permission))
    const narrow = giving.map((one) => one.limits.get(permission)).filter((one) => one !== undefined)
    if (narrow.length === giving.length) limits.set(permission, new Set(narrow.flatMap((one) => [...one])))
    const dated = giving
      .map(({ since }) => since.get(permission))
      .filter((one) => one !== undefined)
      .sort()
    if (dated[0] && dated.length === giving.length) heldSince.set(permission, dated[0])
    const first = giving[0]?.post
    if (first?.as) borrowed.set(permission, first)
  }
  return { permissions, limits, heldSince, borrowed }
}
