import { GIVEN, UNROUTED } from '../../case/shape/notice.ts'
import { type Clock, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { Sender } from './sender.ts'

/** Chooses which queues a deliverer reads, so that the longest blocks no other. A queue that was read rests a while. */
export interface QueueSchedule {
  toRead(): readonly string[]
  /** The queues of notices without a known channel; they are skipped while no sender has room. */
  unroutedToRead(): readonly string[]
  /** Call it before reading the queue, so that what comes meanwhile has it read again. */
  markRead(queue: string): void
  readAgain(queue: string): void
  readAllAgain(): void
}

/** @param every how long a queue that was read rests, in milliseconds */
export function createQueueSchedule(
  senders: () => ReadonlyMap<string, Sender | null>,
  now: Clock,
  every: number,
): QueueSchedule {
  const readAt = new Map<string, Instant>()

  const mayHaveSome = (queue: string): boolean => {
    const at = readAt.get(queue)
    return at === undefined || now() >= plusMilliseconds(at, every)
  }

  // Queues of paused senders are read too: their notices are deferred with the reason, which the case page shows.
  const open = (): readonly string[] =>
    [...senders()].filter(([, sender]) => !sender || sender.hasRoom() || sender.isPaused()).map(([queue]) => queue)

  return {
    toRead: () => open().filter(mayHaveSome),
    unroutedToRead: () => (open().length > 0 ? [GIVEN, UNROUTED] : []).filter(mayHaveSome),
    markRead: (queue) => void readAt.set(queue, now()),
    readAgain: (queue) => void readAt.delete(queue),
    readAllAgain: () => readAt.clear(),
  }
}
