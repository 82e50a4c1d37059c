import type { Speaker } from '../adapters/node-server/command-socket.ts'
import type { RecordAccess } from '../offices/log/access-log.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { type Clock, type Instant, SECOND } from '../shared/instant.ts'
import { StoreUnavailable } from '../storage/collection.ts'
import type { EmbeddedFiles } from './open-store.ts'

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
