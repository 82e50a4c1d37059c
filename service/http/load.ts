import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../shared/refusal.ts'
import { pause } from '../shared/repeat.ts'
import type { AppEnv } from './app-env.ts'

/** What a process has to do at the moment. */
export interface Load {
  /** Requests that came and have no answer yet. */
  readonly underWay: number
  /** By how many milliseconds it is late with what should happen now. */
  readonly late: number
}

/** Who waits for the answer. What comes first here is refused first. */
const sacrifices = ['background', 'reading', 'act', 'visitor'] as const
type Sacrifice = (typeof sacrifices)[number]

/**
 * Above both, such a request is refused. A few requests are never too many, however slow the machine; and many that wait
 * for a slow line or a provider burden nobody. The last row bounds the memory: nobody who files would meet it before the
 * answer takes seconds.
 */
const most: Readonly<Record<Sacrifice, Load>> = {
  background: { underWay: 32, late: 25 },
  reading: { underWay: 48, late: 50 },
  act: { underWay: 96, late: 100 },
  visitor: { underWay: 1_500, late: 1_500 },
}

export const isTooMuch = (sacrifice: Sacrifice, { underWay, late }: Load): boolean =>
  underWay > most[sacrifice].underWay && late > most[sacrifice].late

/** A process that is behind for so short a time catches up by itself; milliseconds. */
const LOOKS_EVERY = 50
/** The last lateness counts as this part of the next one. */
const REMEMBERED = 0.5

export interface LoadMeter {
  readonly load: Load
  /** Counts a request until the returned function is called. */
  begin(): () => void
}

/** Looks only while more is under way than a few requests, so that it costs an idle process nothing. */
export function createLoadMeter(
  wait: (milliseconds: number) => Promise<void> = pause,
  now: () => number = () => performance.now(),
): LoadMeter {
  let underWay = 0
  let late = 0
  let isLooking = false

  async function look(): Promise<void> {
    isLooking = true
    while (underWay > most.background.underWay) {
      const began = now()
      await wait(LOOKS_EVERY)
      late = REMEMBERED * late + (1 - REMEMBERED) * Math.max(0, now() - began - LOOKS_EVERY)
    }
    late = 0
    isLooking = false
  }

  return {
    get load() {
      return { underWay, late }
    },
    begin() {
      underWay++
      if (!isLooking && underWay > most.background.underWay) void look()
      return () => {
        underWay--
      }
    },
  }
}

/** Counts each request until its answer begins. An answer that goes on, such as a file or a line of alerts, counts no more. */
export const countUnderWay =
  (meter: LoadMeter): MiddlewareHandler<AppEnv> =>
  async (_, next) => {
    const end = meter.begin()
    try {
      await next()
    } finally {
      end()
    }
  }

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Seconds until a caller may try again. */
const RETRY_AFTER = 2

/**
 * Refuses what staff and programs ask before it waits for long, so that filing and following go on. Nothing was taken
 * then, and the same request may be sent again.
 * @throws Refusal `service/busy`
 */
export const refuseWhenBusy =
  (meter: LoadMeter, of: 'staff' | 'visitor'): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { method } = c.req
    const isBackground = c.req.header('x-background') !== undefined
    const sacrifice = of === 'visitor' ? of : isBackground ? 'background' : reads.has(method) ? 'reading' : 'act'
    if (isTooMuch(sacrifice, meter.load)) throw new Refusal('unavailable', 'service/busy', { retryAfter: RETRY_AFTER })
    await next()
  }
