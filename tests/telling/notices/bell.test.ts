import { expect, it } from 'vitest'
import { createBell } from '../../../service/telling/notices/bell.ts'

const VERY_LONG = 2 ** 30

it('wakes who sleeps', async () => {
  const bell = createBell()
  const sleeping = bell.sleep(VERY_LONG)
  bell.ring()
  await expect(sleeping).resolves.toBe(true)
})

it('remembers a ring that nobody heard, once', async () => {
  const bell = createBell()
  bell.ring()
  bell.ring()
  await bell.sleep(VERY_LONG)

  let isAwake = false
  const sleeping = bell.sleep(VERY_LONG).then(() => {
    isAwake = true
  })
  await Promise.resolve()
  expect(isAwake).toBe(false)
  bell.ring()
  await sleeping
})

it('lets nobody sleep longer than they asked', async () => {
  await expect(createBell().sleep(1)).resolves.toBe(false)
})
