import type { Speaker } from '../adapters/node-server/command-socket.ts'
import type { RecordAccess } from '../offices/log/record-access.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import type { Clock, Instant } from '../shared/instant.ts'
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
  readonly cases: string
  readonly secrets: string
}

/**
 * Messages of a backup: the first to begin, the second once the stores are copied, the third once the evidence is.
 */
export const standStillWords = { begin: 'stand still', moveOn: 'move on', done: 'done' } as const

/**
 * Pauses both stores from the same moment while another process copies the files, so that the keys fit the cases.
 * They resume when the connection ends.
 */
export async function serveStandStill(ports: StandStillPorts, { lines, say }: Speaker): Promise<void> {
  const { cases, secrets, evidence } = ports.embedded
  let stores: { release(): void }[] = []
  let files: { release(): Promise<void> } | null = null
  const moveOn = () => {
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
        // Both are asked in the same turn, so that nothing is written in between.
        for (const store of [cases, secrets]) stores.push(store.standStill())
        say({ at: ports.now(), cases: cases.file, secrets: secrets.file } satisfies StandingStill)
      } else if (line === standStillWords.moveOn) {
        moveOn()
        say({})
      } else if (line === standStillWords.done) {
        say({})
        return
      }
    }
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause
    say({ refused: cause.message })
  } finally {
    moveOn()
    await files?.release()
  }
}
