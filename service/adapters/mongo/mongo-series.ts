import { setTimeout } from 'node:timers/promises'
import type { Model } from 'mongoose'
import { StoreUnavailable, UniqueViolation } from '../../storage/collection.ts'
import type { Series } from '../../storage/read-series.ts'
import type { MongoDocument } from './mongo-documents.ts'
import { persist, withHint } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { fieldOf } from './mongo-query.ts'

/** Each lost try means that another process took a number, so this many in a row is no longer a race. */
const MOST_TRIES = 100
const LONGEST_PAUSE_MS = 50

/**
 * Takes the number after the highest by inserting it, and tries the next if another process was first: the unique
 * index decides, so that neither a race nor a crash leaves a gap.
 */
export async function claimNext<T>(
  documents: Model<MongoDocument>,
  index: string,
  series: Series,
  behind: number,
  insert: (number: number) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const number = Math.max(behind, await highestNumber(documents, index, series)) + 1
    try {
      return await insert(number)
    } catch (error) {
      // The named index may be another that holds the number too, such as the id; only the series shows who was
      // first.
      const wasTaken = error instanceof UniqueViolation && (await highestNumber(documents, index, series)) >= number
      if (!wasTaken) throw error
      if (tries === MOST_TRIES && error.index !== index) throw error
      if (tries === MOST_TRIES) throw new StoreUnavailable(`No number of "${index}" could be had.`, { cause: error })
    }
    await setTimeout(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** tries))
  }
}

async function highestNumber(
  documents: Model<MongoDocument>,
  index: string,
  { tenant, bound, numberKey }: Series,
): Promise<number> {
  const filter = {
    ...(tenant === null ? {} : { tenant }),
    ...Object.fromEntries(bound.map(([key, value]) => [fieldOf(key), { $eq: value }])),
    [fieldOf(numberKey)]: { $ne: null },
  }
  const question = () => documents.findOne(filter).sort({ [fieldOf(numberKey)]: -1 })
  const highest = await persist(() =>
    withHint(indexName(index), (hint) => (hint ? question().hint(hint) : question()).lean<MongoDocument>().exec()),
  )
  return Number(highest?.keys[numberKey] ?? 0)
}
