import { dayNumberOf, type OfficeCalendar, timeZones, weekdayOf } from '../../offices/calendar/office-calendar.ts'
import type { ClockName, ClockRule, ClockUnit } from '../../offices/calendar/rule-pack.ts'
import { localDateOf, localTimeOf } from '../../offices/calendar/working-days.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { readTexts } from '../../shared/texts/texts.ts'
import en from '../../texts/en/clocks.json' with { type: 'json' }
import holidaysEn from '../../texts/en/holidays.json' with { type: 'json' }
import id from '../../texts/id/clocks.json' with { type: 'json' }
import holidaysId from '../../texts/id/holidays.json' with { type: 'json' }
import jv from '../../texts/jv/clocks.json' with { type: 'json' }
import type { MovedDate, RunningClock } from './clocks.ts'
import { type ClockEvent, countingOf, datesOf, insideSentence, monthOf, type NamedDays, namedDays } from './counting.ts'
import type { DayGroup, DayKind } from './days-of-clock.ts'

export interface ClockWording {
  readonly clocks: Readonly<Record<ClockName, string>>
  readonly units: Readonly<Record<ClockUnit, string>>
  legalBasis(rule: ClockRule): string
  /** Returns for example `Senin, 23 November 2026`. */
  formatDay(at: Instant, calendar: OfficeCalendar): string
  /** Returns for example `Senin, 23 November 2026 pukul 14.30 WIB`. */
  formatDayTime(at: Instant, calendar: OfficeCalendar): string
  /** Explains the count in one sentence, with one more for each pause and for holidays that are not decreed yet. */
  explainClock(clock: RunningClock, calendar: OfficeCalendar): string
  /** Returns for example `24–26 November` and how the count treated these days. */
  sayDays(group: DayGroup, unit: ClockUnit): { when: string; what: string; kind: DayKind }
  /** Returns for example `dihentikan sementara sejak 24 November karena menunggu saksi, paling lama sampai Senin, 7 Desember 2026`. */
  sayPause(clock: RunningClock, calendar: OfficeCalendar): string
  explainMove(moved: MovedDate, calendar: OfficeCalendar): string
}

const clockTexts = readTexts({ id, en, jv })
type ClockTexts = (typeof clockTexts)['id']

/** Holidays that an office named itself keep their own name, and reasons that a person wrote stand as they are. */
type Names = Readonly<Record<string, string | undefined>>

