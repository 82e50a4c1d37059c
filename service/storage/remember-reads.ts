import { SECOND } from '../shared/instant.ts'
import type { Kept, Page, Query, Writers } from './collection.ts'

/** Beyond so many answers all are forgotten. */
const MOST = 2_000

interface Reads<D extends Kept> {
  get(tenant: string, id: string): Promise<D | null>
  /** It searches across tenants if `tenant` is `null`. */
  find(tenant: string | null, query: Query): Promise<Page<D>>
}

export type Remembering<R> = R & {
  /** Runs a write, after which nothing is answered from before it. */
  forgetWith<T>(write: () => Promise<T>): Promise<T>
}

/** Reads that are asked each time, beside others that are remembered. */
export const rememberNothing = <R>(reads: R): Remembering<R> => ({ ...reads, forgetWith: (write) => write() })

/**
 * Answers `get` and `find` from what was asked before, unless this process wrote since.
 * @param writers who writes: where others do too, an answer holds for a second, and what is not there yet is asked for
 * each time, because it may begin elsewhere
 */
export function rememberReads<D extends Kept, R extends Reads<D>>(reads: R, writers: Writers): Remembering<R> {
  const isAlone = writers === 'this process'
  const answers = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>()

  async function remember<T>(
    question: readonly unknown[],
    ask: () => Promise<T>,
    isThere: (found: T) => boolean,
  ): Promise<T> {
    const name = JSON.stringify(question)
    const known = answers.get(name)
    if (known && known.until > performance.now()) return known.answer as Promise<T>
    const answer = ask()
    const asked = { answer, until: isAlone ? Infinity : performance.now() + SECOND }
    if (answers.size >= MOST) answers.clear()
    answers.set(name, asked)
    let isKept = false
    try {
      const found = await answer
      isKept = isAlone || isThere(found)
      return found
    } finally {
      if (!isKept && answers.get(name) === asked) answers.delete(name)
    }
  }

  return {
    ...reads,
    get: (tenant, id) =>
      remember(
        [tenant, id],
        () => reads.get(tenant, id),
        (found) => found !== null,
      ),
    find: (tenant: string | null, query: Query) =>
      remember(
        [tenant, query],
        () => reads.find(tenant, query),
        ({ items }) => items.length > 0,
      ),
    async forgetWith(write) {
      answers.clear()
      try {
        return await write()
      } finally {
        answers.clear()
      }
    },
  }
}
