import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetToday, type KeptToday, keepToday, readToday } from '../../admin/api/offline/kept-today.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})

afterAll(() => {
  vi.unstubAllGlobals()
})

const now = Date.parse('2026-11-27T09:00:00+07:00')
const MINUTE = 60_000
const list = (more: Partial<KeptToday> = {}): KeptToday => ({
  until: now + 60 * MINUTE,
  takenAt: now,
  lockAfter: 15 * MINUTE,
  unit: 'Bagian Organisasi',
  items: [{ number: 'BO-2026-000123', kind: 'verification', dueAt: '2026-11-30T16:00:00+07:00' }],
  ...more,
})

describe('the list of today on a device', () => {
  it('holds numbers, kinds and dates, and nothing else of what the desk knows', () => {
    const known = { ...list().items[0]!, subject: 'Diminta uang stempel', handler: { name: 'Joko Misal' } }
    keepToday(list({ items: [known] }))
    expect([...kept.values()].join()).not.toMatch(/stempel|Joko/)
    expect(readToday(now)?.items).toEqual(list().items)
  })

  it.each([
    ['its session is over', list(), now + 60 * MINUTE],
    ['the clock of the device was set back', list(), now - MINUTE],
    ['nobody knows until when it holds', list({ until: Number.NaN }), now],
  ])('is gone once %s', (_, given, at) => {
    keepToday(given)
    expect(readToday(at)).toBeNull()
    expect(kept.size).toBe(0)
  })

  it('is none where something else was written in its place', () => {
    kept.set('aduan-today', '{')
    expect(readToday(now)).toBeNull()
    keepToday(list())
    forgetToday()
    expect(readToday(now)).toBeNull()
  })
})
