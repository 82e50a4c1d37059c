import { dayNumberOf, type OfficeCalendar, timeZones, weekdayOf } from '../../../offices/calendar/office-calendar.ts'
import type { ClockUnit } from '../../../offices/calendar/rule-pack.ts'
import { localDateOf, localTimeOf } from '../../../offices/calendar/working-days.ts'
import type { Day } from '../../../shared/instant.ts'
import type { MovedDate, RunningClock } from '../clocks.ts'
import type { DayGroup, DayKind } from '../days-of-clock.ts'
import type { ClockWording } from './clock-wording.ts'
import { type ClockEvent, countingOf, datesOf, insideSentence, monthOf, type NamedDays, namedDays } from './counting.ts'

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')
const weekdayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']
const units = { working_days: 'hari kerja', calendar_days: 'hari kalender', hours: 'jam' } as const

const clocks: ClockWording['clocks'] = {
  verification: 'Verifikasi',
  first_response: 'Tanggapan pertama',
  handling_non_oversight: 'Penyelesaian',
  handling_oversight: 'Penyelesaian (dugaan pelanggaran)',
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

function sayEvent(event: ClockEvent, unit: ClockUnit): string {
  const because = `karena ${sayReason(event.reason)}`
  if (event.kind === 'pause') return `Penghitungan dihentikan sementara pada ${sayRange(event)} ${because}.`
  return `Diperpanjang ${event.amount} ${units[unit]} pada ${dayAndMonth(event.on)} ${because}.`
}

function sayPause({ pausedAt, pauseReason, pauseEndsAt }: RunningClock, calendar: OfficeCalendar): string {
  const since = pausedAt ? ` sejak ${dayAndMonth(localDateOf(pausedAt, calendar))}` : ''
  const until = pauseEndsAt ? `, paling lama sampai ${formatDay(pauseEndsAt, calendar)}` : ''
  return `dihentikan sementara${since} karena ${sayReason(pauseReason ?? '')}${until}`
}

function explainClock(clock: RunningClock, calendar: OfficeCalendar): string {
  const { amount, unit, startedAt, countedFrom, pausedAt, stoppedAt } = clock
  const { beganWhileClosed, closedWeekdays, named, undecreed, events, isDayGranted } = countingOf(clock, calendar)
  const since = unit === 'hours' ? formatDayTime(startedAt, calendar) : inFull(countedFrom)
  const without = [...closedWeekdays.map((weekday) => weekdayNames[weekday]), ...named.map(sayNamed)]
  const sentences = [
    `${amount} ${units[unit]} ${unit === 'hours' ? 'sejak' : 'setelah'} ${beganWhileClosed ? 'kantor buka kembali pada ' : ''}${since}${without.length > 0 ? `, tidak termasuk ${joinParts(without)}` : ''}.`,
    ...events.map((event) => sayEvent(event, unit)),
  ]
  if (isDayGranted) sentences.push('Setelah dilanjutkan, tersedia sekurang-kurangnya satu hari lagi.')
  if (pausedAt && !stoppedAt) {
    sentences.push(`Penghitungan ${sayPause(clock, calendar)}. Batas waktunya dihitung lagi setelah dilanjutkan.`)
  }
  if (undecreed.length > 0) {
    sentences.push(`Hari libur ${joinParts(undecreed)} belum diisi, jadi tanggal ini masih dapat bergeser.`)
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
  const day = unit === 'working_days' ? 'hari kerja' : 'hari'
  const [first = 0, last = 0] = counts ?? []
  const hours = name === null ? '' : ` (${name})`
  const counted = `${day} ke-${first}${first === last ? '' : ` sampai ke-${last}`}${hours}`
  const what: Readonly<Record<DayKind, string>> = {
    closed: 'di luar jam kerja; dihitung sejak kantor buka lagi',
    begin: `mulai${hours}; dihitung dari hari berikutnya`,
    counted,
    added: `${counted}, perpanjangan`,
    granted: `${counted}, tambahan setelah dilanjutkan`,
    weekly: 'bukan hari kerja',
    national: `libur nasional: ${name}`,
    collective_leave: `cuti bersama: ${name?.replace(/^cuti bersama /i, '')}`,
    local: `kantor tutup: ${name}`,
    paused: `dihentikan sementara: ${sayReason(name ?? '')}`,
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

const sayReason = (reason: string): string => pauseReasons[reason] ?? insideSentence(reason)

const joinParts = (parts: readonly (string | number | undefined)[]): string =>
  parts.length < 3 ? parts.join(' dan ') : `${parts.slice(0, -1).join(', ')}, dan ${parts.at(-1)}`

export const clockWordingId: ClockWording = {
  clocks,
  units,
  legalBasis: ({ legalBasis }) => legalBasis ?? 'Target layanan',
  formatDay,
  formatDayTime,
  explainClock,
  sayPause,
  explainMove,
  sayDays,
}
