import { expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { TransferList } from '../../service/contract/transfers.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'

const there = 'dinas-contoh'

it('a kill -9 while cases go to another unit loses none and doubles none', async () => {
  const folder = await aFolderForData()
  const environment = { DATA_DIR: folder, LIMITS: 'off' }
  const first = await aRunningService(environment)
  const office = unitAt(first.url)
  const receipts = await Promise.all(Array.from({ length: 12 }, () => office.file()))
  const verifier = await office.signIn('verifikator')
  for (const { number } of receipts) {
    const offer = { to: 'unit', unit: there, reason: 'Wewenang dinas.', evidence: [] }
    expect((await verifier.act(number, 'forward', offer)).status).toBe(200)
  }
  const receiver = await unitAt(first.url, there).signIn('verifikator')
  const waiting = async () => ((await (await receiver.get('/transfers')).json()) as TransferList).items
  await expect.poll(async () => (await waiting()).length).toBe(receipts.length)
  let taken = 0
  const taking = (await waiting()).map(async ({ id }) => {
    const answer = await receiver.post(`/transfers/${id}/acceptance`, { category: 'slow_service' }).catch(() => null)
    if (answer?.status === 201) taken++
  })
  await expect.poll(() => taken, { interval: 2, timeout: 60_000 }).toBeGreaterThan(1)
  await first.kill()
  await Promise.all(taking)

  const second = await aRunningService(environment)
  const again = await unitAt(second.url, there).signIn('verifikator')
  const left = async () => ((await (await again.get('/transfers')).json()) as TransferList).items
  for (const { id } of await left()) await again.post(`/transfers/${id}/acceptance`, { category: 'slow_service' })
  const numbers = async () => {
    const views = await Promise.all(receipts.map((receipt) => unitAt(second.url).reporter(receipt).follow()))
    return views.map(({ number }) => number).filter((number) => number.startsWith('DLW-'))
  }
  // What a dead process had decided and not carried out is finished by the next one.
  await expect.poll(async () => (await numbers()).length).toBe(receipts.length)
  expect(new Set(await numbers()).size).toBe(receipts.length)
  const register = (await (await again.get('/cases?limit=100')).json()) as CaseRegister
  expect(register.items).toHaveLength(receipts.length)
})
