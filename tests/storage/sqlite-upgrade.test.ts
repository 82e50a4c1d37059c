import { expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { aFolder } from '../support/a-folder.ts'
import { letterSpec } from './conformance/letters.ts'
import { AT_ONCE, earlierSpec, storeUpgrade, writtenByEarlierVersion } from './upgrade-conformance.ts'

storeUpgrade('SQLite', async () => {
  const folder = await aFolder()
  return () => openSqliteStore({ folder, atOnce: AT_ONCE })
})

it('tells the operator that a table is made anew, once', async () => {
  const folder = await aFolder()
  await writtenByEarlierVersion(() => openSqliteStore({ folder }))

  for (const [spec, lines] of [
    [earlierSpec, 0],
    [letterSpec, 1],
    [letterSpec, 0],
  ] as const) {
    const told: string[] = []
    const store = await openSqliteStore({ folder, log: (message) => told.push(message) })
    await store.collection(spec)
    await store.close()
    expect(told).toHaveLength(lines)
  }
})
