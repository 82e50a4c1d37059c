import { join } from 'node:path'
import type { EvidenceFolder } from '../adapters/files/evidence-files.ts'
import { moveUnitSecrets } from '../adapters/jose/move-unit-secrets.ts'
import { type EmbeddedStore, openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts'
import type { Metrics } from '../http/metrics.ts'
import type { Log } from '../shared/tracing.ts'
import type { Store } from '../storage/collection.ts'
import type { Config } from './config.ts'

export interface EmbeddedFiles {
  readonly cases: EmbeddedStore
  readonly secrets: EmbeddedStore
  /** It is `null` if evidence lies in S3. */
  readonly evidence: EvidenceFolder | null
}

export interface Stores {
  /** It is `null` with MongoDB. */
  readonly embedded: { readonly cases: EmbeddedStore; readonly secrets: EmbeddedStore } | null
  readonly cases: Store
  readonly secrets: Store
  close(): Promise<void>
}

/** @throws Error with a sentence for the operator if a store cannot be opened */
export async function openStores(config: Config, log: Log, metrics: Pick<Metrics, 'storeCommand'>): Promise<Stores> {
  const embedded = config.mongoUri ? null : await openEmbeddedStores(config, log)
  const cases = embedded?.cases ?? (await openMongo(config.mongoUri ?? '', log, metrics))
  const secrets = embedded?.secrets ?? cases
  return {
    embedded,
    cases,
    secrets,
    async close() {
      await secrets.close()
      await cases.close()
    },
  }
}

async function openMongo(uri: string, log: Log, { storeCommand }: Pick<Metrics, 'storeCommand'>): Promise<Store> {
  const { openMongoStore } = await import('../adapters/mongo/open-mongo-store.ts')
  return openMongoStore({
    uri,
    onFault: (cause) => log.error('index', cause),
    log: (message, details) => log.info(message, details),
    onCommand: storeCommand,
  })
}

/** The secrets of tenants are in a file of their own, so that a copy of the cases does not contain them. */
async function openEmbeddedStores({ dataFolder }: Config, log: Log) {
  const cases = await openSqliteStore({ folder: dataFolder, log: (message) => log.info(message) })
  const secrets = await openSqliteStore({ folder: join(dataFolder, 'keys') })
  await moveUnitSecrets(cases, secrets)
  return { cases, secrets }
}
