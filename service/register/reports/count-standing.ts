import { dayNumberOf, type OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { CaseFacts } from '../facts/case-facts.ts'
import { figureTests } from '../facts/figures.ts'
import { ageGroups, type Stretch } from './period.ts'

/** What waits now, whenever it was received. */
export interface Standing {
  readonly open: number
  readonly late: number
  /** Those of the late ones that were received before the period: its share in time does not hide them. */
  readonly lateEarlier: number
  /** Open cases by the time since they were received, the youngest first. */
  readonly byAge: readonly (ReturnType<typeof ageGroups>[number] & { readonly cases: number })[]
}

export interface StandingCount {
  take(facts: CaseFacts): void
  figures(): Standing
}

export function countStanding(period: Stretch, today: Day, now: Instant, calendar: OfficeCalendar): StandingCount {
  const first = dayNumberOf(period.from)
  const groups = ageGroups(today).map((group) => ({ ...group, since: group.from && dayNumberOf(group.from), cases: 0 }))
  let [open, late, lateEarlier] = [0, 0, 0]
  return {
    take(facts) {
      if (figureTests.late(facts, now)) {
        late++
        if (localDayOf(facts.receivedAt, calendar) < first) lateEarlier++
      }
      if (!figureTests.open(facts, now)) return
      open++
      const received = localDayOf(facts.receivedAt, calendar)
      const group = groups.find(({ since }) => since === null || received >= since)
      if (group) group.cases++
    },
    figures: () => ({ open, late, lateEarlier, byAge: groups.map(({ since: _, ...group }) => group) }),
  }
}
