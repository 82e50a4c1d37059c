import { describe, expect, it } from 'vitest'
import { unwrittenSince, writeChange } from '../../../service/case/search/change-clock.ts'

describe('who follows the changes of cases', () => {
  it('reads from the earliest change on whose write has not ended, and from now on once all have', async () => {
    const ends: (() => void)[] = []
    const moments: number[] = []
    const change = () =>
      writeChange((moment) => {
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
    expect(await writeChange(async (moment) => moment)).toBeGreaterThanOrEqual(since)
  })

  it('is not held back by a write that failed', async () => {
    let moment = 0
    const failing = writeChange(async (at) => {
      moment = at
      throw new Error('The disk is full.')
    })
    await expect(failing).rejects.toThrow('full')
    while (Date.now() <= moment) await new Promise(setImmediate)
    expect(unwrittenSince()).toBeGreaterThan(moment)
  })
})
