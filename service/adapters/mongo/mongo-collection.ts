import { setTimeout } from 'node:timers/promises'
import type { Model } from 'mongoose'
import {
  type Collection,
  type Draft,
  firstVersionOf,
  type Kept,
  StoreUnavailable,
  UniqueViolation,
} from '../../storage/collection.ts'
import { readSeries, rememberNothing, rememberReads, type Series } from '../../storage/queries.ts'
import { recentDocuments } from '../../storage/sealed-documents.ts'
import { indexName, type MongoDocument } from './mongo-documents.ts'
import { oneAfterAnother, persist, withHint } from './mongo-errors.ts'
import { type CountedDocuments, readsOf } from './mongo-reads.ts'
import { fieldOf } from './mongo-values.ts'
import { writesOf } from './mongo-writes.ts'
import type { SumKeeper } from './sum-keeping.ts'

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

export function mongoCollection<D extends Kept>(counted: CountedDocuments<D>, sums: SumKeeper): Collection<D> {
  const { spec, documents } = counted
  const recent = recentDocuments<D>()
  const asked = readsOf(counted, recent)
  const reads = spec.readOften ? rememberReads(asked, 'several') : rememberNothing(asked)
  const writes = writesOf(counted, recent, sums)
  const series = knownSeries(documents)
  // Writers of this process queue, so that they do not lose races against each other.
  const inTurn = oneAfterAnother()

  async function insert(draft: Draft<D>): Promise<D> {
    const document = firstVersionOf(draft)
    await reads.forgetWith(() => writes.insert(document))
    return document
  }

  return {
    writers: 'several',

    insert,

    async insertNext(index, where, build, behind = 0) {
      const claimed = readSeries(spec, index, where)
      const name = JSON.stringify([index, claimed.tenant, claimed.bound])
      return inTurn(name, () => series.claimNext(name, index, claimed, behind, (number) => insert(build(number))))
    },

    async replace(document) {
      const next = { ...document, version: document.version + 1 }
      return (await reads.forgetWith(() => writes.replace(next))) ? next : null
    },

    get: reads.get,
    several: reads.several,
    recall: async (tenant, id) => recent.last(tenant, id) ?? reads.get(tenant, id),
    find: reads.find,
    findAcrossTenants: (query) => reads.find(null, query),
    walk: reads.walk,
    rows: reads.rows,
    count: reads.count,
    countBy: reads.countBy,
    delete: (tenant, id) => reads.forgetWith(() => writes.delete(tenant, id)),
    deleteAcrossTenants: (index, range, limit) =>
      reads.forgetWith(() => writes.deleteAcrossTenants(index, range, limit)),
  }
}
