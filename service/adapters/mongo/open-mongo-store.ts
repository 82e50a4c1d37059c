import { createConnection } from 'mongoose'
import type { Store } from '../../storage/collection.ts'
import { checkSpec } from '../../storage/spec-shape.ts'
import { compareOnce } from './compare-sums.ts'
import { statesIn } from './counting-mark.ts'
import { keepSums, nothingCounted } from './keep-sums.ts'
import { mongoCollection } from './mongo-collection.ts'
import { isCounted, modelOf } from './mongo-documents.ts'
import { exchange, translateErrors } from './mongo-errors.ts'
import { bringUp } from './mongo-upgrade.ts'

const PATIENCE_MS = 4_000
/** A server that is silent is noticed after so long and the time to connect. */
const HEARTBEAT_MS = 2_000

export interface MongoParts {
  readonly uri: string
  /** Receives faults of background work: an index that cannot be built slows queries, and is retried. */
  readonly onFault?: (cause: unknown) => void
  /** Learns of each command that is sent for the service, for example `find` on `complaints`. */
  readonly onCommand?: (command: string, collection: string) => void
}

/**
 * Connects to a MongoDB server, replica set, cluster, or a server that speaks its protocol. A write counts as done
 * when a majority has it, and what is read a majority has. On a cluster shard by `tenant`, except collections with an index that is unique across
 * tenants.
 * @throws StoreUnavailable if no server answers.
 */
export async function openMongoStore({ uri, onFault = () => {}, onCommand = () => {} }: MongoParts): Promise<Store> {
  const connection = await exchange(() =>
    createConnection(uri, {
      writeConcern: { w: 'majority', wtimeoutMS: PATIENCE_MS },
      readConcern: { level: 'majority' },
      serverSelectionTimeoutMS: PATIENCE_MS,
      connectTimeoutMS: PATIENCE_MS,
      waitQueueTimeoutMS: PATIENCE_MS,
      heartbeatFrequencyMS: HEARTBEAT_MS,
      readPreference: 'primary',
      appName: 'aduan',
      monitorCommands: true,
      bufferCommands: false,
    }).asPromise(),
  )
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    const collection: unknown = command[commandName]
    if (typeof collection === 'string') onCommand(commandName, collection)
  })
  const keepers: { stop(): void }[] = []
  const probes = connection.collection<{ _id: string; writes: number }>('aduan_probe')

  return {
    async collection(spec) {
      checkSpec(spec)
      const documents = modelOf(connection, spec)
      const mark = await translateErrors(() => bringUp(connection, documents, spec, onFault))
      if (!isCounted(spec)) return mongoCollection({ spec, documents, mark }, nothingCounted)
      const sums = keepSums({ spec, documents, mark }, onFault)
      keepers.push(sums, compareOnce({ spec, documents, mark }, statesIn(connection), onFault))
      void sums.countAll()
      return mongoCollection({ spec, documents, mark }, sums)
    },

    async check() {
      await exchange(() => probes.updateOne({ _id: 'one' }, { $inc: { writes: 1 } }, { upsert: true }))
    },

    // The server itself decides when deleted bytes go.
    async purge() {},

    async close() {
      for (const sums of keepers) sums.stop()
      await connection.close()
    },
  }
}
