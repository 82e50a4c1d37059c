import { type Block, type OfficeCalendar, standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { type ClockUnit, firstRulePack, type RulePack } from '../../../service/offices/calendar/rule-pack.ts'
import { type Day, type Instant, instantOf } from '../../../service/shared/instant.ts'

const at = (words: string, offset: string): Instant => instantOf(new Date(`${words.replace(' ', 'T')}:00${offset}`))

/** `wib('2026-11-23 09:00')`: a moment by the clock on the wall in western Indonesia. */
export const wib = (words: string): Instant => at(words, '+07:00')
export const wita = (words: string): Instant => at(words, '+08:00')
export const wit = (words: string): Instant => at(words, '+09:00')

export const usualOffice = standardCalendar

const untilLunchAndAfter: readonly Block[] = [
  ['08:00', '12:00'],
  ['13:00', '16:00'],
]

/** Closes for lunch, longer on Fridays, when it also stays open longer. */
export const officeWithLunch: OfficeCalendar = {
  ...standardCalendar,
  week: {
    ...standardCalendar.week,
    monday: untilLunchAndAfter,
    tuesday: untilLunchAndAfter,
    wednesday: untilLunchAndAfter,
    thursday: untilLunchAndAfter,
    friday: [
      ['08:00', '11:30'],
      ['13:30', '16:30'],
    ],
  },
}

export const officeOpenOnSaturday: OfficeCalendar = {
  ...standardCalendar,
  week: { ...standardCalendar.week, saturday: [['08:00', '12:00']] },
}

export const officeWithItsOwnDay: OfficeCalendar = {
  ...standardCalendar,
  localDays: [{ day: '2026-11-24' as Day, name: 'Hari jadi kabupaten' }],
}

/** A pack in which verification takes so long. */
export const packOf = (amount: number, unit: ClockUnit = 'working_days'): RulePack => ({
  ...firstRulePack,
  id: 'made-for-a-test',
  clocks: { ...firstRulePack.clocks, verification: { amount, unit, legalBasis: null } },
})
