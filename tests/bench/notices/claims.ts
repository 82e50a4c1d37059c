import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { openSqliteStore } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import { newNotice } from '../../../service/case/shape/notice.ts'
import { complaintNotices } from '../../../service/case/store/complaint-notices.ts'
import { complaintSpec } from '../../../service/case/store/complaint-spec.ts'
import { firstNotices } from '../../../service/case/store/first-notices.ts'
import type { KeptComplaint } from '../../../service/case/store/kept-complaint.ts'
import { MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import type { Store } from '../../../service/storage/collection.ts'
import type { Sealed, WrappedKey } from '../../../service/storage/vault.ts'
import { aComplaint, mondayAtTen } from '../../support/a-complaint.ts'
import { amount, type Figure, percentile } from '../figure.ts'
import { noiseOf } from '../noise.ts'

const FEW = 1_000
const MANY = 1_000_000
const CLAIMS = 400
const LINE = 'email'

const noPages = { changeNotice: async () => null }

const notOpened = (): never => {
  throw new Error('Nothing is opened to claim a notice.')
}

/** What it takes to claim the next notice, durably, where a thousand wait and where a million do, claim by claim in turn. */
export async function benchClaims(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  const stores: Store[] = []
  try {
    const began = performance.now()
    const queues = []
    for (const waiting of [FEW, MANY]) {
      const store = await storeWith(join(folder, String(waiting)), waiting)
      stores.push(store)
      queues.push(
        complaintNotices(
          {
            kept: await store.collection(complaintSpec),
            vault: { open: notOpened, refusal: notOpened },
            first: firstNotices(false),
          },
          noPages,
        ),
      )
    }
    const made = (performance.now() - began) / 1_000

    const times: [number[], number[]] = [[], []]
    const until = plusMilliseconds(mondayAtTen, MINUTE)
    for (let round = -CLAIMS / 10; round < CLAIMS; round++) {
      for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const start = performance.now()
        const claimed = await queues[which]?.claimDue(LINE, mondayAtTen, until, 1)
        const taken = (performance.now() - start) * 1_000
        if (!claimed?.length) throw new Error('Nothing was due.')
        if (round >= 0) times[which].push(taken)
      }
    }
    const [few, many] = times.map((one) => percentile(one, 0.5))
    return [
      {
        what: `a claim among ${amount(MANY, '')}waiting notices costs more than among ${amount(FEW, '')}by`,
        value: (many ?? Number.NaN) - (few ?? Number.NaN),
        unit: 'µs',
        most: noiseOf(times[0]) + noiseOf(times[1]),
        beside: `half within ${amount(many ?? 0, 'µs')} and ${amount(few ?? 0, 'µs')}; the bound is the noise of both`,
      },
      { what: 'making the waiting notices', value: made, unit: 's' },
    ]
  } finally {
    for (const store of stores) await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A store of the service's own making, whose one complaint is then copied by SQLite itself, before its indexes are made. */
async function storeWith(folder: string, waiting: number): Promise<Store> {
  const first = await openSqliteStore({ folder })
  await (await first.collection(complaintSpec)).insert(aWaitingComplaint())
  await first.close()

  const database = new DatabaseSync(join(folder, 'aduan.db'))
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000')
  const table = complaintSpec.name
  const indexes = database
    .prepare(`SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`)
    .all(table) as { name: string; sql: string }[]
  for (const { name } of indexes) database.exec(`DROP INDEX "${name}"`)
  const columns = (database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== 'row')
  const unlike: Readonly<Record<string, string>> = {
    id: `printf('BO-2026-%07d', n)`,
    body: `replace("body", '${FIRST}', printf('BO-2026-%07d', n))`,
    k_series: `printf('BO-2026-%07d', n)`,
    k_filingKey: `printf('BO-2026-%07d', n)`,
  }
  const listed = columns.map((name) => `"${name}"`).join(', ')
  const copied = columns.map((name) => unlike[name] ?? `"${name}"`).join(', ')
  database.exec(`INSERT INTO "${table}" (${listed})
    WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${waiting})
    SELECT ${copied} FROM numbers, (SELECT * FROM "${table}" WHERE "id" = '${FIRST}')`)
  for (const { sql } of indexes) database.exec(sql)
  database.close()
  return openSqliteStore({ folder })
}

const FIRST = 'BO-2026-0000001'

function aWaitingComplaint(): Omit<KeptComplaint, 'version'> {
  const { version: _, ...complaint } = aComplaint({ key: `${btoa('{"kid":"1"}')}....` as WrappedKey })
  return {
    ...complaint,
    id: FIRST,
    // Unique, and so written like the number, which each copy replaces.
    series: FIRST,
    filing: { ...complaint.filing, keyHash: FIRST },
    sequence: 1,
    clocks: [],
    notices: [{ ...newNotice('n-1', 'received', mondayAtTen), lane: LINE }],
    dossier: '' as Sealed,
  }
}
