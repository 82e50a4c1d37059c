import { createConnection } from 'mongoose'
import type { Store } from '../../storage/collection.ts'
import { checkSpec } from '../../storage/spec-shape.ts'
import { mongoCollection } from './mongo-collection.ts'
import { modelOf } from './mongo-documents.ts'
import { exchange } from './mongo-errors.ts'
import { bringUp } from './mongo-upgrade.ts'

const PATIENCE_MS = 4_000

export interface MongoParts {
  readonly uri: string
  /** Receives faults of background work: an index that cannot be built slows queries, and is retried. */
  readonly onFault?: (cause: unknown) => void
}

/**
 * Connects to a MongoDB server, replica set, cluster, or a server that speaks its protocol. A write counts as done
 * when a majority has it. On a cluster shard by `tenant`, except collections with an index that is unique across
 * tenants.
 * @throws StoreUnavailable if no server answers.
 */
export async function openMongoStore({ uri, onFault = () => {} }: MongoParts): Promise<Store> {
  const connection = await exchange(() =>
    createConnection(uri, {
      writeConcern: { w: 'majority', wtimeoutMS: PATIENCE_MS },
      serverSelectionTimeoutMS: PATIENCE_MS,
      readPreference: 'primary',
      bufferCommands: false,
    }).asPromise(),
  )
  const probes = connection.collection<{ _id: string; writes: number }>('aduan_probe')

  return {
    async collection(spec) {
      checkSpec(spec)
      const documents = modelOf(connection, spec)
      await exchange(() => bringUp(connection, documents, spec, onFault))
      return mongoCollection(spec, documents)
    },

    async check() {
      await exchange(() => probes.updateOne({ _id: 'one' }, { $inc: { writes: 1 } }, { upsert: true }))
    },

    // The server itself decides when deleted bytes go.
    async purge() {},

    close: () => connection.close(),
  }
}
