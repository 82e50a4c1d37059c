import { expect, it, onTestFinished, vi } from 'vitest'
import { createWakeUp, repeat } from '../../service/shared/repeat.ts'

/** Hours pass at once; they are over with the test. */
function stopTheClock(): void {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

it('a job is done again and again, never twice at once, and goes on after it failed', async () => {
  stopTheClock()
  let runs = 0
  let atOnce = 0
  let mostAtOnce = 0
  const faults: unknown[] = []
  const stop = repeat(
    1,
    async () => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce)
      await new Promise((resolve) => setTimeout(resolve, 3))
      atOnce--
      if (++runs === 2) throw new Error('disk')
    },
    (cause) => faults.push(cause),
  )
  await vi.advanceTimersByTimeAsync(4 * 5)
  expect(runs).toBe(5)
  await stop()
  expect(faults).toEqual([new Error('disk')])
  expect(mostAtOnce).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(runs).toBe(5)
})

it('stopping waits for the run under way, and none comes after it', async () => {
  stopTheClock()
  let runs = 0
  let finish = () => {}
  const job = () =>
    new Promise<void>((resolve) => {
      finish = () => {
        runs++
        resolve()
      }
    })
  const stop = repeat(1, job, () => {})
  await vi.advanceTimersByTimeAsync(1)
  let hasStopped = false
  const stopping = stop().then(() => {
    hasStopped = true
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(hasStopped).toBe(false)
  finish()
  await stopping
  await vi.advanceTimersByTimeAsync(1_000)
  expect(runs).toBe(1)
})

it('what is done once an hour is done soon after the start all the same', async () => {
  stopTheClock()
  let runs = 0
  const count = async () => {
    runs++
  }
  const stop = repeat(3_600_000, count, () => {}, 1)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(runs).toBe(2)
  await stop()
})

it('a signal begins the next run at once, also one that came during a run', async () => {
  const wakeUp = createWakeUp()
  let runs = 0
  const job = async () => {
    if (++runs === 2) wakeUp.signal()
  }
  const stop = repeat(3_600_000, job, () => {}, 3_600_000, wakeUp)
  wakeUp.signal()
  await expect.poll(() => runs).toBe(1)
  wakeUp.signal()
  await expect.poll(() => runs).toBe(3)
  await stop()
  expect(runs).toBe(3)
})
