import { describe, expect, it } from 'vitest'
import { type OfficeCalendar, standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import {
  type AlertPreferences,
  kindsFor,
  mailDueAt,
  preferenceProblems,
  standardPreferences,
} from '../../../service/offices/inbox/alert-preferences.ts'
import type { Day, Instant } from '../../../service/shared/instant.ts'
import { staffWith } from '../../support/a-desk.ts'

const inJakarta = (local: string) => new Date(`${local}:00+07:00`).toISOString() as Instant

/** When it goes out, at the office's clock: `2026-11-30 07:30`. */
function mailedAt(
  kind: Parameters<typeof mailDueAt>[0],
  local: string,
  more: Partial<AlertPreferences> = {},
  calendar: OfficeCalendar = standardCalendar,
): string | null {
  const due = mailDueAt(kind, { ...standardPreferences, ...more }, calendar, inJakarta(local))
  return due && new Date(Date.parse(due) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

describe('what comes immediately', () => {
  it('comes at once during office hours', () => {
    expect(mailedAt('dispatched_to_me', '2026-11-25T09:12')).toBe('2026-11-25 09:12')
  })

  it('waits for the next opening after hours, over a weekend, and over Christmas with its leave', () => {
    expect(mailedAt('dispatched_to_me', '2026-11-25T16:00')).toBe('2026-11-26 08:00')
    expect(mailedAt('clock_over', '2026-11-27T17:00')).toBe('2026-11-30 08:00')
    expect(mailedAt('clock_over', '2026-12-23T18:00')).toBe('2026-12-28 08:00')
  })

  it('waits through the lunch break and a day on which this office alone is closed', () => {
    const thursday = [
      ['08:00', '12:00'],
      ['13:00', '16:00'],
    ] as const
    const calendar: OfficeCalendar = {
      ...standardCalendar,
      week: { ...standardCalendar.week, thursday },
      localDays: [{ day: '2026-11-27' as Day, name: 'Hari jadi' }],
    }
    expect(mailedAt('dispatched_to_me', '2026-11-26T12:30', {}, calendar)).toBe('2026-11-26 13:00')
    expect(mailedAt('dispatched_to_me', '2026-11-26T16:30', {}, calendar)).toBe('2026-11-30 08:00')
  })

  it('keeps quiet only at night for who wants that, on any day', () => {
    const quiet = { from: '21:00', to: '05:30' }
    expect(mailedAt('dispatched_to_me', '2026-11-28T20:59', { quiet })).toBe('2026-11-28 20:59')
    expect(mailedAt('dispatched_to_me', '2026-11-28T21:00', { quiet })).toBe('2026-11-29 05:30')
    expect(mailedAt('dispatched_to_me', '2026-11-29T05:29', { quiet })).toBe('2026-11-29 05:30')
    expect(mailedAt('dispatched_to_me', '2026-11-29T05:30', { quiet })).toBe('2026-11-29 05:30')
  })

  it('knows a quiet time within one day, and none at all', () => {
    expect(mailedAt('clock_over', '2026-11-25T12:10', { quiet: { from: '12:00', to: '13:00' } })).toBe(
      '2026-11-25 13:00',
    )
    expect(mailedAt('clock_over', '2026-11-28T03:00', { quiet: { from: '00:00', to: '00:00' } })).toBe(
      '2026-11-28 03:00',
    )
  })
})

describe('a digest', () => {
  it('comes on the next working day at the person’s time', () => {
    expect(mailedAt('new_case', '2026-11-25T07:29')).toBe('2026-11-25 07:30')
    expect(mailedAt('new_case', '2026-11-25T07:30')).toBe('2026-11-26 07:30')
    expect(mailedAt('new_case', '2026-11-27T10:00')).toBe('2026-11-30 07:30')
    expect(mailedAt('new_case', '2026-12-23T10:00')).toBe('2026-12-28 07:30')
    expect(mailedAt('new_case', '2026-11-27T10:00', { digestAt: '15:00' })).toBe('2026-11-27 15:00')
  })

  it('goes by the clock of the unit', () => {
    const jayapura: OfficeCalendar = { ...standardCalendar, timeZone: 'Asia/Jayapura' }
    expect(mailedAt('new_case', '2026-11-25T10:00', {}, jayapura)).toBe('2026-11-26 05:30')
  })
})

it('what is put off goes out at no time', () => {
  const ways = { ...standardPreferences.ways, new_case: 'off' } as const
  expect(mailedAt('new_case', '2026-11-25T10:00', { ways })).toBeNull()
})

it('a person chooses among what their roles can be told, and an admin hears of dead channels', () => {
  expect(kindsFor(staffWith(['observer']))).toEqual([])
  expect(kindsFor(staffWith(['tenant_admin']))).toEqual([
    'rule',
    'channel_dead',
    'webhook_off',
    'sealing_end_asked',
    'sealing_ended',
  ])
  const ofVerifier = [
    'new_case',
    'no_room',
    'mentioned',
    'not_sent',
    'rule',
    'reporter_answered',
    'clock_near',
    'clock_over',
    'message_arrived',
    'transfer_news',
    'who_is_meant',
  ]
  expect(kindsFor(staffWith(['verifier']))).toEqual(ofVerifier)
  const deaf = { ...standardPreferences, ways: { ...standardPreferences.ways, channel_dead: 'off' } } as const
  expect(preferenceProblems(staffWith(['verifier']), deaf)).toEqual([])
  expect(preferenceProblems(staffWith(['tenant_admin']), deaf)).toEqual([
    { path: 'ways.channel_dead', code: 'cannot-be-off' },
  ])
})
