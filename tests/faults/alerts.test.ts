import { expect, it } from 'vitest'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { AlertList } from '../../service/contract/messages.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aFiling, unitAt } from '../support/an-office.ts'

it('a kill -9 in the middle of telling loses no alert and doubles none', async () => {
  const folder = await aFolderForData()
  const numbers: string[] = []
  for (let round = 0; round < 2; round++) {
    const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
    const office = unitAt(service.url)
    const before = numbers.length
    const filing = async () => {
      const response = await office.send(aFiling()).catch(() => null)
      const receipt = response?.status === 201 ? await response.json().catch(() => null) : null
      if (receipt) numbers.push((receipt as ReceiptView).number)
    }
    const everybody = Array.from({ length: 40 }, filing)
    await expect.poll(() => numbers.length, { interval: 5, timeout: 60_000 }).toBeGreaterThan(before + 10)
    await service.kill()
    await Promise.all(everybody)
  }

  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const verifier = await unitAt(service.url).signIn('verifikator')
  const told = async () => ((await (await verifier.get('/alerts')).json()) as AlertList).items
  await expect.poll(async () => (await told()).map(({ number }) => number)).toEqual(expect.arrayContaining(numbers))
  const alerts = await told()
  expect(new Set(alerts.map(({ number }) => number)).size).toBe(alerts.length)
  expect(alerts.map(({ times }) => times)).toEqual(alerts.map(() => 1))
})
