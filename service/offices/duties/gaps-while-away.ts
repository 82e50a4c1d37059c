import type { Instant } from '../../shared/instant.ts'
import { type Absence, absenceOf } from '../staff/absence.ts'
import { isAccepted, type Membership } from '../staff/account.ts'
import { laterOf } from '../staff/held-roles.ts'
import { listLentPosts, postOf } from '../staff/posts.ts'
import { rightsOf } from '../staff/rights.ts'
import type { StaffId } from '../staff-id.ts'
import { dutyTable, type UnitSettings } from './duties.ts'
import { findGaps, type Gap, mayWorkIn, type Worker } from './find-gaps.ts'

/** Returns everybody with what they may do at a moment, in their own right and as deputy. */
function workersAt(members: readonly Membership[], at: Instant): readonly Worker[] {
  const accepted = members.filter(isAccepted)
  const lent = listLentPosts(accepted, at)
  return accepted.map((one) => {
    const away = absenceOf(one, at)
    return {
      ...{ id: one.id as StaffId, name: one.name, ...rightsOf([postOf(one), ...(lent.get(one.id) ?? [])]) },
      ...(away && { awayUntil: away.until }),
    }
  })
}

const keyOf = ({ duty, category, besides }: Gap): string => `${duty} ${category} ${besides ?? ''}`

/**
 * Returns what nobody can do at some time of an absence that is wished for, and somebody could without it. It
 * is looked at where it begins, and where somebody else leaves or comes back.
 */
export function gapsWhileAway(
  members: readonly Membership[],
  id: string,
  wished: Absence,
  settings: UnitSettings,
  now: Instant,
): readonly Gap[] {
  const withIt = members.map((one) =>
    one.id === id
      ? { ...one, absences: [...(one.absences ?? []).filter((other) => !isSame(other, wished)), wished] }
      : one,
  )
  const begins = laterOf(wished.from, now)
  const turns = members.flatMap(({ absences = [] }) => absences.flatMap(({ from, until }) => [from, until]))
  const moments = [begins, ...turns.filter((at) => begins < at && at < wished.until)]
  const found = new Map<string, Gap>()
  for (const at of new Set(moments)) {
    const without = workersAt(members, at)
    const before = new Set(findGaps(without, settings).map(keyOf))
    for (const gap of findGaps(workersAt(withIt, at), settings)) {
      if (!before.has(keyOf(gap)) && isOfSomebody(gap, without)) found.set(keyOf(gap), gap)
    }
  }
  return [...found.values()]
}

/** A deputy who signs takes nobody else for it that the absent person did not take. */
function isOfSomebody({ duty, category, besides: id }: Gap, without: readonly Worker[]): boolean {
  const { besides } = dutyTable[duty]
  const asker = without.find((one) => one.id === id)
  return besides === null || (asker !== undefined && mayWorkIn(asker, besides, category))
}

/** The same days are one absence, whose deputy may become another. */
const isSame = (one: Pick<Absence, 'firstDay' | 'lastDay'>, other: Pick<Absence, 'firstDay' | 'lastDay'>): boolean =>
  one.firstDay === other.firstDay && one.lastDay === other.lastDay
