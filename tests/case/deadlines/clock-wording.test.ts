import { describe, expect, it } from 'vitest'
import { clockWordings } from '../../../service/case/deadlines/clock-wording.ts'
import { extendClock, pauseClock, resumeClock, startClock, stopClock } from '../../../service/case/deadlines/clocks.ts'
import { daysOfClock, inGroups } from '../../../service/case/deadlines/days-of-clock.ts'
import type { OfficeCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import type { Day } from '../../../service/shared/instant.ts'
import { officeWithItsOwnDay, packOf, usualOffice, wib } from './offices.ts'

const begun = (at: string, days: number, office = usualOffice) =>
  startClock('verification', packOf(days), office, wib(at))

const inIndonesian = (clock: Parameters<typeof clockWordings.id.explainClock>[0]) =>
  clockWordings.id.explainClock(clock, usualOffice)
const inEnglish = (clock: Parameters<typeof clockWordings.en.explainClock>[0]) =>
  clockWordings.en.explainClock(clock, usualOffice)

describe('a date explains itself', () => {
  it('plainly when nothing was left out', () => {
    const clock = begun('2026-11-23 09:00', 3)

    expect(inIndonesian(clock)).toBe('3 hari kerja setelah Senin, 23 November 2026.')
    expect(inEnglish(clock)).toBe('3 working days after Monday, 23 November 2026.')
    expect(inEnglish(begun('2026-11-23 09:00', 1))).toBe('1 working day after Monday, 23 November 2026.')
  })

  it('with the weekend and the holidays that it left out', () => {
    const clock = begun('2026-12-21 10:00', 3)

    expect(inIndonesian(clock)).toBe(
      '3 hari kerja setelah Senin, 21 Desember 2026, tidak termasuk Sabtu, Minggu, 24 Desember (Cuti bersama Natal), dan 25 Desember (Kelahiran Yesus Kristus).',
    )
    expect(inEnglish(clock)).toBe(
      '3 working days after Monday, 21 December 2026, not counting Saturdays, Sundays, 24 December (collective leave for Christmas) and 25 December (Christmas Day).',
    )
  })

  it('naming Saturdays and Sundays once, however many passed', () => {
    expect(inIndonesian(begun('2026-11-23 09:00', 14))).toBe(
      '14 hari kerja setelah Senin, 23 November 2026, tidak termasuk Sabtu dan Minggu.',
    )
  })

  it('with the next opening when it began while the office was closed, and days of one name together', () => {
    const clock = begun('2026-03-13 18:00', 3)

    expect(inIndonesian(clock)).toBe(
      '3 hari kerja setelah kantor buka kembali pada Senin, 16 Maret 2026, tidak termasuk Sabtu, Minggu, 18 Maret (Cuti bersama Nyepi), 19 Maret (Hari Suci Nyepi), dan 20, 23, 24 Maret (Cuti bersama Idulfitri).',
    )
    expect(inEnglish(clock)).toMatch(/^3 working days after the next opening of the office, Monday, 16 March 2026, /)
  })

  it('with a day of the office’s own, in the office’s own words in both languages', () => {
    const clock = begun('2026-11-23 09:00', 1, officeWithItsOwnDay)

    expect(inIndonesian(clock)).toBe(
      '1 hari kerja setelah Senin, 23 November 2026, tidak termasuk 24 November (Hari jadi kabupaten).',
    )
    expect(inEnglish(clock)).toMatch(/not counting 24 November \(Hari jadi kabupaten\)\.$/)
  })

  it('with the year whose holidays are not decreed, until it has stopped', () => {
    const clock = begun('2026-12-29 10:00', 3)

    expect(inIndonesian(clock)).toMatch(/ Hari libur 2027 belum diisi, jadi tanggal ini masih dapat bergeser\.$/)
    expect(inEnglish(clock)).toMatch(/ The holidays of 2027 are not filled in yet, so this date may still move\.$/)
    expect(inIndonesian(stopClock(clock, wib('2026-12-30 10:00')))).not.toMatch(/belum diisi/)
    expect(inIndonesian(begun('2026-12-21 10:00', 3))).not.toMatch(/belum diisi/)
  })

  it('with its pauses and their reasons', () => {
    const standing = pauseClock(begun('2026-11-23 09:00', 3), 'completion', wib('2026-11-24 10:00'))
    const gone = resumeClock(standing, usualOffice, wib('2026-11-26 10:00'))

    expect(inIndonesian(standing)).toBe(
      '3 hari kerja setelah Senin, 23 November 2026. Penghitungan dihentikan sementara sejak 24 November karena menunggu kelengkapan dari pelapor. Batas waktunya dihitung lagi setelah dilanjutkan.',
    )
    expect(inIndonesian(gone)).toBe(
      '3 hari kerja setelah Senin, 23 November 2026, tidak termasuk Sabtu dan Minggu. Penghitungan dihentikan sementara pada 25–26 November karena menunggu kelengkapan dari pelapor.',
    )
    expect(inEnglish(standing)).toMatch(
      / It has stood still since 24 November: waiting for the reporter to complete it; /,
    )
    expect(inEnglish(gone)).toMatch(/ It stood still during 25–26 November: waiting .*\.$/)
    expect(inIndonesian(stopClock(standing, wib('2026-11-26 10:00')))).not.toMatch(/dihentikan sementara sejak/)
  })

  it('with the words of the officer who paused it, beginning small unless they begin with a name', () => {
    const pausedFor = (reason: string) =>
      resumeClock(
        pauseClock(begun('2026-11-23 09:00', 3), reason, wib('2026-11-24 10:00')),
        usualOffice,
        wib('2026-11-25 09:00'),
      )

    expect(inIndonesian(pausedFor('Kantor kebanjiran.'))).toMatch(
      / Penghitungan dihentikan sementara pada 25 November karena kantor kebanjiran\.$/,
    )
    expect(inEnglish(pausedFor('kantor kebanjiran'))).toMatch(/ It stood still on 25 November: kantor kebanjiran\.$/)
    expect(inIndonesian(pausedFor('Citra Umpama sakit'))).toMatch(/ karena Citra Umpama sakit\.$/)
    expect(inIndonesian(pausedFor('PLN padam'))).toMatch(/ karena PLN padam\.$/)
  })

  it('with pauses and more time in the order in which they came', () => {
    const extended = extendClock(
      begun('2026-11-23 09:00', 3),
      2,
      'Saksi belum hadir',
      usualOffice,
      wib('2026-11-24 09:00'),
    )
    const gone = resumeClock(
      pauseClock(extended, 'completion', wib('2026-11-25 10:00')),
      usualOffice,
      wib('2026-11-27 09:00'),
    )

    expect(inIndonesian(gone)).toMatch(
      / Diperpanjang 2 hari kerja pada 24 November karena saksi belum hadir\. Penghitungan dihentikan sementara pada 26–27 November karena menunggu/,
    )
  })

  it.each([
    ['while the office was closed, which took no day', '2026-11-24 18:00', '2026-11-25 07:00'],
    ['within office hours, which took no day', '2026-11-24 10:00', '2026-11-24 15:00'],
    ['over an evening and a morning', '2026-11-24 18:00', '2026-11-25 10:00'],
    ['over a weekend', '2026-11-25 10:00', '2026-11-30 10:00'],
    ['on its last day', '2026-11-26 10:00', '2026-11-30 10:00'],
  ])('naming the same days in the sentence and in the list for a pause %s', (_, from, to) => {
    const clock = resumeClock(pauseClock(begun('2026-11-23 09:00', 3), 'sebab', wib(from)), usualOffice, wib(to))
    const paused = inGroups(daysOfClock(clock, usualOffice, wib(to))).filter(({ kind }) => kind === 'paused')

    const said = / Penghitungan dihentikan sementara pada (.*) karena/.exec(inIndonesian(clock))?.[1] ?? null
    const listed = paused.map((group) => clockWordings.id.sayDays(group, clock.unit).when.replace(/^\w+, /, ''))
    expect(said === null ? [] : [said]).toEqual(listed)
  })

  it('with the day that a pause leaves at least', () => {
    const clock = resumeClock(
      pauseClock(begun('2026-11-23 09:00', 3), 'completion', wib('2026-11-26 10:00')),
      usualOffice,
      wib('2026-11-30 15:55'),
    )

    expect(inIndonesian(clock)).toMatch(/ Setelah dilanjutkan, tersedia sekurang-kurangnya satu hari lagi\.$/)
    expect(inEnglish(clock)).toMatch(/ After standing still, at least one more day is left\.$/)
  })

  it('in calendar days, and in hours from the very minute', () => {
    const days = startClock('verification', packOf(30, 'calendar_days'), usualOffice, wib('2026-11-28 23:30'))
    const hours = startClock('verification', packOf(72, 'hours'), usualOffice, wib('2026-11-28 23:30'))

    expect(inIndonesian(days)).toBe('30 hari kalender setelah Sabtu, 28 November 2026.')
    expect(inIndonesian(hours)).toBe('72 jam sejak Sabtu, 28 November 2026 pukul 23.30 WIB.')
    expect(inEnglish(hours)).toBe('72 hours from Saturday, 28 November 2026 at 23:30 WIB.')
  })
})

describe('days and times', () => {
  const moment = wib('2026-11-22 23:05')

  it.each([
    ['Asia/Jakarta', 'Minggu, 22 November 2026 pukul 23.05 WIB'],
    ['Asia/Pontianak', 'Minggu, 22 November 2026 pukul 23.05 WIB'],
    ['Asia/Makassar', 'Senin, 23 November 2026 pukul 00.05 WITA'],
    ['Asia/Jayapura', 'Senin, 23 November 2026 pukul 01.05 WIT'],
  ] as const)('are told by the clock of %s', (timeZone, told) => {
    const office = { ...usualOffice, timeZone }

    expect(clockWordings.id.formatDayTime(moment, office)).toBe(told)
    expect(told.startsWith(clockWordings.id.formatDay(moment, office))).toBe(true)
  })

  it.each([
    ['id-ID', clockWordings.id],
    ['en-GB', clockWordings.en],
  ])('have the names of months and weekdays that the platform has for %s', (locale, wording) => {
    for (let day = 1; day <= 365; day += 5) {
      const said = wording.formatDay(
        wib(`${new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)} 12:00`),
        usualOffice,
      )
      const [weekday = '', rest = ''] = said.split(', ')
      const platform = (options: Intl.DateTimeFormatOptions) =>
        new Date(Date.UTC(2026, 0, day)).toLocaleDateString(locale, { timeZone: 'UTC', ...options })
      expect(weekday).toBe(platform({ weekday: 'long' }))
      expect(rest).toBe(platform({ day: 'numeric', month: 'long', year: 'numeric' }))
    }
  })
})

it('calls an amount a service target unless an article is cited', () => {
  const article = { amount: 14, unit: 'working_days', legalBasis: 'Pasal 1 Peraturan Contoh' } as const

  expect(clockWordings.id.legalBasis({ ...article, legalBasis: null })).toBe('Target layanan')
  expect(clockWordings.en.legalBasis({ ...article, legalBasis: null })).toBe('Service target')
  expect(clockWordings.id.legalBasis(article)).toBe('Pasal 1 Peraturan Contoh')
})

const told = (
  clock: ReturnType<typeof startClock>,
  office: OfficeCalendar = usualOffice,
  now = wib('2026-11-25 10:00'),
) =>
  inGroups(daysOfClock(clock, office, now)).map((group) => {
    const { when, what } = clockWordings.id.sayDays(group, clock.unit)
    return `${when}: ${what}`
  })

describe('a date explains itself day by day', () => {
  it('with the start, the days counted, weekends and holidays by their kind and name', () => {
    expect(told(startClock('verification', packOf(3), usualOffice, wib('2026-12-21 10:00')))).toEqual([
      'Senin, 21 Desember: mulai; dihitung dari hari berikutnya',
      '22–23 Desember: hari kerja ke-1 sampai ke-2',
      'Kamis, 24 Desember: cuti bersama: Natal',
      'Jumat, 25 Desember: libur nasional: Kelahiran Yesus Kristus',
      '26–27 Desember: bukan hari kerja',
      'Senin, 28 Desember: hari kerja ke-3',
    ])
  })

  it('with a start outside office hours, and the opening from which is counted', () => {
    expect(told(startClock('verification', packOf(1), usualOffice, wib('2026-11-27 17:00')))).toEqual([
      'Jumat, 27 November: di luar jam kerja; dihitung sejak kantor buka lagi',
      '28–29 November: bukan hari kerja',
      'Senin, 30 November: mulai; dihitung dari hari berikutnya',
      'Selasa, 1 Desember: hari kerja ke-1',
    ])
  })

  it('with a day of the office’s own', () => {
    expect(
      told(startClock('verification', packOf(1), officeWithItsOwnDay, wib('2026-11-23 09:00')), officeWithItsOwnDay),
    ).toEqual([
      'Senin, 23 November: mulai; dihitung dari hari berikutnya',
      'Selasa, 24 November: kantor tutup: Hari jadi kabupaten',
      'Rabu, 25 November: hari kerja ke-1',
    ])
  })

  it('with a day on which the office keeps hours of its own', () => {
    const office = {
      ...usualOffice,
      localDays: [{ day: '2026-12-24' as Day, name: 'Piket Natal', blocks: [['08:00', '12:00']] as const }],
    }
    expect(told(startClock('verification', packOf(1), office, wib('2026-12-23 09:00')), office)).toEqual([
      'Rabu, 23 Desember: mulai; dihitung dari hari berikutnya',
      'Kamis, 24 Desember: hari kerja ke-1 (Piket Natal)',
    ])
  })

  it('with the day that a pause leaves at least, and no further than to where it stopped', () => {
    const begun = startClock('verification', packOf(3), usualOffice, wib('2026-11-23 09:00'))
    const paused = pauseClock(begun, 'hasil laboratorium', wib('2026-11-26 10:00'))

    expect(told(resumeClock(paused, usualOffice, wib('2026-11-27 15:55'))).slice(-4)).toEqual([
      '24–26 November: hari kerja ke-1 sampai ke-3',
      'Jumat, 27 November: dihentikan sementara: hasil laboratorium',
      '28–29 November: bukan hari kerja',
      'Senin, 30 November: hari kerja ke-4, tambahan setelah dilanjutkan',
    ])
    expect(told(stopClock(begun, wib('2026-11-24 15:00')))).toEqual([
      'Senin, 23 November: mulai; dihitung dari hari berikutnya',
      'Selasa, 24 November: hari kerja ke-1',
    ])
  })

  it('with a pause and its reason, and with more time', () => {
    const begun = startClock('verification', packOf(2), usualOffice, wib('2026-11-23 09:00'))
    const paused = pauseClock(begun, 'hasil laboratorium.', wib('2026-11-24 10:00'))
    const resumed = resumeClock(paused, usualOffice, wib('2026-11-26 10:00'))

    expect(told(extendClock(resumed, 1, 'saksi sakit', usualOffice, wib('2026-11-26 11:00')))).toEqual([
      'Senin, 23 November: mulai; dihitung dari hari berikutnya',
      'Selasa, 24 November: hari kerja ke-1',
      '25–26 November: dihentikan sementara: hasil laboratorium',
      'Jumat, 27 November: hari kerja ke-2',
      '28–29 November: bukan hari kerja',
      'Senin, 30 November: hari kerja ke-3, perpanjangan',
    ])
  })

  it('up to today while it stands still, since no date is known', () => {
    const begun = startClock('verification', packOf(5), usualOffice, wib('2026-11-23 09:00'))
    const paused = pauseClock(begun, 'completion', wib('2026-11-24 10:00'))

    expect(told(paused, usualOffice, wib('2026-11-26 10:00')).at(-1)).toBe(
      '25–26 November: dihentikan sementara: menunggu kelengkapan dari pelapor',
    )
  })

  it('in calendar days over the end of a month, and in hours not at all', () => {
    expect(told(startClock('verification', packOf(3, 'calendar_days'), usualOffice, wib('2026-11-29 09:00')))).toEqual([
      'Minggu, 29 November: mulai; dihitung dari hari berikutnya',
      '30 November – 2 Desember: hari ke-1 sampai ke-3',
    ])
    expect(told(startClock('verification', packOf(72, 'hours'), usualOffice, wib('2026-11-29 09:00')))).toEqual([])
  })

  it('in English too', () => {
    const clock = startClock('verification', packOf(3), usualOffice, wib('2026-12-21 10:00'))
    const said = inGroups(daysOfClock(clock, usualOffice, wib('2026-12-21 10:00')))
    expect(said.map((group) => clockWordings.en.sayDays(group, clock.unit).what)).toEqual([
      'start; counted from the next day',
      'working days 1 to 2',
      'collective leave: Christmas',
      'national holiday: Christmas Day',
      'not a working day',
      'working day 3',
    ])
  })
})
