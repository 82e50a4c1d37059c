import { standardCalendar } from '../../service/offices/calendar/office-calendar.ts'
import { localDateOf } from '../../service/offices/calendar/working-days.ts'
import { DAY, instantOf, plusMilliseconds } from '../../service/shared/instant.ts'

/** The day that an office has now, or some days from now. It is another one than in UTC for seven hours of each day. */
export const officeDay = (daysFromNow = 0): string =>
  localDateOf(plusMilliseconds(instantOf(new Date()), daysFromNow * DAY), standardCalendar)

/** The month that an office has now. */
export const officeMonth = (): string => officeDay().slice(0, 7)
