import { dayNumberOf, weekdayOf } from '../../../offices/calendar/day-number.ts'
import { type OfficeCalendar, timeZones } from '../../../offices/calendar/office-calendar.ts'
import type { ClockUnit } from '../../../offices/calendar/rule-pack.ts'
import { localDateOf, localTimeOf } from '../../../offices/calendar/working-days.ts'
import type { Day } from '../../../shared/instant.ts'
import type { RunningClock } from '../clocks.ts'
import type { DayGroup } from '../day-groups.ts'
import type { DayKind } from '../days-of-clock.ts'
import type { MovedDate } from '../moved-date.ts'
import type { ClockWording } from './clock-wording.ts'
import { countingOf, datesOf, monthOf, type NamedDays, namedDays, withoutStop } from './counting.ts'

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')
const weekdayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']
const units = { working_days: 'hari kerja', calendar_days: 'hari kalender', hours: 'jam' } as const

const clocks: ClockWording['clocks'] = {
  verification: 'Verifikasi',
  first_response: 'Tanggapan pertama',
  handling_non_oversight: 'Penyelesaian',
  handling_oversight: 'Penyelesaian (berkadar pengawasan)',
  completion: 'Kelengkapan dari pelapor',
  objection_window: 'Kesempatan mengajukan keberatan',
  objection_decision: 'Keputusan atas keberatan',
  reopening: 'Kesempatan membuka kembali',
  personal_data: 'Permintaan data pribadi',
}

/** The service itself gives these reasons; reasons that a person wrote stand as they are. */
const pauseReasons: Readonly<Record<string, string>> = {
  completion: 'menunggu kelengkapan dari pelapor',
  merged: 'digabungkan dengan pengaduan lain',
}

const dayAndMonth = (day: Day): string => `${Number(day.slice(8))} ${months[monthOf(day)]}`
const inFull = (day: Day): string =>
  `${weekdayNames[weekdayOf(dayNumberOf(day))]}, ${dayAndMonth(day)} ${day.slice(0, 4)}`

const formatDay: ClockWording['formatDay'] = (at, calendar) => inFull(localDateOf(at, calendar))

const formatDayTime: ClockWording['formatDayTime'] = (at, calendar) =>
  `${formatDay(at, calendar)} pukul ${localTimeOf(at, calendar).replace(':', '.')} ${timeZones[calendar.timeZone].abbreviation}`

function explainClock(clock: RunningClock, calendar: OfficeCalendar): string {
  const { amount, unit, startedAt, countedFrom, pauses, extensions = [], pausedAt, pauseReason, stoppedAt } = clock
  const { beganWhileClosed, closedWeekdays, named, undecreed } = countingOf(clock, calendar)
  const since = unit === 'hours' ? formatDayTime(startedAt, calendar) : inFull(countedFrom)
  const without = [...closedWeekdays.map((weekday) => weekdayNames[weekday]), ...named.map(sayNamed)]
  const sentences = [
    `${amount} ${units[unit]} sejak ${beganWhileClosed ? 'kantor buka kembali pada ' : ''}${since}${without.length > 0 ? `, tanpa ${joinParts(without)}` : ''}.`,
    ...pauses.map(({ from, to, reason }) => {
      const [first, last] = [dayAndMonth(localDateOf(from, calendar)), dayAndMonth(localDateOf(to, calendar))]
      return `Berhenti ${first === last ? `pada ${first}` : `dari ${first} sampai ${last}`} karena ${sayReason(reason)}.`
    }),
  ]
  for (const { at, amount: more, reason } of extensions) {
    sentences.push(
      `Diperpanjang ${more} ${units[unit]} pada ${dayAndMonth(localDateOf(at, calendar))} karena ${sayReason(reason)}.`,
    )
  }
  if (pausedAt && !stoppedAt) {
    sentences.push(
      `Berhenti sejak ${dayAndMonth(localDateOf(pausedAt, calendar))} karena ${sayReason(pauseReason ?? '')}; batas waktu dihitung lagi begitu berjalan kembali.`,
    )
  }
  if (undecreed.length > 0) {
    sentences.push(`Hari libur ${joinParts(undecreed)} belum diisi, jadi tanggal ini masih dapat bergeser.`)
  }
  return sentences.join(' ')
}

const sayWhen = ({ from, to }: DayGroup): string => {
  if (from === to) return `${weekdayNames[weekdayOf(dayNumberOf(from))]}, ${dayAndMonth(from)}`
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8))}–${dayAndMonth(to)}`
    : `${dayAndMonth(from)} – ${dayAndMonth(to)}`
}

function sayDays(group: DayGroup, unit: ClockUnit) {
  const { kind, counts, name } = group
  const day = unit === 'working_days' ? 'hari kerja' : 'hari'
  const [first = 0, last = 0] = counts ?? []
  const counted = `${day} ke-${first}${first === last ? '' : ` sampai ke-${last}`}`
  const what: Readonly<Record<DayKind, string>> = {
    closed: 'diterima setelah kantor tutup',
    begin: 'mulai; dihitung dari hari berikutnya',
    counted,
    added: `${counted}, perpanjangan`,
    weekly: 'bukan hari kerja',
    national: `libur nasional: ${name}`,
    collective_leave: `cuti bersama: ${name?.replace(/^cuti bersama /i, '')}`,
    local: `kantor tutup: ${name}`,
    paused: `berhenti: ${sayReason(name ?? '')}`,
  }
  return { when: sayWhen(group), what: what[kind], kind }
}

function explainMove({ clock, from, to, leftOut, countedAgain }: MovedDate, calendar: OfficeCalendar): string {
  const sentences = [`${clocks[clock]}: dari ${formatDay(from, calendar)} menjadi ${formatDay(to, calendar)}.`]
  if (leftOut.length > 0) sentences.push(`Tidak dihitung: ${joinParts(namedDays(leftOut).map(sayNamed))}.`)
  if (countedAgain.length > 0) sentences.push(`Dihitung lagi: ${joinParts(namedDays(countedAgain).map(sayNamed))}.`)
  return sentences.join(' ')
}

const sayNamed = (group: NamedDays): string =>
  `${datesOf(group)} ${group.days[0] ? months[monthOf(group.days[0])] : ''} (${group.name})`

const sayReason = (reason: string): string => pauseReasons[reason] ?? withoutStop(reason)

const joinParts = (parts: readonly (string | number | undefined)[]): string =>
  parts.length < 3 ? parts.join(' dan ') : `${parts.slice(0, -1).join(', ')}, dan ${parts.at(-1)}`

export const clockWordingId: ClockWording = {
  clocks,
  units,
  legalBasis: ({ legalBasis }) => legalBasis ?? 'Target layanan',
  formatDay,
  formatDayTime,
  explainClock,
  explainMove,
  sayDays,
}