/** How days, names and lists are written in one language. */
function writingIn(words: ClockTexts, holidays: Names) {
  const pauseReasons: Names = words.pauseReasons
  const weekday = (day: Day): string => words.weekdays[weekdayOf(dayNumberOf(day))] ?? ''
  const dayAndMonth = (day: Day): string => `${Number(day.slice(8))} ${words.months[monthOf(day)]}`
  const inFull = (day: Day): string => `${weekday(day)}, ${dayAndMonth(day)} ${day.slice(0, 4)}`
  const formatDay = (at: Instant, calendar: OfficeCalendar): string => inFull(localDateOf(at, calendar))
  const formatDayTime = (at: Instant, calendar: OfficeCalendar): string => {
    const [hour = '', minute = ''] = localTimeOf(at, calendar).split(':')
    const zone = timeZones[calendar.timeZone].abbreviation
    return words.dayTime({ day: formatDay(at, calendar), hour, minute, zone })
  }
  const sayRange = ({ from, to }: { readonly from: Day; readonly to: Day }): string => {
    if (from === to) return dayAndMonth(from)
    return from.slice(0, 7) === to.slice(0, 7)
      ? `${Number(from.slice(8))}–${dayAndMonth(to)}`
      : `${dayAndMonth(from)} – ${dayAndMonth(to)}`
  }
  const sayWhen = ({ from, to }: DayGroup): string =>
    from === to ? `${weekday(from)}, ${dayAndMonth(from)}` : sayRange({ from, to })
  const joinParts = (parts: readonly (string | number)[]): string => {
    const [first = '', last = ''] = parts
    if (parts.length < 3) return parts.length === 2 ? words.pair({ first, last }) : String(first)
    return words.list({ before: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' })
  }
  const nameOf = (holiday: string): string => holidays[holiday] ?? holiday
  const sayNamed = (group: NamedDays): string =>
    `${datesOf(group)} ${group.days[0] ? words.months[monthOf(group.days[0])] : ''} (${nameOf(group.name)})`
  const sayReason = (reason: string): string => pauseReasons[reason] ?? insideSentence(reason)
  return { dayAndMonth, inFull, formatDay, formatDayTime, sayRange, sayWhen, joinParts, nameOf, sayNamed, sayReason }
}

type Writing = ReturnType<typeof writingIn>

function wordingIn(words: ClockTexts, writing: Writing): ClockWording {
  const { clocks, units } = words
  const { dayAndMonth, inFull, formatDay, formatDayTime, sayRange, joinParts, sayNamed, sayReason } = writing
  const sayAmount = (amount: number, unit: ClockUnit): string => words.amounts[unit]({ amount })

  function sayEvent(event: ClockEvent, unit: ClockUnit): string {
    const reason = sayReason(event.reason)
    if (event.kind === 'pause') {
      const paused = event.from === event.to ? words.pausedOn : words.pausedDuring
      return paused({ days: sayRange(event), reason })
    }
    return words.extended({ amount: sayAmount(event.amount, unit), day: dayAndMonth(event.on), reason })
  }

  const sayPause = ({ pausedAt, pauseReason, pauseEndsAt }: RunningClock, calendar: OfficeCalendar): string =>
    words.pause({
      isDated: pausedAt !== null,
      since: pausedAt ? dayAndMonth(localDateOf(pausedAt, calendar)) : '',
      reason: sayReason(pauseReason ?? ''),
      ends: Boolean(pauseEndsAt),
      until: pauseEndsAt ? formatDay(pauseEndsAt, calendar) : '',
    })

  function explainClock(clock: RunningClock, calendar: OfficeCalendar): string {
    const { amount, unit, startedAt, countedFrom, pausedAt, stoppedAt } = clock
    const { beganWhileClosed, closedWeekdays, named, undecreed, events, isDayGranted } = countingOf(clock, calendar)
    const closed = closedWeekdays.map((day) => words.everyWeekday({ weekday: words.weekdays[day] ?? '' }))
    const without = [...closed, ...named.map(sayNamed)]
    const count = words.count({
      amount: sayAmount(amount, unit),
      unit,
      wasClosed: beganWhileClosed,
      since: unit === 'hours' ? formatDayTime(startedAt, calendar) : inFull(countedFrom),
      leavesOut: without.length > 0,
      without: joinParts(without),
    })
    const sentences = [count, ...events.map((event) => sayEvent(event, unit))]
    if (isDayGranted) sentences.push(words.dayGranted)
    if (pausedAt && !stoppedAt) sentences.push(words.stands({ pause: sayPause(clock, calendar) }))
    if (undecreed.length > 0) sentences.push(words.undecreed({ years: joinParts(undecreed) }))
    return sentences.join(' ')
  }

  function explainMove({ clock, from, to, leftOut, countedAgain }: MovedDate, calendar: OfficeCalendar): string {
    const say = (skipped: MovedDate['leftOut']) => joinParts(namedDays(skipped).map(sayNamed))
    return [
      words.moved({ clock: clocks[clock], from: formatDay(from, calendar), to: formatDay(to, calendar) }),
      ...(leftOut.length > 0 ? [words.leftOut({ days: say(leftOut) })] : []),
      ...(countedAgain.length > 0 ? [words.countedAgain({ days: say(countedAgain) })] : []),
    ].join(' ')
  }

  const legalBasis: ClockWording['legalBasis'] = ({ legalBasis: basis }) => basis ?? words.target
  const sayDays: ClockWording['sayDays'] = (group, unit) => ({
    when: writing.sayWhen(group),
    what: treatmentOf(group, unit, words, writing),
    kind: group.kind,
  })
  return { clocks, units, legalBasis, formatDay, formatDayTime, explainClock, sayPause, explainMove, sayDays }
}

/** How the count treated a group of days. */
function treatmentOf(group: DayGroup, unit: ClockUnit, words: ClockTexts, { nameOf, sayReason }: Writing): string {
  const [first = 0, last = 0] = group.counts ?? []
  const hours = group.name === null ? '' : ` (${group.name})`
  const name = nameOf(group.name ?? '')
  const counted = words.counted({ unit, isOneDay: first === last, first, last, hours })
  const { days } = words
  const what: Readonly<Record<DayKind, () => string>> = {
    closed: () => days.closed,
    begin: () => days.begin({ hours }),
    counted: () => counted,
    added: () => days.added({ counted }),
    granted: () => days.granted({ counted }),
    weekly: () => days.weekly,
    national: () => days.national({ name }),
    collective_leave: () => days.collective_leave({ name: withoutBeginning(name, words.leaveFor) }),
    local: () => days.local({ name }),
    paused: () => days.paused({ reason: sayReason(group.name ?? '') }),
  }
  return what[group.kind]()
}

const withoutBeginning = (text: string, beginning: string): string =>
  text.toLowerCase().startsWith(beginning) ? text.slice(beginning.length) : text

/** The wording of how time is counted. */
export const clockWordings: Readonly<Record<Language, ClockWording>> = {
  id: wordingIn(clockTexts.id, writingIn(clockTexts.id, holidaysId)),
  en: wordingIn(clockTexts.en, writingIn(clockTexts.en, holidaysEn)),
}

/** What the clocks are called where a reporter reads Javanese; the sentences about them stay Indonesian. */
export const clocksJv: ClockWording['clocks'] = clockTexts.jv.clocks
