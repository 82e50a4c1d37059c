import { keysOf, recordOf } from '../shared/records.ts'

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

/** One of so many places goes to whom waits longest, so that no line stands still while others move. */
const FOR_THE_LONGEST = 4

/**
 * Decides who is let in next: at most places the first of the foremost line, at every fourth who waits longest of all.
 * @param firsts the first of each line who may enter, the foremost line first
 * @param place how many were let in before
 */
export function chooseNext<One extends Waiting>(firsts: readonly (One | undefined)[], place: number): One | undefined {
  const waiting = firsts.filter((one) => one !== undefined)
  const isForTheLongest = place % FOR_THE_LONGEST === FOR_THE_LONGEST - 1
  return (isForTheLongest ? waiting.toSorted((one, other) => one.since - other.since) : waiting)[0]
}

/** A line has so many places. More would only wait until they are refused. */
const MOST_WAITING = 100

/** One person or program has so many of them, so that nobody fills the line of the others. */
const MOST_OF_ONE = 25

const isFull = (line: readonly Waiting[], whose: string): boolean =>
  line.length >= MOST_WAITING || line.filter((one) => one.whose === whose).length >= MOST_OF_ONE

interface Line<One extends Waiting> {
  first(mayEnter: (one: One) => boolean): One | undefined
  mayJoin(whose: string): boolean
  join(one: One): void
  /** Somebody leaves the line for what they wait for. */
  letIn(one: One): void
  giveUp(now: number): readonly One[]
  /** So many milliseconds have passed. */
  pass(milliseconds: number): void
  /** Nobody is there any more. */
  forget(): void
}

function createLine<One extends Waiting>(patience: number): Line<One> {
  const waiting: One[] = []
  let course = untouched
  return {
    first: (mayEnter) => waiting.find(mayEnter),
    mayJoin: (whose) => !isFull(waiting, whose) && mayJoin(waiting.length, course, patience),
    join: (one) => void waiting.push(one),
    letIn(one) {
      course = { ...course, moved: course.moved + 1 }
      waiting.splice(waiting.indexOf(one), 1)
    },
    giveUp(now) {
      const staying = waiting.findIndex(({ since }) => now - since <= patience)
      return waiting.splice(0, staying < 0 ? waiting.length : staying)
    },
    pass(milliseconds) {
      course = courseAfter(milliseconds, course, waiting.length > 0)
    },
    forget() {
      course = untouched
    },
  }
}

/** Lines before one door, the foremost first. */
export interface Lines<Rank extends string, One extends Waiting & { readonly rank: Rank }> {
  next(mayEnter: (one: One) => boolean): One | undefined
  mayJoin(rank: Rank, whose: string): boolean
  join(one: One): void
  /** Somebody leaves their line for what they wait for. */
  letIn(one: One): void
  /** All who have waited too long leave. */
  giveUp(now: number): readonly One[]
  /** So many milliseconds have passed. */
  pass(milliseconds: number): void
  /** Nobody is there any more. */
  forget(): void
}

/** @param patience milliseconds for which somebody waits in each line at most, the foremost line first */
export function createLines<Rank extends string, One extends Waiting & { readonly rank: Rank }>(
  patience: Readonly<Record<Rank, number>>,
): Lines<Rank, One> {
  const ranks = keysOf(patience)
  const lines = recordOf(ranks, (rank) => createLine<One>(patience[rank]))
  const all = ranks.map((rank) => lines[rank])
  let letInBefore = 0
  return {
    next: (mayEnter) =>
      chooseNext(
        all.map((line) => line.first(mayEnter)),
        letInBefore,
      ),
    mayJoin: (rank, whose) => lines[rank].mayJoin(whose),
    join: (one) => lines[one.rank].join(one),
    letIn(one) {
      letInBefore++
      lines[one.rank].letIn(one)
    },
    giveUp: (now) => all.flatMap((line) => line.giveUp(now)),
    pass(milliseconds) {
      for (const line of all) line.pass(milliseconds)
    },
    forget() {
      for (const line of all) line.forget()
    },
  }
}
