import { describe, expect, it } from 'vitest'
import { clockWordings } from '../../../service/case/deadlines/clock-wording.ts'
import { extendClock, pauseClock, resumeClock, startClock, stopClock } from '../../../service/case/deadlines/clocks.ts'
import { daysOfClock, inGroups } from '../../../service/case/deadlines/days-of-clock.ts'
import type { OfficeCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import type { Day } from '../../../service/shared/instant.ts'
import { officeWithItsOwnDay, packOf, usualOffice, wib } from './offices.ts'

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
