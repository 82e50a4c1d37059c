import { expect, it } from 'vitest'
import { repeat } from '../../service/shared/repeat.ts'

it('a job is done again and again, never twice at once, and goes on after it failed', async () => {
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
  await expect.poll(() => runs).toBeGreaterThan(4)
  await stop()
  const done = runs
  expect(faults).toEqual([new Error('disk')])
  expect(mostAtOnce).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(runs).toBe(done)
})

it('stopping waits for the run under way', async () => {
  let isDone = false
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const stop = repeat(
    1,
    async () => {
      begin()
      await new Promise((resolve) => setTimeout(resolve, 20))
      isDone = true
    },
    () => {},
  )
  await begun
  await stop()
  expect(isDone).toBe(true)
})

it('what is done once an hour is done soon after the start all the same', async () => {
  let runs = 0
  const count = async () => {
    runs++
  }
  const stop = repeat(3_600_000, count, () => {}, 1)
  await expect.poll(() => runs).toBe(1)
  await stop()
})
