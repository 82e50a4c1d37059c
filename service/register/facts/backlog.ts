import { type DayNumber, dayOf, type OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import type { Day } from '../../shared/instant.ts'
import type { CaseFacts } from './case-facts.ts'

/** How many cases were open at the end of a day. */
export interface OpenOnDay {
  readonly day: Day
  readonly cases: number
}

export interface Backlog {
  take(facts: CaseFacts): void
  days(): OpenOnDay[]
}

/**
 * Counts day by day what was open at the end of it, whenever it was received. A case that was taken up again counts as
 * open all along, so answering in haste empties no desk.
 * @param to the last day, which must have begun
 */
export function countBacklog(from: DayNumber, to: DayNumber, calendar: OfficeCalendar): Backlog {
  const changes = new Array<number>(Math.max(0, to - from + 1)).fill(0)
  const change = (day: DayNumber, by: 1 | -1) => {
    const at = Math.max(0, day - from)
    if (at < changes.length) changes[at] = (changes[at] ?? 0) + by
  }
  return {
    take({ receivedAt, leftAt }) {
      change(localDayOf(receivedAt, calendar), 1)
      if (leftAt !== undefined) change(localDayOf(leftAt, calendar), -1)
    },
    days() {
      let cases = 0
      return changes.map((by, at) => {
        cases += by
        return { day: dayOf(from + at), cases }
      })
    },
  }
}

/** Whether a case counts among those open at the end of this day. */
export const wasOpenOn = ({ receivedAt, leftAt }: CaseFacts, day: DayNumber, calendar: OfficeCalendar): boolean =>
  localDayOf(receivedAt, calendar) <= day && (leftAt === undefined || localDayOf(leftAt, calendar) > day)
