import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '../shared/refusal.ts'
import { type People, pause } from '../shared/repeat.ts'
import type { AppEnv } from './app-env.ts'
import { createLines, type Waiting } from './waiting-line.ts'

/** What a process has to do at the moment. */
export interface Load {
  /** Requests that came and have no answer yet. */
  readonly underWay: number
  /** By how many milliseconds it is late with what should happen now. */
  readonly late: number
}

/**
 * Work of staff and programs, in the order in which most of it is let in. It waits for so many milliseconds at most;
 * then it is refused. A few requests get their turn on a slow machine too.
 */
const patience = { act: 6_000, reading: 5_000, search: 5_000, background: 4_000 } as const
type Rank = keyof typeof patience

/** Searches of a unit wait for the same index, so pages of cases keep half of the places. */
const SHARE_OF_SEARCHES = 0.5

/** So many are let in however late the process is, because what they wait for may be the disk. */
const FEWEST_INSIDE = 4
/** A few people ask so much at once by opening their pages. */
const FIRST_INSIDE = 16
/** Requests that wait for a slow line or a provider burden nobody, so many more may be inside while the process is in time. */
const MOST_INSIDE = 512

/** Milliseconds. Each filing and each follow-up waits for this a few times on the way to its answer. */
const LATE = 15
const IN_TIME = 5
/** Nothing but the store keeps a reading for so many milliseconds, and more readings would only wait there. */
const STORE_IS_LATE = 250

/** Above both, visitors are refused too. It bounds the memory: nobody meets it before the answer takes seconds. */
const mostOfVisitors: Load = { underWay: 1_500, late: 1_500 }

/** An act that is inside for longer while the process is in time waits for a slow line, and keeps no place. */
const LINE_IS_SLOW = 500

const SECOND = 1_000
/** Milliseconds between two looks at how late the process is. */
const LOOKS_EVERY = 25
/** The last lateness counts as this part of the next one. */
const REMEMBERED = 0.5

interface Asking extends Waiting {
  readonly rank: Rank
  /** The unit whose cases are searched, or `null`. */
  readonly unit: string | null
  readonly admit: (work: Work) => void
  readonly refuse: (refusal: Refusal) => void
}

type Work = Pick<Asking, 'rank' | 'since' | 'unit'>

/** @param works that are inside, the first first */
function isStoreInTime(works: ReadonlySet<Work>, now: number): boolean {
  const longest = [...works].find(({ rank }) => rank === 'reading')
  return longest === undefined || now - longest.since < STORE_IS_LATE
}

const isOnSlowLine = ({ rank, since }: Work, now: number): boolean =>
  rank !== 'reading' && rank !== 'search' && now - since > LINE_IS_SLOW

const searchesOf = (works: ReadonlySet<Work>, unit: string): number =>
  [...works].filter((work) => work.unit === unit).length

function placesAfter(places: number, late: number, isAnybodyWaiting: boolean, isStoreInTime: boolean): number {
  if (late > LATE) return Math.max(FEWEST_INSIDE, Math.floor(places / 2))
  if (!isAnybodyWaiting) return Math.max(Math.min(places, FIRST_INSIDE), places - 1)
  return late < IN_TIME && isStoreInTime ? Math.min(MOST_INSIDE, places + FEWEST_INSIDE) : places
}

/** What stands before the work of a process. */
export interface Gate {
  readonly load: Load
  readonly people: People
  /** Counts a request until the returned function is called. */
  begin(): () => void
  /**
   * Resolves once staff's work is let in, and returns what is called when it is done. Nothing was taken when it is
   * refused, and the same request may be sent again.
   * @param whose tells those apart who ask
   * @param unit whose cases are searched
   */
  enter(rank: Rank, whose: string, unit?: string | null): Promise<() => void>
}

/**
 * Lets in as much of staff's work as leaves the process in time for visitors, who pass beside it. It finds out how much
 * that is: less after each look that finds the process late, more while it is in time and somebody waits. It looks only
 * while there is something to see, so that it costs an idle process nothing.
 */
