import { expect, it, onTestFinished } from 'vitest'
import { createHeadSigner } from '../../service/adapters/jose/sign-log-head.ts'
import { type LogEntry, logSpec } from '../../service/records/access-log.ts'
import { createAccessRecorder } from '../../service/records/record-access.ts'
import { logHeadSpec, signLogHead, verifyLog } from '../../service/records/verify-log.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const ignore = () => {}

/** Two offices whose staff read five cases each. */
async function aLoggedWeek() {
  const { store, vault, ring } = await anOpenHouse()
  onTestFinished(() => store.close())
  const accessLog = await store.collection(logSpec)
  const logHeads = await store.collection(logHeadSpec)
  const ports = {
    accessLog,
    logHeads,
    vault,
    headSigner: createHeadSigner(ring),
    now: () => '2026-11-25T03:00:00.000Z' as Instant,
  }
  const record = createAccessRecorder(ports)
  await Promise.all(
    [1, 2, 3, 4, 5].flatMap((number) =>
      [organisasi, dinas].map((unit) =>
        record(unit, { by: 'petugas', act: 'case.read', subject: `BO-2026-00000${number}`, detail: null }),
      ),
    ),
  )
  const line = async (place: number): Promise<LogEntry> => (await accessLog.get(organisasi, String(place)))!
  return { ports, accessLog, logHeads, line, verify: () => verifyLog(ports, organisasi, ignore) }
}

it('an untouched log is whole, each office its own', async () => {
  const { verify } = await aLoggedWeek()
  expect(await verify()).toEqual({ entries: 5, heads: 0, faults: [] })
})

it('a line that was changed is found', async () => {
  const { accessLog, line, verify } = await aLoggedWeek()
  await accessLog.replace({ ...(await line(3)), by: 'orang-lain' })
  expect((await verify()).faults).toEqual([{ place: 3, fault: 'changed' }])
})

it('a line cut out of the middle is found', async () => {
  const { accessLog, verify } = await aLoggedWeek()
  await accessLog.delete(organisasi, '3')
  expect((await verify()).faults).toEqual([{ place: 4, fault: 'cut' }])
})

it('two lines that changed places are found', async () => {
  const { accessLog, line, verify } = await aLoggedWeek()
  const [second, third] = [await line(2), await line(3)]
  await accessLog.delete(organisasi, '2')
  await accessLog.delete(organisasi, '3')
  await accessLog.insert({ ...second, id: '3', place: 3 })
  await accessLog.insert({ ...third, id: '2', place: 2 })
  expect((await verify()).faults.length).toBeGreaterThan(0)
})

it('a tail that was cut off behind a signed day is found', async () => {
  const { ports, accessLog, verify } = await aLoggedWeek()
  await signLogHead(ports, organisasi)
  expect(await verify()).toMatchObject({ heads: 1, faults: [] })
  await accessLog.delete(organisasi, '5')
  expect((await verify()).faults).toEqual([{ place: 5, fault: 'cut' }])
})

it('a head that somebody else signed is found', async () => {
  const { ports, logHeads, verify } = await aLoggedWeek()
  await signLogHead(ports, organisasi)
  const head = (await logHeads.get(organisasi, '2026-11-25'))!
  await logHeads.replace({ ...head, place: 4 })
  expect((await verify()).faults).toEqual([{ place: 4, fault: 'head-forged' }])
})

it('lines written at the same moment all stand in the chain', async () => {
  const { ports, verify } = await aLoggedWeek()
  const [one, other] = [createAccessRecorder(ports), createAccessRecorder(ports)]
  const line = { by: 'petugas', act: 'case.read', subject: null, detail: null } as const
  await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? one : other)(organisasi, line)))
  expect(await verify()).toMatchObject({ entries: 25, faults: [] })
})
