import { pause } from './pause.ts'

/**
 * Gets the seconds that are left, each second, or `null` where only a network helps, and a function that tries at once.
 */
export type ReportWait = (seconds: number | null, tryNow: () => void) => void

/** Waits before a further try. Where there is no network, only its return, the person or the signal end it. */
export async function waitForNetwork(milliseconds: number, signal: AbortSignal, report: ReportWait): Promise<void> {
  let isOver = false
  while (!isOver) {
    let clock: ReturnType<typeof setInterval> | undefined
    await pause(milliseconds, signal, (end, wait) => {
      const until = Date.now() + wait
      const tryNow = () => {
        isOver = true
        end()
      }
      const tell = () => report(navigator.onLine ? Math.ceil((until - Date.now()) / 1000) : null, tryNow)
      tell()
      clock = setInterval(tell, 1000)
    })
    clearInterval(clock)
    isOver ||= navigator.onLine || signal.aborted
  }
}
