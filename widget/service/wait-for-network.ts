/**
 * Gets the seconds that are left, each second, or `null` where only a network helps, and a function that tries at once.
 */
export type ReportWait = (seconds: number | null, tryNow: () => void) => void

export const addJitter = (milliseconds: number): number => milliseconds * (0.7 + Math.random() * 0.6)

export function waitForNetwork(milliseconds: number, signal: AbortSignal, report: ReportWait): Promise<void> {
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
