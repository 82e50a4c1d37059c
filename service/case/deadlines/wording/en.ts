import { dayNumberOf, type OfficeCalendar, timeZones, weekdayOf } from '../../../offices/calendar/office-calendar.ts'
import type { ClockUnit } from '../../../offices/calendar/rule-pack.ts'
import { localDateOf, localTimeOf } from '../../../offices/calendar/working-days.ts'
import type { Day } from '../../../shared/instant.ts'
import type { MovedDate, RunningClock } from '../clocks.ts'
import type { DayGroup, DayKind } from '../days-of-clock.ts'
import type { ClockWording } from './clock-wording.ts'
import { type ClockEvent, countingOf, datesOf, insideSentence, monthOf, type NamedDays, namedDays } from './counting.ts'
import { holidayNamesEn } from './holiday-names-en.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const units = { working_days: 'working days', calendar_days: 'calendar days', hours: 'hours' } as const

const clocks: ClockWording['clocks'] = {
  verification: 'Verification',
  first_response: 'First response',
  handling_non_oversight: 'Handling',
  handling_oversight: 'Handling (oversight)',
  completion: 'Completion by the reporter',
  objection_window: 'Time to object',
  objection_decision: 'Decision on the objection',
  reopening: 'Time to reopen',
  personal_data: 'Personal-data request',
}

/** The service itself gives these reasons; reasons that a person wrote stand as they are. */
const pauseReasons: Readonly<Record<string, string>> = {
  completion: 'waiting for the reporter to complete it',
  merged: 'joined to another complaint',
}

const dayAndMonth = (day: Day): string => `${Number(day.slice(8))} ${months[monthOf(day)]}`
const inFull = (day: Day): string =>
  `${weekdayNames[weekdayOf(dayNumberOf(day))]}, ${dayAndMonth(day)} ${day.slice(0, 4)}`

const formatDay: ClockWording['formatDay'] = (at, calendar) => inFull(localDateOf(at, calendar))

const formatDayTime: ClockWording['formatDayTime'] = (at, calendar) =>
  `${formatDay(at, calendar)} at ${localTimeOf(at, calendar)} ${timeZones[calendar.timeZone].abbreviation}`

const unitOf = (unit: ClockUnit, amount: number): string => (amount === 1 ? units[unit].slice(0, -1) : units[unit])

function sayEvent(event: ClockEvent, unit: ClockUnit): string {
  const { reason } = event
  if (event.kind === 'pause') {
    return `It stood still ${event.from === event.to ? 'on' : 'during'} ${sayRange(event)}: ${sayReason(reason)}.`
  }
  return `Extended by ${event.amount} ${unitOf(unit, event.amount)} on ${dayAndMonth(event.on)}: ${sayReason(reason)}.`
}

function sayPause({ pausedAt, pauseReason, pauseEndsAt }: RunningClock, calendar: OfficeCalendar): string {
  const since = pausedAt ? ` since ${dayAndMonth(localDateOf(pausedAt, calendar))}` : ''
  const until = pauseEndsAt ? `, until ${formatDay(pauseEndsAt, calendar)} at the latest` : ''
  return `stood still${since}${until}: ${sayReason(pauseReason ?? '')}`
}

function explainClock(clock: RunningClock, calendar: OfficeCalendar): string {
  const { amount, unit, startedAt, countedFrom, pausedAt, stoppedAt } = clock
  const { beganWhileClosed, closedWeekdays, named, undecreed, events, isDayGranted } = countingOf(clock, calendar)
  const since = unit === 'hours' ? formatDayTime(startedAt, calendar) : inFull(countedFrom)
  const without = [...closedWeekdays.map((weekday) => `${weekdayNames[weekday]}s`), ...named.map(sayNamed)]
  const sentences = [
    `${amount} ${unitOf(unit, amount)} ${unit === 'hours' ? 'from' : 'after'} ${beganWhileClosed ? 'the next opening of the office, ' : ''}${since}${without.length > 0 ? `, not counting ${joinParts(without)}` : ''}.`,
    ...events.map((event) => sayEvent(event, unit)),
  ]
  if (isDayGranted) sentences.push('After standing still, at least one more day is left.')
  if (pausedAt && !stoppedAt) {
    sentences.push(`It has ${sayPause(clock, calendar)}; the date is counted again once it goes on.`)
  }
  if (undecreed.length > 0) {
    sentences.push(`The holidays of ${joinParts(undecreed)} are not filled in yet, so this date may still move.`)
  }
  return sentences.join(' ')
}

const sayRange = ({ from, to }: { readonly from: Day; readonly to: Day }): string => {
  if (from === to) return dayAndMonth(from)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8))}–${dayAndMonth(to)}`
    : `${dayAndMonth(from)} – ${dayAndMonth(to)}`
}

const sayWhen = ({ from, to }: DayGroup): string =>
  from === to ? `${weekdayNames[weekdayOf(dayNumberOf(from))]}, ${dayAndMonth(from)}` : sayRange({ from, to })

function sayDays(group: DayGroup, unit: ClockUnit) {
  const { kind, counts, name } = group
  const day = unit === 'working_days' ? 'working day' : 'day'
  const [first = 0, last = 0] = counts ?? []
  const hours = name === null ? '' : ` (${name})`
  const counted = `${first === last ? `${day} ${first}` : `${day}s ${first} to ${last}`}${hours}`
  const named = name && (holidayNamesEn[name] ?? name)
  const what: Readonly<Record<DayKind, string>> = {
    closed: 'after closing time',
    begin: `start${hours}; counted from the next day`,
    counted,
    added: `${counted}, more time`,
    granted: `${counted}, given after standing still`,
    weekly: 'not a working day',
    national: `national holiday: ${named}`,
    collective_leave: `collective leave: ${named?.replace(/^collective leave for /i, '')}`,
    local: `office closed: ${named}`,
    paused: `stood still: ${sayReason(name ?? '')}`,
  }
  return { when: sayWhen(group), what: what[kind], kind }
}

function explainMove({ clock, from, to, leftOut, countedAgain }: MovedDate, calendar: OfficeCalendar): string {
  const sentences = [`${clocks[clock]}: from ${formatDay(from, calendar)} to ${formatDay(to, calendar)}.`]
  if (leftOut.length > 0) sentences.push(`Not counted: ${joinParts(namedDays(leftOut).map(sayNamed))}.`)
  if (countedAgain.length > 0) sentences.push(`Counted again: ${joinParts(namedDays(countedAgain).map(sayNamed))}.`)
  return sentences.join(' ')
}

const sayNamed = (group: NamedDays): string =>
  `${datesOf(group)} ${group.days[0] ? months[monthOf(group.days[0])] : ''} (${holidayNamesEn[group.name] ?? group.name})`

const sayReason = (reason: string): string => pauseReasons[reason] ?? insideSentence(reason)

const joinParts = (parts: readonly (string | number | undefined)[]): string =>
  parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export const clockWordingEn: ClockWording = {
  clocks,
  units,
  legalBasis: ({ legalBasis }) => legalBasis ?? 'Service target',
  formatDay,
  formatDayTime,
  explainClock,
  sayPause,
  explainMove,
  sayDays,
}
