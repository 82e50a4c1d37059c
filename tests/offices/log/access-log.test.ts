import { describe, expect, it, onTestFinished } from 'vitest'
import { createHeadSigner } from '../../../service/adapters/jose/signatures.ts'
import {
  createAccessRecorder,
  findHeadOfDay,
  type HeadToSign,
  type LogEntry,
  logHeadSpec,
  logSpec,
  signLogHead,
} from '../../../service/offices/log/access-log.ts'
import { foldReadings, type LogFilter, queryForLog } from '../../../service/offices/log/found-entries.ts'
import { verifyLog, verifyStep } from '../../../service/offices/log/log-verification.ts'
import { DAY, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const ignore = () => {}

/** Two offices whose staff read five cases each. */
async function aLoggedWeek() {
  let time = '2026-11-25T03:00:00.000Z' as Instant
  const { store, vault, ring } = await anOpenHouse()
  onTestFinished(() => store.close())
  const accessLog = await store.collection(logSpec)
  const logHeads = await store.collection(logHeadSpec)
  const ports = {
    accessLog,
    logHeads,
    vault,
    headSigner: createHeadSigner(ring),
    now: () => time,
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
  return {
    ports,
    accessLog,
    logHeads,
    line,
    record: () => record(organisasi, { by: 'petugas', act: 'case.read', subject: null, detail: null }),
    wait(milliseconds: number) {
      time = plusMilliseconds(time, milliseconds)
    },
    sign: () => signLogHead(ports, organisasi),
    verify: (...outside: HeadToSign[]) => verifyLog(ports, organisasi, ignore, { outside }),
    /** The newest head as it was printed, kept where nobody who writes into the store reaches. */
    async anchor(): Promise<HeadToSign> {
      const { items } = await logHeads.find(organisasi, { index: 'day', order: 'descending', limit: 1 })
      return (await ports.headSigner.read(items[0]!.signature))!
    },
  }
}

/** A service that starts on a store that was put back goes on writing its log. */
async function writeOn(ports: Parameters<typeof createAccessRecorder>[0]) {
  const record = createAccessRecorder(ports)
  for (let at = 0; at < 3; at++) {
    await record(organisasi, { by: 'petugas', act: 'case.read', subject: null, detail: null })
  }
}

it('an untouched log is whole, each office its own', async () => {
  const { verify } = await aLoggedWeek()
  expect(await verify()).toMatchObject({ entries: 5, heads: 0, faults: [], chainedSince: null })
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
  expect((await verify()).faults).toEqual([{ place: 5, fault: 'cut', day: '2026-11-25' }])
})

it('a head that somebody else signed is found', async () => {
  const { ports, logHeads, verify } = await aLoggedWeek()
  await signLogHead(ports, organisasi)
  const head = (await logHeads.get(organisasi, '2026-11-25'))!
  await logHeads.replace({ ...head, place: 4 })
  expect((await verify()).faults).toContainEqual({ place: 4, fault: 'head-forged', day: '2026-11-25' })
})

it('lines written at the same moment all stand in the chain', async () => {
  const { ports, verify } = await aLoggedWeek()
  const [one, other] = [createAccessRecorder(ports), createAccessRecorder(ports)]
  const line = { by: 'petugas', act: 'case.read', subject: null, detail: null } as const
  await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? one : other)(organisasi, line)))
  expect(await verify()).toMatchObject({ entries: 25, faults: [] })
})

/** Four days with a line each, signed day by day. */
async function fourSignedDays() {
  const office = await aLoggedWeek()
  for (let day = 0; day < 4; day++) {
    await office.record()
    await office.sign()
    office.wait(DAY)
  }
  office.wait(-DAY)
  return office
}

const missing = expect.objectContaining({ fault: 'head-missing' })

