import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mongoose'
import { startMongoServer } from '../../support/mongo-server.ts'
import { copyFolder } from '../copy-folder.ts'
import { fillIn, folderOfCases } from '../million-folder.ts'
import type { Size, StoreKind } from './cells.ts'

/** A store with its cases, that a service is measured on. */
export interface Place {
  readonly environment: { readonly DATA_DIR: string; readonly MONGODB_URI?: string }
  /** In the store now, all units together: measuring adds some. */
  cases: number
  /** Bytes of cases and all that belongs to them when it was made; `null` where they would tell nothing. */
  readonly bytes: number | null
  close(): Promise<void>
}

const OF_OTHER_UNITS: Readonly<Record<Size, number>> = { 1000: 100, 100000: 100, 1000000: 99_900 }

export async function openPlace(store: StoreKind, cases: Size): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const all = cases + OF_OTHER_UNITS[cases]
  if (store === 'embedded') {
    await copyFolder(await folderOfCases(cases), folder)
    const { size } = await stat(join(folder, 'aduan.db'))
    return { environment: { DATA_DIR: folder }, cases: all, bytes: size, close: remove }
  }
  const server = await startMongoServer()
  const uri = server.databaseUri(`aduan_bench_${randomBytes(6).toString('hex')}`)
  await fillIn({ cases, units: 2 }, folder, uri)
  return {
    environment: { DATA_DIR: folder, MONGODB_URI: uri },
    cases: all,
    bytes: null,
    async close() {
      const connection = await createConnection(uri).asPromise()
      await connection.dropDatabase()
      await connection.close()
      await server.stop()
      await remove()
    },
  }
}