export function createGate(
  wait: (milliseconds: number) => Promise<void> = pause,
  now: () => number = () => performance.now(),
): Gate {
  const lines = createLines<Rank, Asking>(patience)
  let underWay = 0
  const works = new Set<Work>()
  let places = FIRST_INSIDE
  let isLooking = false
  let [late, lately, lastLeftAt] = [0, 0, -Infinity]

  const refusal = () => busy(++lately)
  const mayEnter = ({ unit }: Asking) => unit === null || searchesOf(works, unit) < places * SHARE_OF_SEARCHES

  function letIn(): void {
    for (const one of lines.giveUp(now())) one.refuse(refusal())
    while (works.size < places) {
      const one = lines.next(mayEnter)
      if (!one) return
      const { rank, unit, admit } = one
      const work = { rank, since: now(), unit }
      lines.letIn(one)
      works.add(work)
      admit(work)
    }
  }

  function adapt(): void {
    const slow = late > LATE ? [] : [...works].filter((work) => isOnSlowLine(work, now()))
    for (const work of slow) works.delete(work)
    places = placesAfter(places, late, lines.next(mayEnter) !== undefined, isStoreInTime(works, now()))
  }

  async function look(): Promise<void> {
    isLooking = true
    while (underWay > FEWEST_INSIDE) {
      const began = now()
      await wait(LOOKS_EVERY)
      const passed = now() - began
      late = REMEMBERED * late + (1 - REMEMBERED) * Math.max(0, passed - LOOKS_EVERY)
      lately *= 1 - LOOKS_EVERY / SECOND
      lines.pass(passed)
      adapt()
      letIn()
    }
    lines.forget()
    late = 0
    lately = 0
    isLooking = false
  }

  return {
    get load() {
      return { underWay, late }
    },
    get people() {
      return { underWay, quietFor: underWay > 0 ? 0 : now() - lastLeftAt }
    },
    begin() {
      underWay++
      if (!isLooking && underWay > FEWEST_INSIDE) void look()
      return () => {
        underWay--
        lastLeftAt = now()
      }
    },
    async enter(rank, whose, unit = null) {
      if (!lines.mayJoin(rank, whose)) throw refusal()
      const work = await new Promise<Work>((admit, refuse) => {
        lines.join({ rank, whose, since: now(), unit, admit, refuse })
        letIn()
      })
      return () => {
        works.delete(work)
        letIn()
      }
    },
  }
}

/** Counts each request until its answer begins. An answer that goes on, such as a file or a line of alerts, counts no more. */
export const countUnderWay =
  (gate: Pick<Gate, 'begin'>): MiddlewareHandler<AppEnv> =>
  async (_, next) => {
    const end = gate.begin()
    try {
      await next()
    } finally {
      end()
    }
  }

/** The unit whose cases are searched for words by this address. */
const searchedIn = (url: string): string | null => /\/tenants\/([^/?]+)\/cases\?(?:.*&)?q=[^&]/.exec(url)?.[1] ?? null

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Seconds until a caller may try again: the longer, the more were refused in the last second, because all come again. */
const FIRST_RETRY = 2
const LAST_RETRY = 15
const REFUSED_FOR_A_SECOND_MORE = 50

const busy = (refusedLately: number) => {
  const more = Math.floor(refusedLately / REFUSED_FOR_A_SECOND_MORE)
  return new Refusal('unavailable', 'service/busy', { retryAfter: Math.min(LAST_RETRY, FIRST_RETRY + more) })
}

/** Has what staff and programs ask wait until there is room for it, so that filing and following go on. */
export const letStaffIn =
  (gate: Pick<Gate, 'enter'>, whoseIs: (c: Context<AppEnv>) => string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const isBackground = c.req.header('x-background') !== undefined
    const unit = isBackground ? null : searchedIn(c.req.url)
    const rank = isBackground ? 'background' : unit ? 'search' : reads.has(c.req.method) ? 'reading' : 'act'
    const leave = await gate.enter(rank, whoseIs(c), unit)
    try {
      await next()
    } finally {
      leave()
    }
  }

/** Refuses visitors only where their requests would fill the memory. */
export const refuseFlood =
  (gate: Pick<Gate, 'load'>): MiddlewareHandler<AppEnv> =>
  async (_, next) => {
    const { load } = gate
    if (load.underWay > mostOfVisitors.underWay && load.late > mostOfVisitors.late) throw busy(0)
    await next()
  }
