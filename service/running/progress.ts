export interface Progress {
  add(more: number): void
  /** Clears the line on a terminal. @returns how much was done */
  end(): number
}

const LINE_EVERY_MS = 5_000
const REDRAW_EVERY_MS = 100

/** A terminal redraws one line; other outputs get a line now and then. */
export interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export function showProgress(
  what: string,
  all: number,
  { amount = groupDigits, screen = process.stderr }: { amount?: (value: number) => string; screen?: Screen } = {},
): Progress {
  const began = performance.now()
  let done = 0
  let reportedAt = began
  return {
    add(more) {
      done += more
      const now = performance.now()
      if (now - reportedAt < (screen.isTTY ? REDRAW_EVERY_MS : LINE_EVERY_MS)) return
      reportedAt = now
      const line = `${what}: ${lineOf({ done, all, seconds: (now - began) / 1_000 }, amount)}`
      screen.write(screen.isTTY ? `\r\x1b[2K${line}` : `${line}\n`)
    },
    end() {
      if (screen.isTTY && done > 0) screen.write('\r\x1b[2K')
      return done
    },
  }
}

interface State {
  readonly done: number
  /** It is 0 if the total is unknown. */
  readonly all: number
  readonly seconds: number
}

/** `12,000 of 100,000, 3,000/s, 30 s left` */
export function lineOf({ done, all, seconds }: State, amount: (value: number) => string): string {
  const perSecond = done / Math.max(seconds, 0.001)
  if (all <= 0) return `${amount(done)}, ${amount(perSecond)}/s`
  const left = Math.ceil(Math.max(all - done, 0) / Math.max(perSecond, 0.001))
  return `${amount(done)} of ${amount(all)}, ${amount(perSecond)}/s, ${inWords(left)} left`
}

const inWords = (seconds: number): string =>
  seconds < 120
    ? `${seconds} s`
    : seconds < 7_200
      ? `${Math.round(seconds / 60)} min`
      : `${Math.round(seconds / 3_600)} h`

export const groupDigits = (value: number): string => Math.round(value).toLocaleString('en')

/** Bytes in decimal units: a megabyte is a million. */
export const megabytes = (bytes: number): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`

/** Ctrl-C ends a command after the current step, so that the same command continues from there. */
export function stoppedByCtrlC(): AbortSignal {
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort(new Stopped()))
  process.once('SIGTERM', () => stopping.abort(new Stopped()))
  return stopping.signal
}

export class Stopped extends Error {
  override readonly name = 'Stopped'
  constructor() {
    super('Stopped. The same command goes on from here.')
  }
}
