import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import type { Store } from '../../service/storage/collection.ts'
import { withDatabase } from './mongo-server.ts'

/**
 * What a started service is given to keep its data in: nothing with the embedded store; in `npm run test:mongo` a
 * database of its own. The same folder stands for the same database, so a service that starts again finds its data.
 */
export function storeFor({ DATA_DIR, MONGODB_URI }: Readonly<Record<string, string>>): { MONGODB_URI?: string } {
  const [server, run] = [process.env.TEST_MONGODB_SERVER, process.env.TEST_MONGODB_RUN]
  if (!server || !run || !DATA_DIR || MONGODB_URI) return {}
  const name = createHash('sha256').update(DATA_DIR).digest('hex').slice(0, 16)
  return { MONGODB_URI: withDatabase(server, `${run}_${name}`) }
}

/** The store of a service that was started with this folder, and has stopped. */
export async function openStoreOf(folder: string): Promise<Store> {
  const { MONGODB_URI: uri } = storeFor({ DATA_DIR: folder })
  if (!uri) return openSqliteStore({ folder })
  // Loading the driver takes half a second of processor, which each process of tests would spend.
  const { openMongoStore } = await import('../../service/adapters/mongo/open-mongo-store.ts')
  return openMongoStore({ uri })
}

/** The same for the secrets of its units, which lie in a folder of their own, or in MongoDB beside all else. */
export const openSecretsOf = (folder: string): Promise<Store> =>
  storeFor({ DATA_DIR: folder }).MONGODB_URI ? openStoreOf(folder) : openSqliteStore({ folder: join(folder, 'keys') })
