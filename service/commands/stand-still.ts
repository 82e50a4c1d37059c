import type { Speaker } from '../adapters/node-server/command-socket.ts'
import type { EmbeddedFiles } from '../open-ports.ts'
import type { RecordAccess } from '../records/record-access.ts'
import type { Clock, Instant } from '../shared/instant.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import { StoreUnavailable } from '../storage/collection.ts'

export interface StandStillPorts {
  readonly embedded: EmbeddedFiles
  readonly record: RecordAccess
  readonly now: Clock
  /** Writes down what was erased up to now. */
  listErasures(): Promise<unknown>
}

/** What the one with the store answers. */
export interface StandingStill {
  /** What was written before is in the files, and nothing else. */
  readonly at: Instant
  readonly cases: string
  readonly secrets: string
}

/** What a backup says: first, once the stores are copied, and once the evidence is. */
export const standStillWords = { begin: 'stand still', moveOn: 'move on', done: 'done' } as const

/**
 * Lets another process copy the files while this one goes on. Both stores stand still from the same moment, so that
 * the keys fit the cases; whoever hangs up lets all move again.
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
        // Nothing is written between the two: both are asked in one go.
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
