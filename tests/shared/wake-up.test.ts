import { expect, it } from 'vitest'
import { createWakeUp } from '../../service/shared/repeat.ts'

const VERY_LONG = 2 ** 30

it('ends a wait at a signal', async () => {
  const wakeUp = createWakeUp()
  const waiting = wakeUp.wait(VERY_LONG)
  wakeUp.signal()
  await expect(waiting).resolves.toBe(true)
})

it('remembers a signal that nobody waited for, once', async () => {
  const wakeUp = createWakeUp()
  wakeUp.signal()
  wakeUp.signal()
  await wakeUp.wait(VERY_LONG)

  let isOver = false
  const waiting = wakeUp.wait(VERY_LONG).then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  wakeUp.signal()
  await waiting
})

it('waits no longer than it was asked', async () => {
  await expect(createWakeUp().wait(1)).resolves.toBe(false)
})
