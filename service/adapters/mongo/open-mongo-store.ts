import { createConnection } from 'mongoose'
import type { Store } from '../../storage/collection.ts'
import { checkSpec } from '../../storage/spec-shape.ts'
import { mongoCollection } from './mongo-collection.ts'
import { modelOf } from './mongo-documents.ts'
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
  const probes = connection.collection<{ _id: string; writes: number }>('aduan_probe')

  return {
    async collection(spec) {
      checkSpec(spec)
      const documents = modelOf(connection, spec)
      await translateErrors(() => bringUp(connection, documents, spec, onFault))
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
