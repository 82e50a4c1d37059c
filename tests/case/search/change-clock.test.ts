import { describe, expect, it } from 'vitest'
import {
  unwrittenSince,
  writeChange,
  wroteGuardedSince,
  wroteSince,
} from '../../../service/case/search/search-index.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

describe('who follows the changes of cases', () => {
  it('reads from the earliest change on whose write has not ended, and from now on once all have', async () => {
    const ends: (() => void)[] = []
    const moments: number[] = []
    const change = () =>
      writeChange(organisasi, false, (moment) => {
        moments.push(moment)
        return new Promise<void>((end) => ends.push(end))
      })
    const [first, second] = [change(), change()]
    expect(unwrittenSince()).toBe(moments[0])
    ends[0]?.()
    await first
    expect(unwrittenSince()).toBe(moments[1])
    ends[1]?.()
    await second
    const since = unwrittenSince()
    expect(since).toBeGreaterThanOrEqual(moments[1] ?? Infinity)
    expect(await writeChange(organisasi, false, async (moment) => moment)).toBeGreaterThanOrEqual(since)
  })

  it('is not held back by a write that failed', async () => {
    let moment = 0
    const failing = writeChange(organisasi, false, async (at) => {
      moment = at
      throw new Error('The disk is full.')
    })
    await expect(failing).rejects.toThrow('full')
    while (Date.now() <= moment) await new Promise(setImmediate)
    expect(unwrittenSince()).toBeGreaterThan(moment)
  })

  it('learns of cases that are kept from somebody, from the beginning of their writes on', async () => {
    const since = unwrittenSince() + 1
    while (Date.now() < since) await new Promise(setImmediate)
    await writeChange(organisasi, false, async () => {})
    expect(wroteGuardedSince(since)).toBe(false)
    let end = () => {}
    const guarding = writeChange(organisasi, true, () => new Promise<void>((resolve) => (end = resolve)))
    const later = unwrittenSince() + 1
    expect([wroteGuardedSince(since), wroteGuardedSince(later)]).toEqual([true, true])
    end()
    await guarding
    expect([wroteGuardedSince(since), wroteGuardedSince(later)]).toEqual([true, false])
  })

  it('learns of the cases of a unit until their writes have ended, and of no other unit', async () => {
    const since = unwrittenSince() + 1
    while (Date.now() < since) await new Promise(setImmediate)
    expect(wroteSince(organisasi, since)).toBe(false)
    let end = () => {}
    const writing = writeChange(organisasi, false, () => new Promise<void>((resolve) => (end = resolve)))
    const meanwhile = unwrittenSince() + 1
    while (Date.now() < meanwhile) await new Promise(setImmediate)
    expect([wroteSince(organisasi, meanwhile), wroteSince(dinas, since)]).toEqual([true, false])
    end()
    await writing
    expect([wroteSince(organisasi, meanwhile), wroteSince(dinas, since)]).toEqual([true, false])
  })
})