describe('signed heads', () => {
  it('stand for every day, also one on which nothing was written, and name each other', async () => {
    const office = await fourSignedDays()
    office.wait(DAY)
    await office.sign()
    expect(await office.verify()).toMatchObject({ heads: 5, faults: [], chainedSince: '2026-11-25', late: [] })
  })

  it('are signed within a day too, once an hour in which lines were written', async () => {
    const office = await fourSignedDays()
    office.wait(2 * 3_600_000)
    expect(await office.sign()).toEqual([])
    await office.record()
    expect((await office.sign()).map(({ id }) => id)).toEqual(['2026-11-28T05'])
    expect((await office.verify()).faults).toEqual([])
  })

  it('are missed when all of them are deleted', async () => {
    const { logHeads, verify } = await fourSignedDays()
    for (const { id } of await logHeads.walk(organisasi, null, 100)) await logHeads.delete(organisasi, id)
    expect((await verify()).faults).toEqual([{ place: 0, fault: 'head-missing', day: 'since 2026-11-25' }])
  })

  it('are missed when all of them are deleted with the whole log', async () => {
    const { logHeads, accessLog, verify } = await fourSignedDays()
    for (const { id } of await logHeads.walk(organisasi, null, 100)) await logHeads.delete(organisasi, id)
    for (const { id } of await accessLog.walk(organisasi, null, 100)) await accessLog.delete(organisasi, id)
    expect(await verify()).toMatchObject({ entries: 0, faults: [missing] })
  })

  it.each(['2026-11-25', '2026-11-26'])('are missed when the one of %s is deleted', async (day) => {
    const { logHeads, verify } = await fourSignedDays()
    await logHeads.delete(organisasi, day)
    expect((await verify()).faults).toEqual([missing])
  })

  it('that were printed tell of an end that was cut off together with its heads', async () => {
    const { logHeads, accessLog, verify, anchor } = await fourSignedDays()
    const printed = await anchor()
    expect(await verify(printed)).toMatchObject({ faults: [], fitting: 1 })
    for (const place of ['8', '9']) await accessLog.delete(organisasi, place)
    for (const day of ['2026-11-27', '2026-11-28']) await logHeads.delete(organisasi, day)
    expect((await verify()).faults).toEqual([])
    expect((await verify(printed)).faults).toEqual([{ place: 9, fault: 'not-as-outside', day: '2026-11-28' }])
  })

  it('that were printed tell of a store that was put back and written on', async () => {
    const { ports, logHeads, accessLog, verify, anchor, sign, wait } = await fourSignedDays()
    const printed = await anchor()
    await accessLog.delete(organisasi, '9')
    await logHeads.delete(organisasi, '2026-11-28')
    wait(1_000)
    await writeOn(ports)
    await sign()
    expect((await verify()).faults).toEqual([])
    expect((await verify(printed)).faults).toEqual([{ place: 9, fault: 'not-as-outside', day: '2026-11-28' }])
  })

  it('are named on papers by a digest, which tells no number of lines and misses a store that was put back', async () => {
    const { ports, logHeads, accessLog, sign, wait } = await fourSignedDays()
    const named = (await findHeadOfDay(ports, organisasi, '2026-11-28'))!
    expect(named).toEqual({ day: '2026-11-28', digest: expect.stringMatching(/^[\w-]{43}$/) })
    expect(await findHeadOfDay(ports, organisasi, '2026-11-20')).toBeNull()
    const compare = () => verifyLog(ports, organisasi, ignore, { digests: [named.digest] })
    expect(await compare()).toMatchObject({ faults: [], fitting: 1 })
    await accessLog.delete(organisasi, '9')
    await logHeads.delete(organisasi, '2026-11-28')
    wait(1_000)
    await writeOn(ports)
    await sign()
    expect(await compare()).toMatchObject({ faults: [{ place: 0, fault: 'not-as-outside' }], fitting: 0 })
  })

  it('that were signed only later are told as such, because they may stand for others that were deleted', async () => {
    const { wait, sign, verify } = await fourSignedDays()
    wait(3 * DAY)
    await sign()
    expect(await verify()).toMatchObject({ faults: [], heads: 7, late: ['2026-11-29', '2026-11-30'] })
  })

  it('of lines that a restore has lost are no fault: the log says that a backup was put back', async () => {
    const { ports, logHeads, accessLog, verify, anchor, wait } = await fourSignedDays()
    const printed = await anchor()
    await accessLog.delete(organisasi, '9')
    await logHeads.delete(organisasi, '2026-11-28')
    wait(3_600_000)
    const detail = '2026-11-27T20:00:00.000Z'
    await createAccessRecorder(ports)(organisasi, { by: 'system', act: 'backup.restored', subject: null, detail })
    expect(await verify(printed)).toMatchObject({ faults: [], restored: [{ to: detail }], fitting: 0 })
  })

  it('of an earlier version stay valid, and the chain begins behind them', async () => {
    const { ports, logHeads, verify, wait, sign } = await aLoggedWeek()
    const { items } = await ports.accessLog.find(organisasi, { index: 'place', order: 'descending', limit: 1 })
    const head = { place: 5, hash: items[0]!.hash }
    const signature = await ports.headSigner.sign({ tenant: organisasi, day: '2026-11-25', ...head })
    await logHeads.insert({ tenant: organisasi, id: '2026-11-25', ...head, signature })
    wait(DAY)
    await sign()
    expect(await verify()).toMatchObject({ heads: 2, faults: [], chainedSince: '2026-11-26' })
  })

  it('of another unit, and what is none, are not taken for heads', async () => {
    const { ports, anchor } = await fourSignedDays()
    const head = await anchor()
    const forged = await ports.headSigner.sign({ ...head, tenant: dinas })
    const [header, , signature] = forged.split('.')
    const payload = Buffer.from(JSON.stringify(head)).toString('base64url')
    expect(await ports.headSigner.read([header, payload, signature].join('.'))).toBeNull()
    expect(await ports.headSigner.read('eyJh.bukan.kepala')).toBeNull()
  })
})

