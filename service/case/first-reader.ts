/** A position under which people could read a complaint, as the form offers it. */
export interface ReadingPost {
  readonly id: string
  readonly position: string
  /** How its people stand to a complaint; the last two are above the unit. */
  readonly standing: 'verifies' | 'heads' | 'signs' | 'reads' | 'inspects' | 'parent'
  /** The posts of which nobody reads it either, where this one does not. */
  readonly takes: readonly string[]
  /** The posts of their superiors, nearest first. */
  readonly under: readonly string[]
}

/** More would not be read. */
export const MOST_OFFERED = 8

export interface FirstReaders {
  /** The positions of whom it reaches first; none where the operator must find somebody. */
  readonly first: readonly string[]
  /** Nobody of the unit itself is left. */
  readonly isElsewhere: boolean
}

const above: readonly ReadingPost['standing'][] = ['inspects', 'parent']

/**
 * Tells who reads a complaint first, whatever posts its reporter ticks: who verifies, a head, the nearest superior of
 * the ticked, the Inspektorat, the parent unit. The service decides by the same order.
 */
export function findFirstReaders(posts: readonly ReadingPost[], ticked: readonly string[]): FirstReaders {
  const chosen = posts.filter(({ id }) => ticked.includes(id))
  const out = new Set(chosen.flatMap(({ id, takes }) => [id, ...takes]))
  const left = posts.filter(({ id }) => !out.has(id))
  const isElsewhere = left.every(({ standing }) => above.includes(standing))
  for (const deciding of ['verifies', 'heads'] as const) {
    const first = left.filter(({ standing }) => standing === deciding).map(({ position }) => position)
    if (first.length > 0) return { first, isElsewhere }
  }
  const standing = (['signs', ...above] as const).flatMap((one) => left.filter((post) => post.standing === one))
  const superiors = chosen.flatMap(({ under }) => under.flatMap((id) => left.filter((post) => post.id === id)))
  const [first] = [...superiors, ...standing]
  return { first: first ? [first.position] : [], isElsewhere }
}
