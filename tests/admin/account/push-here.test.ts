import { expect, it, onTestFinished } from 'vitest'
import { keepPushHere, leavePushOfOthers } from '../../../admin/account/push-here.ts'
import { button, enter, heading, unit } from '../support/an-office.ts'

/** A browser whose push was switched on, and how often that was ended. */
function aBrowserWithPush(id: string) {
  let ended = 0
  const unsubscribe = async () => ended++
  const getRegistration = async () => ({ pushManager: { getSubscription: async () => ({ unsubscribe }) } })
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { getRegistration, register: getRegistration, addEventListener() {} },
    configurable: true,
  })
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

it('a browser is woken no more once its person signs out there', async () => {
  await enter(`${unit}/today`)
  await expect.element(heading('Hari ini')).toBeVisible()
  const ended = aBrowserWithPush('ponsel')
  await button('Keluar').click()
  await expect.poll(ended).toBe(1)
})
