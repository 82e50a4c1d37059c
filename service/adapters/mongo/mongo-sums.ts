import type { Collection as Documents, Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { COUNTING, countedIn, type MongoDocument } from './mongo-documents.ts'
import { type CountingMark, duplicateKeyOf, persist } from './mongo-errors.ts'
import {
  addTo,
  type CountedValues,
  type Sum,
  sumPlace,
  touchedBy,
  type Uncounted,
  withoutKnown,
} from './mongo-values.ts'

/** A sum as it lies beside the documents that it counts. */
type LyingSum = Sum & { readonly counting: 'sum' }

export const sumsIn = (documents: Model<MongoDocument>): Documents<LyingSum> =>
  documents.db.collection<LyingSum>(documents.collection.collectionName)

/** So many documents are counted in one round. */
const MOST = 500

type OpenDocument = Pick<MongoDocument, '_id' | 'tenant' | 'id' | 'version' | 'write' | 'keys' | 'counted' | 'left'>

export function uncountedOf<D extends Kept>(
  spec: CollectionSpec<D>,
  { id, version, keys, counted, left }: Pick<MongoDocument, 'id' | 'version' | 'keys' | 'counted' | 'left'>,
): Uncounted {
  const isGone = version === 0
  const last = countedIn(spec, isGone ? left : keys)
  const history = isGone ? [...(counted ?? []), last] : (counted ?? [last])
  return { id, history, values: isGone ? {} : last }
}

export interface Round {
  readonly counted: number
  /** Whether documents are left, or another process was first. */
  readonly isMore: boolean
  /** The sums that they belong to, which the next round reads first. */
  readonly sums: ReadonlyMap<string, Sum>
}

/**
 * Takes documents of a tenant into the sums. Each sum is changed in one write, which also notes as what it counts each
 * document, and only if nobody changed it since it was read; documents are marked after that. So a round that ends
 * anywhere is taken up by the next, and what it did is known.
 * @param known sums are read before the documents: what changes meanwhile has changed the sum too
 */
export async function countOpen<D extends Kept>(
  spec: CollectionSpec<D>,
  documents: Model<MongoDocument>,
  mark: CountingMark,
  tenant: string,
  known: ReadonlyMap<string, Sum>,
): Promise<Round> {
  const sums = await readSums(documents, known)
  const open = await openDocuments(spec, documents, mark.value, tenant)
  const waiting = open.map((one) => ({ one, counts: uncountedOf(spec, one) }))
  const wanted = new Map<string, Sum>()
  for (const { counts } of waiting) {
    for (const [key, month] of touchedBy(counts)) {
      const place = sumPlace(tenant, mark.value, key, month)
      wanted.set(place._id, sums.get(place._id) ?? { ...place, rev: 0, counts: {}, applied: {} })
    }
  }
  const isGone = [...known.values()].some(({ _id, rev }) => rev > 0 && !sums.has(_id))
  if (isGone || [...wanted.keys()].some((name) => !known.has(name))) {
    // A sum that is not there may belong to a count that another process has ended.
    const isOver = await mark.refresh()
    return { counted: 0, isMore: true, sums: isOver || isGone ? new Map() : wanted }
  }

  const all = waiting.map(({ counts }) => counts)
  const now = Date.now()
  const changed = [...wanted.values()].flatMap((sum) => {
    const after = addTo(sum, all, now)
    return after ? [{ before: sum, after: open.length < MOST ? withoutKnown(after, all, now) : after }] : []
  })
  if (!(await writeSums(documents, changed))) return { counted: 0, isMore: true, sums: wanted }
  await markCounted(documents, tenant, open)
  for (const { after } of changed) wanted.set(after._id, after)
  return { counted: open.length, isMore: open.length === MOST, sums: wanted.size > 0 ? wanted : known }
}

async function readSums(documents: Model<MongoDocument>, known: ReadonlyMap<string, Sum>) {
  if (known.size === 0) return new Map<string, Sum>()
  const _id = { $in: [...known.keys()] }
  const tenant = [...known.values()][0]?.tenant ?? ''
  const found = await persist(() =>
    sumsIn(documents)
      .find({ _id, tenant })
      .batchSize(known.size + 1)
      .toArray(),
  )
  return new Map(found.map((sum): [string, Sum] => [sum._id, sum]))
}

function openDocuments<D extends Kept>(
  spec: CollectionSpec<D>,
  documents: Model<MongoDocument>,
  shape: string,
  tenant: string,
): Promise<OpenDocument[]> {
  const keys = (spec.counted ?? []).flatMap((key) => [[`keys.${key}`, 1] as const, [`left.${key}`, 1] as const])
  const fields = { tenant: 1, id: 1, version: 1, write: 1, counted: 1, ...Object.fromEntries(keys) }
  const question = () =>
    documents
      .find({ counting: 'open', tenant, shape }, fields)
      .limit(MOST)
      .batchSize(MOST + 1)
      .hint(COUNTING)
  return persist(() => question().lean<OpenDocument[]>().exec())
}

interface ChangedSum {
  readonly before: Sum
  readonly after: Sum
}

/** @returns whether all of them were as they were read */
async function writeSums(documents: Model<MongoDocument>, changed: readonly ChangedSum[]): Promise<boolean> {
  if (changed.length === 0) return true
  const writes = changed.map(({ before, after }) => {
    const { _id, tenant } = after
    if (before.rev === 0) return { insertOne: { document: { ...after, counting: 'sum' as const } } }
    return { updateOne: { filter: { _id, tenant, rev: before.rev }, update: changesOfSum(before, after) } }
  })
  try {
    const { matchedCount, insertedCount } = await persist(() => sumsIn(documents).bulkWrite(writes, { ordered: false }))
    return matchedCount + insertedCount === changed.length
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error
    return false
  }
}

function changesOfSum({ counts: before }: Sum, { rev, counts, applied }: Sum) {
  const set: Record<string, unknown> = { rev, applied }
  const unset: Record<string, 1> = {}
  for (const [name, documents] of Object.entries(counts)) {
    if (before[name] === documents) continue
    if (documents === 0) unset[`counts.${name}`] = 1
    else set[`counts.${name}`] = documents
  }
  return { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) }
}

/** What was written meanwhile bears the mark of another write, and stays to be counted. */
async function markCounted(documents: Model<MongoDocument>, tenant: string, counted: readonly OpenDocument[]) {
  const asRead = (some: readonly OpenDocument[]) => ({
    _id: { $in: some.map(({ _id }) => _id) },
    tenant,
    write: { $in: some.map(({ write }) => write) },
  })
  const there = counted.filter(({ version }) => version > 0)
  const gone = counted.filter(({ version }) => version === 0)
  const known = { $unset: { counting: 1, counted: 1 } } as const
  if (there.length > 0) await persist(() => documents.updateMany(asRead(there), known).exec())
  if (gone.length > 0) await persist(() => documents.deleteMany(asRead(gone)).exec())
}

/** What a write is to keep of the values before it, so that the sums can follow. */
export function changeOfCounts<D extends Kept>(
  spec: CollectionSpec<D>,
  before: CountedValues,
  keys: MongoDocument['keys'],
): { readonly $set: Pick<MongoDocument, 'counting'>; readonly $push: { readonly counted: CountedValues } } | null {
  const after = countedIn(spec, keys)
  const isSame = (spec.counted ?? []).every((key) => before[key] === after[key])
  return isSame ? null : { $set: { counting: 'open' }, $push: { counted: before } }
}
