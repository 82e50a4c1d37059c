import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { EvidenceFolder } from '../adapters/files/evidence-files.ts'
import { moveUnitSecrets } from '../adapters/jose/unit-secrets.ts'
import { type Conversation, type Speaker, socketAddress, speakTo } from '../adapters/node-server/servers.ts'
import { type EmbeddedStore, openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts'
import type { Metrics } from '../http/request-trace.ts'
import type { RecordAccess } from '../offices/log/access-log.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { type Clock, type Instant, SECOND } from '../shared/instant.ts'
import type { Log } from '../shared/tracing.ts'
import { type Store, StoreUnavailable } from '../storage/collection.ts'
import type { Config } from './config.ts'

export interface EmbeddedFiles {
  readonly cases: EmbeddedStore
  readonly secrets: EmbeddedStore
  /** It is `null` if evidence lies in S3. */
  readonly evidence: EvidenceFolder | null
}

export interface Stores {
  readonly embedded: { readonly cases: EmbeddedStore; readonly secrets: EmbeddedStore } | null
  readonly cases: Store
  readonly secrets: Store
  close(): Promise<void>
}

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

export interface StandStillPorts {
  readonly embedded: EmbeddedFiles
  readonly record: RecordAccess
  readonly now: Clock
  listErasures(): Promise<unknown>
}

export interface StandingStill {
  /** The files contain exactly the writes before this time. */
  readonly at: Instant
}

/** Everybody who files waits meanwhile. */
const LONGEST = 5 * SECOND

/**
 * Messages of a backup: the first to begin, the second once it has the moment of both stores, the third once the
 * evidence is copied.
 */
export const standStillWords = { begin: 'stand still', moveOn: 'move on', done: 'done' } as const

/**
 * Lets nobody write while another process begins to read both stores, so that the keys fit the cases. Writes go on
 * when it says so, when the connection ends, or when it takes too long.
 */
export async function serveStandStill(ports: StandStillPorts, { lines, say }: Speaker): Promise<void> {
  const { cases, secrets, evidence } = ports.embedded
  let stores: { release(): void }[] = []
  let files: { release(): Promise<void> } | null = null
  let tooLong: NodeJS.Timeout | undefined
  const moveOn = () => {
    clearTimeout(tooLong)
    for (const one of stores) one.release()
    stores = []
  }
  try {
    for await (const line of lines) {
      if (line === standStillWords.begin) {
        if (stores.length > 0) continue
        await ports.record(PLATFORM_UNIT, { by: 'system', act: 'backup.taken', subject: null, detail: null })
        await ports.listErasures()
        files ??= evidence?.keepRemoved() ?? null
        for (const store of [cases, secrets]) stores.push(await store.standStill())
        tooLong = setTimeout(moveOn, LONGEST)
        say({ at: ports.now() } satisfies StandingStill)
      } else if (line === standStillWords.moveOn) {
        const isInTime = stores.length > 0
        moveOn()
        say(isInTime ? {} : { refused: 'The backup took too long to begin. Start it again.' })
      } else if (line === standStillWords.done) {
        say({})
        return
      }
    }
  } catch (cause) {
    say({ refused: cause instanceof Error ? cause.message : String(cause) })
    if (!(cause instanceof StoreUnavailable)) throw cause
  } finally {
    moveOn()
    await files?.release()
  }
}

export const SOCKET = 'control.sock'
/** It is no command for people. */
export const HOLD_STILL = 'hold-still'
export const HOLDER_READY = 'ready'

export interface AskedToStandStill {
  begin(): Promise<StandingStill>
  moveOn(): Promise<void>
  done(): Promise<void>
  end(): void
}

/** Connects to the service, or to a helper process that holds the store if none runs. */
export async function askToStandStill({ dataFolder }: Config): Promise<AskedToStandStill> {
  const address = socketAddress(join(dataFolder, SOCKET))
  if (!address) throw new Error(`${dataFolder} is too long a path for a socket. Go into it and name it as DATA_DIR=.`)
  const service = await speakTo(address)
  if (service) return converseWith(service, () => {})
  const endHolder = await startHolder()
  const holder = await speakTo(address)
  if (!holder) {
    endHolder()
    throw new Error(`Nobody listens at ${address}.`)
  }
  return converseWith(holder, endHolder)
}

function converseWith(conversation: Conversation, end: () => void): AskedToStandStill {
  async function ask(words: string): Promise<unknown> {
    const answer = await conversation.ask(words)
    if (isRefusal(answer)) throw new Error(answer.refused)
    return answer
  }
  return {
    begin: async () => (await ask(standStillWords.begin)) as StandingStill,
    moveOn: async () => void (await ask(standStillWords.moveOn)),
    done: async () => void (await ask(standStillWords.done)),
    end() {
      conversation.end()
      end()
    },
  }
}

const isRefusal = (answer: unknown): answer is { readonly refused: string } =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string'

async function startHolder(): Promise<() => void> {
  const [, program = ''] = process.argv
  const holder = spawn(process.execPath, [program, HOLD_STILL], { stdio: ['pipe', 'pipe', 'pipe'] })
  let failure = ''
  holder.stderr.on('data', (piece: Buffer) => {
    failure += piece.toString()
  })
  const lines = createInterface(holder.stdout)
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => line as string),
    once(holder, 'exit').then(() => ''),
  ])
  if (first !== HOLDER_READY) throw new Error(failure.trim() || 'The store could not be opened.')
  return () => void holder.stdin.end()
}
