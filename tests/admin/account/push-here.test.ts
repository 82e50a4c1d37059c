import { expect, it, onTestFinished } from 'vitest'
import { keepPushHere, leavePushOfOthers } from '../../../admin/account/push-here.ts'

/** A browser whose push was switched on, and how often that was ended. */
function aBrowserWithPush(id: string) {
  let ended = 0
  const unsubscribe = async () => ended++
  const ready = Promise.resolve({ pushManager: { getSubscription: async () => ({ unsubscribe }) } })
  Object.defineProperty(navigator, 'serviceWorker', { value: { ready }, configurable: true })
  keepPushHere(id)
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'serviceWorker')
    localStorage.clear()
  })
  return () => ended
}

const whoHas =
  (...ids: readonly string[]) =>
  async () => ({ devices: ids.map((id) => ({ id })) })

it('a browser is woken on for whom it was switched on, and no more once somebody else signs in there', async () => {
  const ended = aBrowserWithPush('ponsel')
  await leavePushOfOthers(whoHas('laptop', 'ponsel'))
  expect(ended()).toBe(0)
  await leavePushOfOthers(whoHas('laptop'))
  await leavePushOfOthers(whoHas('laptop'))
  expect(ended()).toBe(1)
})
