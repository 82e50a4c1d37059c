import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { bringUpSchema, type Migration, refuseNewerSchema, schemaSpec } from '../../service/storage/migrations.ts'
import { PLATFORM } from '../../service/storage/place.ts'
import { aFolder } from '../support/a-folder.ts'
import { builtProgram } from '../support/built-program.ts'
import { someMigrations } from '../support/some-migrations.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const untold = () => ({ add() {}, end() {} })

async function aStore(folder?: string) {
  const store = await openSqliteStore({ folder: folder ?? (await aFolder()) })
  return { store, versions: await store.collection(schemaSpec) }
}

it('a new store has the newest version at once, and nothing is migrated', async () => {
  const { store, versions } = await aStore()
  const { migrations, steps } = someMigrations()
  await bringUpSchema({ versions, units: async () => [], migrations }, untold)
  expect(steps).toEqual([])
  expect(await versions.get(PLATFORM, 'store')).toMatchObject({ number: 3, underWay: null })
  await store.close()
})

it('a store of before gets each version after the other, unit by unit, and once', async () => {
  const { store, versions } = await aStore()
  const { migrations, steps } = someMigrations()
  const ports = { versions, units: async () => [organisasi, dinas], migrations }
  await bringUpSchema(ports, untold)
  expect(steps).toEqual(
    [2, 3].flatMap((to) =>
      [organisasi, dinas].flatMap((unit) => ['', '1', '2'].map((after) => `${to} ${unit} ${after}`)),
    ),
  )
  await bringUpSchema(ports, untold)
  expect(steps).toHaveLength(12)
  await expect(refuseNewerSchema(versions, 2)).rejects.toThrow('schema 3, here 2')
  await refuseNewerSchema(versions, 3)
  await store.close()
})

it('what failed in the middle is gone on with from there', async () => {
  const { store, versions } = await aStore()
  const { migrations, steps } = someMigrations()
  const [first, second] = migrations as [Migration, Migration]
  const failing: Migration = {
    ...first,
    step: (unit, after) =>
      unit === dinas && after === '2' ? Promise.reject(new Error('Disk is full')) : first.step(unit, after),
  }
  const units = async () => [organisasi, dinas]
  await expect(bringUpSchema({ versions, units, migrations: [failing, second] }, untold)).rejects.toThrow(
    'Disk is full',
  )
  const before = steps.splice(0).length
  expect(before).toBe(5)
  await bringUpSchema({ versions, units, migrations }, untold)
  expect(steps.slice(0, 2)).toEqual([`2 ${dinas} 2`, `3 ${organisasi} `])
  await store.close()
})

it('kill -9 in the middle loses only the step under way', async () => {
  const folder = await aFolder()
  const child = spawn(process.execPath, [builtProgram('migrator-process'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const seen: number[] = []
  for await (const line of createInterface(child.stdout)) {
    seen.push(Number(line))
    if (seen.length === 20) child.kill('SIGKILL')
  }
  if (child.signalCode === null) await once(child, 'exit')
  const { store, versions } = await aStore(folder)
  const { underWay } = (await versions.get(PLATFORM, 'store'))!
  const place = Number(underWay?.after)
  expect(place).toBeGreaterThanOrEqual(seen.at(-1)! - 1)
  expect(place).toBeLessThanOrEqual(seen.at(-1)! + 1)
  await store.close()
})
