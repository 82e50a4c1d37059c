import { describe, expect, it, onTestFinished } from 'vitest'
import { type OfficeCalendar, standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import {
  type AlertPreferences,
  kindsFor,
  mailDueAt,
  preferenceProblems,
  standardPreferences,
} from '../../../service/offices/inbox/alert-preferences.ts'
import {
  ALERTS_STAY,
  addNews,
  emptyInbox,
  type Inbox,
  MOST_ALERTS,
  markAlertsRead,
  type News,
  openInboxStore,
} from '../../../service/offices/inbox/inbox.ts'
import { DAY, type Day, type Instant, instantOf, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { organisasi } from '../../support/two-units.ts'

const later = (minutes: number): Instant => plusMilliseconds(mondayAtTen, minutes * MINUTE)
const empty = emptyInbox(organisasi, 'petugas', mondayAtTen)
const withAll = (inbox: Inbox, all: readonly News[], at: Instant) => addNews(inbox, all, at, () => null)
const news = (id: string, minutes = 0, more: Partial<News> = {}): News => ({
  id,
  kind: 'reporter_answered',
  number: 'BO-2026-000001',
  at: later(minutes),
  ...more,
})

describe('an inbox', () => {
  it('keeps a burst of the same as one alert, and tells how often it was', () => {
    const { alerts } = withAll(empty, [news('a'), news('b', 1), news('c', 2)], later(2))
    expect(alerts).toMatchObject([{ id: 'a', times: 3, at: later(2), readAt: null }])
  })

  it('tells other kinds and other cases apart, the newest first', () => {
    const all = [news('a'), news('b', 1, { number: 'BO-2026-000002' }), news('c', 2, { kind: 'clock_near' })]
    expect(withAll(empty, all, later(2)).alerts.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('begins a new alert for what happens after the first was read', () => {
    const read = markAlertsRead(withAll(empty, [news('a')], later(0)), { ids: ['a'] }, later(1))
    expect(withAll(read, [news('b', 2)], later(2)).alerts).toMatchObject([{ id: 'b' }, { id: 'a', readAt: later(1) }])
  })

  it('takes nothing in twice, also when it was read meanwhile', () => {
    const told = withAll(empty, [news('a'), news('b', 1)], later(1))
    expect(withAll(told, [news('b', 1), news('a')], later(2))).toBe(told)
    const read = markAlertsRead(told, { ids: ['a'] }, later(3))
    expect(withAll(read, [news('b', 1)], later(4))).toBe(read)
  })

  it('tells the dates of a crowd of cases as one with a count, and each again once the crowd is over', () => {
    const over = (at: number, minutes = 0) => news(`n${at}`, minutes, { kind: 'clock_over', number: `BO-${at}` })
    const crowd = Array.from({ length: 300 }, (_, at) => over(at))
    const told = withAll(empty, [...crowd, over(0), news('lain')], later(0))
    expect(told.alerts.filter(({ number }) => number === null)).toMatchObject([{ kind: 'clock_over', times: 290 }])
    expect(told.alerts).toHaveLength(12)
    expect(withAll(told, crowd.slice(-40), later(1))).toBe(told)
    const next = withAll(told, [over(400, 61)], later(61))
    expect(next.alerts[0]).toMatchObject({ number: 'BO-400', times: 1 })
  })

  it('lets go of what is old, and of the oldest when there are too many', () => {
    const old = withAll(empty, [news('lama')], later(0))
    const at = plusMilliseconds(mondayAtTen, ALERTS_STAY)
    expect(withAll(old, [news('baru', 0, { at, number: null })], at).alerts.map(({ id }) => id)).toEqual(['baru'])
    const many = Array.from({ length: MOST_ALERTS + 5 }, (_, at) => news(`n${at}`, at, { number: `BO-${at}` }))
    const { alerts } = withAll(empty, many, plusMilliseconds(mondayAtTen, DAY))
    expect(alerts).toHaveLength(MOST_ALERTS)
    expect(alerts.at(-1)?.id).toBe('n5')
  })

  it('leaves unread what came after the moment until which everything was read', () => {
    const told = withAll(empty, [news('a'), news('b', 5, { number: 'BO-2026-000002' })], later(5))
    const { alerts } = markAlertsRead(told, { until: later(4) }, later(6))
    expect(alerts.map(({ id, readAt }) => [id, readAt])).toEqual([
      ['b', null],
      ['a', later(6)],
    ])
  })
})

const verifier = 'verifikator' as StaffId
const at = instantOf(new Date('2026-03-02T03:00:00Z'))

const newsOf = (number: string): News => ({ id: `kabar-${number}`, kind: 'new_case', number, at })

async function twoProcesses() {
  const { store } = await anOpenHouse()
  onTestFinished(() => store.close())
  const [one, other] = [await openInboxStore(store), await openInboxStore(store)]
  const alert = (inboxes: typeof one, number: string) =>
    inboxes.change(organisasi, verifier, (inbox) => addNews(inbox, [newsOf(number)], at, () => null))
  const numbers = async () => (await one.read(organisasi, verifier)).alerts.map(({ number }) => number).sort()
  return { one, other, alert, numbers }
}

it('keeps the alerts of all processes, although each remembers the inbox that it wrote last', async () => {
  const { one, other, alert, numbers } = await twoProcesses()
  await alert(one, 'BO-2026-0001')
  await alert(other, 'BO-2026-0002')
  await alert(one, 'BO-2026-0003')
  await Promise.all([alert(other, 'BO-2026-0004'), alert(one, 'BO-2026-0005'), alert(other, 'BO-2026-0006')])
  expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6].map((place) => `BO-2026-000${place}`))
})

it('marks as read what another process added, and gives nothing back that was removed with its person', async () => {
  const { one, other, alert, numbers } = await twoProcesses()
  await alert(one, 'BO-2026-0001')
  await one.change(organisasi, verifier, (inbox) => markAlertsRead(inbox, { until: at }, at))
  await alert(other, 'BO-2026-0002')
  const read = await one.change(organisasi, verifier, (inbox) => markAlertsRead(inbox, { until: at }, at))
  expect(read.alerts.map(({ readAt }) => readAt)).toEqual([at, at])
  await other.remove(organisasi, verifier)
  expect(await numbers()).toEqual([])
  await alert(one, 'BO-2026-0003')
  expect(await numbers()).toEqual(['BO-2026-0003'])
})

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
