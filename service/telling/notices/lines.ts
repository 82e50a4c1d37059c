import { ENTRY } from '../../case/shape/notice.ts'
import { type Clock, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { Lane } from './lane.ts'

/** Chooses which queues a deliverer reads, so that the longest blocks no other. */
export interface Lines {
  /** A queue that was read is left alone for a while. */
  toAsk(): readonly string[]
  /** The queue of notices without a known lane; it is skipped while no lane has room. */
  entryToAsk(): readonly string[]
  /** Call it before reading the queue, so that what comes meanwhile has it read again. */
  asked(line: string): void
  askAgain(line: string): void
  askAll(): void
}

/** @param every how long a queue that was read is left alone, in milliseconds */
export function createLines(lanes: () => ReadonlyMap<string, Lane | null>, now: Clock, every: number): Lines {
  const askedAt = new Map<string, Instant>()

  const mayHaveSome = (line: string): boolean => {
    const at = askedAt.get(line)
    return at === undefined || now() >= plusMilliseconds(at, every)
  }

  // Queues of paused lanes are read too: their notices are deferred with the reason, which the case page shows.
  const open = (): readonly string[] =>
    [...lanes()].filter(([, lane]) => !lane || lane.hasRoom() || lane.isResting()).map(([name]) => name)

  return {
    toAsk: () => open().filter(mayHaveSome),
    entryToAsk: () => (open().length > 0 ? [ENTRY] : []).filter(mayHaveSome),
    asked: (line) => void askedAt.set(line, now()),
    askAgain: (line) => void askedAt.delete(line),
    askAll: () => askedAt.clear(),
  }
}
