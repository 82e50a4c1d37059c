import type { Kept, Query } from '../../storage/collection.ts'
import type { Reads } from './mongo-reads.ts'

const SECOND = 1_000
/** Beyond so many answers all are forgotten. */
const MOST = 2_000

export interface RememberedReads<D extends Kept> extends Reads<D> {
  /** Runs a write, after which nothing is answered from before it. */
  forgetWith<T>(write: () => Promise<T>): Promise<T>
}

/** Answers `get` and `find` from what was asked within the last second, unless this process wrote since. */
export function rememberReads<D extends Kept>(reads: Reads<D>): RememberedReads<D> {
  const answers = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>()

  /** What is not there yet is asked for each time: it may begin in another process. */
  async function remember<T>(
    question: readonly unknown[],
    ask: () => Promise<T>,
    isThere: (found: T) => boolean,
  ): Promise<T> {
    const name = JSON.stringify(question)
    const known = answers.get(name)
    if (known && known.until > performance.now()) return known.answer as Promise<T>
    const answer = ask()
    const asked = { answer, until: performance.now() + SECOND }
    if (answers.size >= MOST) answers.clear()
    answers.set(name, asked)
    let isKept = false
    try {
      const found = await answer
      isKept = isThere(found)
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
