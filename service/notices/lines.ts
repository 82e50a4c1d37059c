import { type Clock, type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { Lane } from './lane.ts'
import { ENTRY } from './notice.ts'

/** Which lines of waiting notices a deliverer asks, so that the longest holds up no other. */
export interface Lines {
  /** One notice is taken from each in turn. A line that was empty is left alone for a while. */
  toAsk(): readonly string[]
  wasEmpty(line: string): void
  askAgain(line: string): void
  askAll(): void
}

/** @param every how long an empty line is left alone, in milliseconds */
export function createLines(lanes: () => ReadonlyMap<string, Lane | null>, now: Clock, every: number): Lines {
  const emptyAt = new Map<string, Instant>()

  const mayHaveSome = (line: string): boolean => {
    const at = emptyAt.get(line)
    return at === undefined || now() >= plusMilliseconds(at, every)
  }

  return {
    toAsk() {
      // A resting channel's line too: its notices are put aside with the reason, so that the case page can tell it.
      const open = [...lanes()].filter(([, lane]) => !lane || lane.hasRoom() || lane.isResting()).map(([name]) => name)
      return (open.length > 0 ? [ENTRY, ...open] : []).filter(mayHaveSome)
    },
    wasEmpty: (line) => void emptyAt.set(line, now()),
    askAgain: (line) => void emptyAt.delete(line),
    askAll: () => emptyAt.clear(),
  }
}
