import { createConnection } from 'mongoose'
import type { Store } from '../../storage/collection.ts'
import { BROUGHT_UP_AT_ONCE, checkSpec, whileDerived } from '../../storage/migrations.ts'
import { mongoCollection } from './mongo-collection.ts'
import { isCounted, modelOf } from './mongo-documents.ts'
import { exchange, statesIn, translateErrors } from './mongo-errors.ts'
import { bringUp } from './mongo-upgrade.ts'
import { compareOnce, keepSums, nothingCounted } from './sum-keeping.ts'

const PATIENCE_MS = 4_000
/** A server that is silent is noticed after so long and the time to connect. */
const HEARTBEAT_MS = 2_000

export interface MongoParts {
  readonly uri: string
  /** Receives faults of background work: an index that cannot be built slows queries, and is retried. */
  readonly onFault?: (cause: unknown) => void
  readonly log?: (message: string, details: { readonly collection: string }) => void
  /** A collection with no more documents than this is brought up before it is used. */
  readonly atOnce?: number
  /** Learns of each command that is sent for the service, for example `find` on `complaints`. */
  readonly onCommand?: (command: string, collection: string) => void
}

/**
 * Connects to a MongoDB server, replica set, cluster, or a server that speaks its protocol. A write counts as done
 * when a majority has it, and what is read a majority has. On a cluster shard by `tenant`, except collections with an index that is unique across
 * tenants.
 */
export async function openMongoStore({
  uri,
  onFault = () => {},
  log = () => {},
  atOnce = BROUGHT_UP_AT_ONCE,
  onCommand = () => {},
}: MongoParts): Promise<Store> {
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
  const keepers: { stop(): void | Promise<void> }[] = []
  const probes = connection.collection<{ _id: string; writes: number }>('aduan_probe')

  return {
    async collection(spec) {
      checkSpec(spec)
      const documents = modelOf(connection, spec)
      const tell = (what: string) => log(what, { collection: spec.name })
      const upgrade = await translateErrors(() => bringUp(documents, spec, { connection, onFault, tell, atOnce }))
      const { mark, underived } = upgrade
      keepers.push(upgrade)
      if (!isCounted(spec))
        return whileDerived(mongoCollection({ spec, documents, mark }, nothingCounted), spec, underived)
      const sums = keepSums({ spec, documents, mark }, onFault)
      keepers.push(sums, compareOnce({ spec, documents, mark }, statesIn(connection), onFault))
      void sums.countAll()
      return whileDerived(mongoCollection({ spec, documents, mark }, sums), spec, underived)
    },

    async check() {
      await exchange(() => probes.updateOne({ _id: 'one' }, { $inc: { writes: 1 } }, { upsert: true }))
    },

    // The server itself decides when deleted bytes go.
    async purge() {},

    async close() {
      await Promise.all(keepers.map((one) => one.stop()))
      await connection.close()
    },
  }
}
