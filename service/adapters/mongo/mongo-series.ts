import { setTimeout } from 'node:timers/promises'
import type { Model } from 'mongoose'
import { StoreUnavailable, UniqueViolation } from '../../storage/collection.ts'
import type { Series } from '../../storage/queries.ts'
import type { MongoDocument } from './mongo-documents.ts'
import { persist, withHint } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { fieldOf } from './mongo-query.ts'

/** Each lost try means that another process took a number, so this many in a row is no longer a race. */
const MOST_TRIES = 100
const LONGEST_PAUSE_MS = 50

export interface KnownSeries {
  /**
   * Takes the number after the highest by inserting it, and tries the next if another process was first: the unique
   * index decides, so that neither a race nor a crash leaves a gap.
   * @param name identifies the series
   */
  claimNext<T>(
    name: string,
    index: string,
    series: Series,
    behind: number,
    insert: (number: number) => Promise<T>,
  ): Promise<T>
}

/**
 * Remembers the last number that this process took in each series, so that the next is tried without a question. A
 * majority had that number, so the next one leaves no gap.
 */
export function knownSeries(documents: Model<MongoDocument>): KnownSeries {
  const taken = new Map<string, number>()

  return {
    async claimNext(name, index, series, behind, insert) {
      const ask = () => highestNumber(documents, index, series)
      for (let tries = 1; ; tries++) {
        const number = Math.max(behind, taken.get(name) ?? (await ask())) + 1
        // What becomes of the insert is known only when it succeeds.
        taken.delete(name)
        try {
          const inserted = await insert(number)
          taken.set(name, number)
          return inserted
        } catch (error) {
          // The named index may be another that holds the number too, such as the id; only the series shows who was
          // first.
          const wasTaken = error instanceof UniqueViolation && (await ask()) >= number
          if (!wasTaken) throw error
          if (tries === MOST_TRIES && error.index !== index) throw error
          if (tries === MOST_TRIES)
            throw new StoreUnavailable(`No number of "${index}" could be had.`, { cause: error })
        }
        await setTimeout(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** tries))
      }
    },
  }
}

/** Only the key is read, from the index. */
async function highestNumber(
  documents: Model<MongoDocument>,
  index: string,
  { tenant, bound, numberKey }: Series,
): Promise<number> {
  const field = fieldOf(numberKey)
  const filter = {
    ...(tenant === null ? {} : { tenant }),
    ...Object.fromEntries(bound.map(([key, value]) => [fieldOf(key), { $eq: value }])),
    [field]: { $gt: 0 },
  }
  const question = () => documents.findOne(filter, { _id: 0, [field]: 1 }).sort({ [field]: -1 })
  const highest = await persist(() =>
    withHint(indexName(index), (hint) => (hint ? question().hint(hint) : question()).lean<MongoDocument>().exec()),
  )
  return Number(highest?.keys?.[numberKey] ?? 0)
}
