import { expect, it, onTestFinished } from 'vitest'
import { PLATFORM_UNIT } from '../../../service/offices/staff/second-factor.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { openWhatsAppWindows } from '../../../service/telling/notices/provider-news.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { readableInFolder } from '../../support/find-readable.ts'

const at = '2026-11-25T03:00:00.000Z' as Instant
const number = '6281200000001'

async function windows() {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  await house.vault.addTenant(PLATFORM_UNIT)
  let time = at
  const opened = await openWhatsAppWindows(
    house.store,
    () => house.vault.hasher(PLATFORM_UNIT, 'notice'),
    () => time,
  )
  return {
    ...opened,
    folder: house.folder,
    goOn: (milliseconds: number) => (time = plusMilliseconds(time, milliseconds)),
  }
}

it('is open for 24 hours after somebody wrote, and for nobody else', async () => {
  const { heardFrom, isOpen, goOn } = await windows()
  await heardFrom(number, at)
  goOn(DAY - 1)
  expect(await isOpen(number)).toBe(true)
  expect(await isOpen('6281200000002')).toBe(false)
  goOn(1)
  expect(await isOpen(number)).toBe(false)
})

it('lasts from the newest message, in whatever order they are told', async () => {
  const { heardFrom, isOpen, goOn } = await windows()
  await heardFrom(number, plusMilliseconds(at, 2 * HOUR))
  await heardFrom(number, at)
  goOn(DAY + HOUR)
  expect(await isOpen(number)).toBe(true)
})

it('keeps no number, and nothing at all once the window is over', async () => {
  const { heardFrom, sweep, goOn, folder } = await windows()
  await heardFrom(number, at)
  expect(await readableInFolder(folder, [number, '81200000001'])).toEqual([])
  expect(await sweep()).toBe(0)
  goOn(DAY)
  expect(await sweep()).toBe(1)
})
