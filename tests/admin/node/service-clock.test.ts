import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteServiceTime, serviceInstant, serviceNow } from '../../../admin/api/service-clock.ts'
import { createFormats } from '../../../admin/ui/formats.ts'

const now = Date.parse('2026-11-27T09:00:00+07:00')
const DAY = 86_400_000

const hear = (device: number, headers: Readonly<Record<string, string>>) => {
  vi.setSystemTime(device)
  noteServiceTime({ headers: new Headers({ Date: new Date(now).toUTCString(), ...headers }) })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  hear(now, {})
  vi.useRealTimers()
})

describe('a moment that the service gives', () => {
  it.each([
    ['a day behind', now - DAY],
    ['a day ahead', now + DAY],
    ['ten seconds ahead', now + 10_000],
  ])('is compared with the service’s own time where the clock of a device is %s', (_, device) => {
    hear(device, { 'Cache-Control': 'no-store' })
    expect(Math.abs(serviceNow() - now)).toBeLessThan(1_000)
    const { daysUntil } = createFormats('id-ID', 'Asia/Jakarta', serviceNow)
    expect(daysUntil('2026-11-28T16:00:00+07:00')).toBe(1)
  })

  it('is compared with the device’s where both agree but for the time that an answer takes', () => {
    hear(now + 1_900, {})
    expect(serviceNow()).toBe(now + 1_900)
  })

  it('is not compared with the time of an answer that a browser kept, or with none', () => {
    hear(now + DAY, { 'Cache-Control': 'public, max-age=3600' })
    hear(now + DAY, { Date: '' })
    expect(serviceNow()).toBe(now + DAY)
  })
})

describe('the day on which the office is', () => {
  it.each([
    ['a day behind', now - DAY],
    ['in another year', now + 40 * DAY],
  ])('is the service’s in the unit’s time zone where the clock of a device is %s', (_, device) => {
    hear(device, { 'Cache-Control': 'no-store' })
    for (const [zone, day, before] of [
      ['Asia/Jayapura', '2026-11-27', '2026-11-20'],
      ['Pacific/Honolulu', '2026-11-26', '2026-11-19'],
    ] as const) {
      const { today } = createFormats('id-ID', zone, serviceNow)
      expect([today(), today(-7)]).toEqual([day, before])
    }
    expect(serviceInstant().slice(0, 13)).toBe('2026-11-27T02')
  })
})
