import { describe, expect, it } from 'vitest'
import {
  ALERTS_STAY,
  addNews,
  emptyInbox,
  type Inbox,
  MOST_ALERTS,
  markAlertsRead,
  type News,
} from '../../../service/offices/inbox/inbox.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
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
