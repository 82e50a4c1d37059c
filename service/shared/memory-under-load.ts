import { giveBack } from './memory-at-rest.ts'

/** Milliseconds between two looks at how much the process holds. */
const LOOKS_EVERY = 1_000

/** Bytes. A process that holds less does not pause for a collection of its own. */
const MUCH = 520e6

/** What a collection left is in use. The next one is worth its pause once so much more is held. */
const GROWN = 1.25

/** Whether memory is to be given back now, by the bytes that the process holds at each look. */
export function watchLoad(): (held: number) => boolean {
  let most = MUCH
  let isDue = false
  return (held) => {
    const more = held * GROWN
    most = Math.max(MUCH, isDue ? more : Math.min(most, more))
    isDue = held >= most
    return isDue
  }
}

/**
 * Bounds what the process holds in a rush. The engine lets its heap grow to a multiple of what is in use, keeps the pages
 * that it has cleaned, and does not count buffers, which only a collection frees.
 */
export function giveBackUnderLoad(): void {
  const isDue = watchLoad()
  const look = () => {
    if (isDue(process.memoryUsage.rss())) void giveBack()
  }
  setInterval(look, LOOKS_EVERY).unref()
}
