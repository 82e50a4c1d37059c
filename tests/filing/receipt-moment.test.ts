import { describe, expect, it } from 'vitest'
import { receiptMoment } from '../../service/filing/new-complaint.ts'
import { parseDay } from '../../service/shared/instant.ts'
import { Refusal } from '../../service/shared/refusal.ts'
import { usualOffice, wib, wit } from '../case/deadlines/offices.ts'

const at = wib('2026-11-30 09:30') // a Monday
const found = (receivedOn: string, channel: 'letter' | 'telephone' | 'walk_in_oral' = 'letter') => {
  try {
    return receiptMoment({ channel, receivedOn: parseDay(receivedOn) }, { at, calendar: usualOffice })
  } catch (cause) {
    if (cause instanceof Refusal) return `${cause.fields[0]?.path} ${cause.fields[0]?.code}`
    throw cause
  }
}

describe('a complaint that came on paper', () => {
  it.each([
    ['on Friday, and lay over the weekend', '2026-11-27', wib('2026-11-27 08:00')],
    ['on Saturday, in the box at the gate', '2026-11-28', wib('2026-11-28 12:00')],
    ['today', '2026-11-30', at],
    ['a year ago to the day', '2025-11-29', wib('2025-11-29 12:00')],
    ['tomorrow', '2026-12-01', 'receivedOn in-future'],
    ['in another year, by a slip of the pen', '2025-11-28', 'receivedOn too-long-ago'],
    ['in another century', '0026-11-27', 'receivedOn too-long-ago'],
  ])('%s was received at %s: %s', (_, day, moment) => {
    expect(found(day)).toBe(moment)
  })

  it('may be a call that was noted, but nobody who is there came yesterday', () => {
    expect(found('2026-11-27', 'telephone')).toBe(wib('2026-11-27 08:00'))
    expect(found('2026-11-27', 'walk_in_oral')).toBe('receivedOn not-when-there')
  })

  it('is of the day that the office’s own calendar shows', () => {
    const early = wit('2026-11-30 00:30')
    const received = { channel: 'fax', receivedOn: parseDay('2026-11-30') } as const
    expect(receiptMoment(received, { at: early, calendar: { ...usualOffice, timeZone: 'Asia/Jayapura' } })).toBe(early)
    expect(() => receiptMoment(received, { at: early, calendar: usualOffice })).toThrow(Refusal)
  })
})