describe('the chain, followed in steps', () => {
  /** Steps that last no time, so that each reads one page. */
  async function follow(ports: Awaited<ReturnType<typeof aLoggedWeek>>['ports']) {
    let step = await verifyStep(ports, organisasi, undefined, 0)
    while (step.next) step = await verifyStep(ports, organisasi, step.next, 0)
    return step
  }

  it('is whole from the first line to the last, also over many steps', async () => {
    const { ports, record, sign } = await aLoggedWeek()
    for (let at = 0; at < 1_100; at++) await record()
    await sign()
    const first = await verifyStep(ports, organisasi, undefined, 0)
    expect(first.next?.place).toBe(500)
    expect(await follow(ports)).toMatchObject({ next: null, from: '2026-11-25T03:00:00.000Z', fault: null })
  })

  it('names the first line that was changed or is gone, and a tail that was cut off', async () => {
    const { ports, accessLog, line, sign } = await aLoggedWeek()
    await sign()
    const third = await line(3)
    await accessLog.replace({ ...third, by: 'orang-lain' })
    expect((await follow(ports)).fault).toEqual({ fault: 'changed', at: third.at })
    await accessLog.delete(organisasi, '3')
    expect((await follow(ports)).fault?.fault).toBe('cut')
    for (const place of [4, 5]) await accessLog.delete(organisasi, String(place))
    expect((await follow(ports)).fault).toEqual({ fault: 'cut', at: '2026-11-25' })
  })
})

describe('a page of the log', () => {
  it('is found by an index for every filter there is', async () => {
    const { accessLog } = await aLoggedWeek()
    const at = '2026-11-25T03:00:00.000Z' as Instant
    const number = 'BO-2026-000002'
    const found = async (filter: LogFilter) =>
      (await accessLog.find(organisasi, { ...queryForLog(filter), limit: 9 })).items.length
    expect(await found({})).toBe(5)
    expect(await found({ by: 'petugas' })).toBe(5)
    expect(await found({ acts: ['case.read', 'case.acted'] })).toBe(5)
    expect(await found({ by: 'petugas', acts: ['case.acted'] })).toBe(0)
    expect(await found({ subjects: [number], by: 'petugas', acts: ['case.read'], from: at, to: at })).toBe(1)
    expect(await found({ subjects: [number], by: 'kepala' })).toBe(0)
    expect(await found({ from: at, to: at })).toBe(5)
    expect(await found({ to: '2026-11-25T02:59:59.999Z' as Instant })).toBe(0)
  })

  it('folds the readings of one person and day, and never what somebody did', async () => {
    const { line } = await aLoggedWeek()
    const one = await line(1)
    const entry = (id: number, more: Partial<LogEntry>) => ({ ...one, id: String(id), ...more })
    const folded = foldReadings(
      [
        entry(9, { at: '2026-11-26T04:00:00.000Z' as Instant }),
        entry(8, { act: 'case.acted', detail: 'verify' }),
        entry(7, { act: 'case.acted', detail: 'verify' }),
        entry(6, { by: 'lain' }),
        entry(5, { at: '2026-11-25T05:00:00.000Z' as Instant }),
        entry(4, { at: '2026-11-25T04:00:00.000Z' as Instant }),
      ],
      (at) => at.slice(0, 10),
    )
    expect(folded.map(({ entry, times, since }) => [entry.id, times, since])).toEqual([
      ['9', 1, '2026-11-26T04:00:00.000Z'],
      ['8', 1, one.at],
      ['7', 1, one.at],
      ['6', 1, one.at],
      ['5', 2, '2026-11-25T04:00:00.000Z'],
    ])
  })
})
