import type { Instant } from '../../shared/instant.ts'
import { limitsIn, type Permission, sinceIn } from './permissions.ts'
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
  const grants = posts.flatMap((post) => post.grants)
  const permissions = new Set(grants.map(({ permission }) => permission))
  const borrowed = new Map<Permission, Post>()
  for (const wanted of permissions) {
    const first = posts.find((post) => post.grants.some(({ permission }) => permission === wanted))
    if (first?.as) borrowed.set(wanted, first)
  }
  return { permissions, limits: limitsIn(grants), heldSince: sinceIn(grants), borrowed }
}
