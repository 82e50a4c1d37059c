import { type Collection, type Draft, firstVersionOf, type Kept } from '../../storage/collection.ts'
import { readSeries, rememberNothing, rememberReads } from '../../storage/queries.ts'
import { recentDocuments } from '../../storage/sealed-documents.ts'
import type { SumKeeper } from './keep-sums.ts'
import type { CountedDocuments } from './mongo-counts.ts'
import { readsOf } from './mongo-reads.ts'
import { knownSeries } from './mongo-series.ts'
import { writesOf } from './mongo-writes.ts'
import { oneAfterAnother } from './one-after-another.ts'

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
