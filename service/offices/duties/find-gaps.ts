import type { Instant } from '../../shared/instant.ts'
import { keysOf } from '../../shared/records.ts'
import type { Permission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { StaffId } from '../staff-id.ts'
import type { Duty } from '../vocabulary.ts'
import { type DutyRule, dutyTable, type UnitSettings } from './duties.ts'

export type Worker = Pick<StaffMember, 'id' | 'name' | 'permissions' | 'limits' | 'awayUntil'>

/** Nobody who is present can do it: in this category, and where it takes another person, besides this one. */
export interface Gap {
  readonly duty: Duty
  readonly category: string
  readonly besides: StaffId | null
  /** Somebody can do it again then; `null` if nobody holds the duty at all. */
  readonly until: Instant | null
  /** They hold the duty and are away. */
  readonly away: readonly StaffId[]
}

export const mayWorkIn = ({ permissions, limits }: Worker, permission: Permission, category: string): boolean =>
  permissions.has(permission) && (limits.get(permission)?.has(category) ?? true)

const isPresent = ({ awayUntil }: Worker): boolean => awayUntil === undefined

/** Everybody who could do the duty in this category if they were present, besides the person whom it takes another for. */
function holdersOf(
  { by, above, mayBeOneself }: DutyRule,
  category: string,
  besides: Worker | null,
  workers: readonly Worker[],
  { allowsOwnDecision = false }: UnitSettings,
): readonly Worker[] {
  const others = workers.filter(({ id }) => id !== besides?.id)
  const able = (permission: Permission) => others.filter((one) => mayWorkIn(one, permission, category))
  const found = [...able(by), ...(above ? able(above) : [])]
  return found.length === 0 && besides && mayBeOneself && allowsOwnDecision ? [besides] : found
}

/** Returns who is present and can do the duty. */
export const whoCan = (
  duty: Duty,
  category: string,
  besides: Worker | null,
  workers: readonly Worker[],
  settings: UnitSettings,
): readonly Worker[] => holdersOf(dutyTable[duty], category, besides, workers, settings).filter(isPresent)

/** Returns what nobody can do now, duty by duty and category by category. */
export function findGaps(workers: readonly Worker[], settings: UnitSettings): readonly Gap[] {
  const categories = settings.categories.filter(({ active }) => active).map(({ code }) => code)
  const gaps: Gap[] = []
  for (const duty of keysOf(dutyTable)) {
    const rule = dutyTable[duty]
    if (!rule.isNeeded(settings)) continue
    for (const category of categories) {
      for (const besides of askersOf(rule, category, workers)) {
        const holders = holdersOf(rule, category, besides, workers, settings)
        if (holders.some(isPresent)) continue
        const back = holders.flatMap(({ awayUntil }) => awayUntil ?? []).sort()
        gaps.push({
          ...{ duty, category, besides: besides?.id ?? null, until: back[0] ?? null },
          away: holders.map(({ id }) => id),
        })
      }
    }
  }
  return gaps
}

/** Those for whom the duty takes somebody else; `null` stands for anybody. */
function askersOf({ besides }: DutyRule, category: string, workers: readonly Worker[]): readonly (Worker | null)[] {
  if (besides === null) return [null]
  return workers.filter((one) => mayWorkIn(one, besides, category))
}

/** One gap for each duty, with the categories in which it is one. */
export interface DutyGap {
  readonly duty: Duty
  readonly categories: readonly string[]
  readonly besides: readonly StaffId[]
  readonly until: Instant | null
  readonly away: readonly StaffId[]
}

export function gapsByDuty(gaps: readonly Gap[]): readonly DutyGap[] {
  return keysOf(dutyTable).flatMap((duty) => {
    const found = gaps.filter((gap) => gap.duty === duty)
    if (found.length === 0) return []
    const ends = found.map(({ until }) => until)
    return {
      duty,
      categories: [...new Set(found.map(({ category }) => category))],
      besides: [...new Set(found.flatMap(({ besides }) => besides ?? []))],
      away: [...new Set(found.flatMap(({ away }) => away))],
      // The gap is over when its last part is; one part without an end has none.
      until: ends.includes(null)
        ? null
        : (ends
            .flatMap((end) => end ?? [])
            .sort()
            .at(-1) ?? null),
    }
  })
}
