import { addJitter } from './add-jitter.ts'

/**
 * Gets the seconds that are left, each second, or `null` where only a network helps, and a function that tries at once.
 */
export type ReportWait = (seconds: number | null, tryNow: () => void) => void

/**
 * Waits before a further try. The network's return, the person or the signal end it early; where there is no network,
 * only these do.
 */
export function waitForNetwork(milliseconds: number, signal: AbortSignal, report: ReportWait): Promise<void> {
  return new Promise((done) => {
    const over = new AbortController()
    const until = Date.now() + addJitter(milliseconds)
    const finish = () => {
      clearInterval(clock)
      over.abort()
      done()
    }
    const count = () => {
      const left = until - Date.now()
      if (!navigator.onLine) report(null, finish)
      else if (left > 0) report(Math.ceil(left / 1000), finish)
      else finish()
    }
    const clock = setInterval(count, Math.min(milliseconds, 1000))
    addEventListener('online', finish, over)
    signal.addEventListener('abort', finish, over)
    count()
  })
}
