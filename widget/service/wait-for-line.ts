/** Told each second: the seconds that are left, or `null` where only a network helps; and the way to try at once. */
export type TellWait = (seconds: number | null, tryNow: () => void) => void

/** A part of it is left to chance, so that the forms of a whole village do not ask again in the same second. */
export const someOf = (milliseconds: number): number => milliseconds * (0.7 + Math.random() * 0.6)

/**
 * Waits before a further try. The network's return, the person or the signal end it early; where there is no network,
 * only these do.
 */
export function waitForLine(milliseconds: number, signal: AbortSignal, tell: TellWait): Promise<void> {
  return new Promise((done) => {
    const over = new AbortController()
    const until = Date.now() + milliseconds
    const finish = () => {
      clearInterval(clock)
      over.abort()
      done()
    }
    const count = () => {
      const left = until - Date.now()
      if (!navigator.onLine) tell(null, finish)
      else if (left > 0) tell(Math.ceil(left / 1000), finish)
      else finish()
    }
    const clock = setInterval(count, Math.min(milliseconds, 1000))
    addEventListener('online', finish, over)
    signal.addEventListener('abort', finish, over)
    count()
  })
}
