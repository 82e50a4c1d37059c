import type { Model } from 'mongoose'
import {
  type Collection,
  type CollectionSpec,
  type Draft,
  firstVersionOf,
  type Kept,
} from '../../storage/collection.ts'
import { readSeries } from '../../storage/read-series.ts'
import type { MongoDocument } from './mongo-documents.ts'
import { readsOf } from './mongo-reads.ts'
import { knownSeries } from './mongo-series.ts'
import { writesOf } from './mongo-writes.ts'
import { oneAfterAnother } from './one-after-another.ts'
import { recentDocuments } from './recent-documents.ts'
import { rememberReads } from './remember-reads.ts'

export function mongoCollection<D extends Kept>(
  spec: CollectionSpec<D>,
  documents: Model<MongoDocument>,
): Collection<D> {
  const recent = recentDocuments<D>()
  const reads = spec.readOften
    ? rememberReads(readsOf(spec, documents, recent))
    : { ...readsOf(spec, documents, recent), forgetWith: <T>(write: () => Promise<T>) => write() }
  const writes = writesOf(spec, documents, recent)
  const series = knownSeries(documents)
  // Writers of this process queue, so that they do not lose races against each other.
  const inTurn = oneAfterAnother()

  async function insert(draft: Draft<D>): Promise<D> {
    const document = firstVersionOf(draft)
    await reads.forgetWith(() => writes.insert(document))
    return document
  }

  return {
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
