import { type Clock, type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { Lane } from './lane.ts'
import { ENTRY } from './notice.ts'

/** Which lines of waiting notices a deliverer asks, so that the longest holds up no other. */
export interface Lines {
  /** Lines of lanes. A line that was asked is left alone for a while. */
  toAsk(): readonly string[]
  /** The line of notices that no lane knows yet; none while no lane could take one. */
  entryToAsk(): readonly string[]
  /** To be said before the line is looked into: what comes meanwhile has it asked again. */
  asked(line: string): void
  askAgain(line: string): void
  askAll(): void
}

/** @param every how long a line that was asked is left alone, in milliseconds */
export function createLines(lanes: () => ReadonlyMap<string, Lane | null>, now: Clock, every: number): Lines {
  const askedAt = new Map<string, Instant>()

  const mayHaveSome = (line: string): boolean => {
    const at = askedAt.get(line)
    return at === undefined || now() >= plusMilliseconds(at, every)
  }

  // A resting channel's line too: its notices are put aside with the reason, so that the case page can tell it.
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
