/** Somebody who waits in a line. */
export interface Waiting {
  /** Tells those apart who ask. */
  readonly whose: string
  /** Milliseconds. */
  readonly since: number
}

/** How a line went lately. What is longer ago counts less. */
export interface Course {
  /** Milliseconds in which somebody waited in it. */
  readonly stood: number
  /** How many were let in meanwhile. */
  readonly moved: number
}

export const untouched: Course = { stood: 0, moved: 0 }

/** A line that stood no longer is a burst, such as ten officers who open their pages at eight, and is soon over. */
const BURST = 1_000

/** A request is to be let in within this part of the time that it would wait at most, because others may come before it. */
const HOPED = 0.5

/** After so many milliseconds a course counts half. */
const HALF_FORGOTTEN_AFTER = 1_700

/**
 * Decides whether a request that comes may wait. It is refused at once where the line, as it went lately, would not
 * bring it in in time: it would wait in vain, and only then be refused.
 * @param ahead how many wait already
 * @param patience milliseconds after which a request that waits is refused
 */
export const mayJoin = (ahead: number, { stood, moved }: Course, patience: number): boolean =>
  stood <= BURST || ahead * stood <= moved * patience * HOPED

/** The course of a line after so many milliseconds more. */
export function courseAfter(milliseconds: number, { stood, moved }: Course, isAnybodyWaiting: boolean): Course {
  const kept = 0.5 ** (milliseconds / HALF_FORGOTTEN_AFTER)
  return { stood: (stood + (isAnybodyWaiting ? milliseconds : 0)) * kept, moved: moved * kept }
}

/** A line has so many places. More would only wait until they are refused. */
const MOST_WAITING = 100

/** One person or program has so many of them, so that nobody fills the line of the others. */
const MOST_OF_ONE = 25

const isFull = (line: readonly Waiting[], whose: string): boolean =>
  line.length >= MOST_WAITING || line.filter((one) => one.whose === whose).length >= MOST_OF_ONE

export interface Line<One extends Waiting> {
  hasAny(mayEnter: (one: One) => boolean): boolean
  mayJoin(whose: string): boolean
  join(one: One): void
  /** The first who may enter leaves the line for what they wait for. */
  letIn(mayEnter: (one: One) => boolean): One | undefined
  /** The first leaves the line if they have waited too long. */
  giveUp(now: number): One | undefined
  /** So many milliseconds have passed. */
  pass(milliseconds: number): void
  /** Nobody is there any more. */
  forget(): void
}

/** @param patience milliseconds for which somebody waits in it at most */
export function createLine<One extends Waiting>(patience: number): Line<One> {
  const waiting: One[] = []
  let course = untouched
  return {
    hasAny: (mayEnter) => waiting.some(mayEnter),
    mayJoin: (whose) => !isFull(waiting, whose) && mayJoin(waiting.length, course, patience),
    join: (one) => void waiting.push(one),
    letIn(mayEnter) {
      const at = waiting.findIndex(mayEnter)
      if (at < 0) return undefined
      course = { ...course, moved: course.moved + 1 }
      return waiting.splice(at, 1)[0]
    },
    giveUp: (now) => (waiting[0] && now - waiting[0].since > patience ? waiting.shift() : undefined),
    pass(milliseconds) {
      course = courseAfter(milliseconds, course, waiting.length > 0)
    },
    forget() {
      course = untouched
    },
  }
}
