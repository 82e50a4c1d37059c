import { expect, it } from 'vitest'
import { wantedIndexes } from '../../service/adapters/mongo/mongo-documents.ts'
import { indexStatements } from '../../service/adapters/sqlite/sqlite-engine.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import { ofUnits } from '../../service/running/unit-collections.ts'
import type { CollectionSpec, Kept, Store } from '../../service/storage/collection.ts'

/** MongoDB refuses more than 64; each one costs every write that touches its keys. */
const MOST_INDEXES = 40

/** Both stores also have one over the name of the document. */
const BY_NAME = 1

it('no collection has more than 40 indexes on either store, and that of the cases has them', async () => {
  const specs: CollectionSpec<Kept>[] = []
  const store = { collection: async (spec: CollectionSpec<Kept>) => void specs.push(spec) } as unknown as Store
  for (const one of ofUnits) await one.open(store)
  expect(specs.map(({ name }) => name)).toContain(complaintSpec.name)
  for (const spec of specs) {
    expect(wantedIndexes(spec).length + BY_NAME, spec.name).toBeLessThanOrEqual(MOST_INDEXES)
    expect(indexStatements(spec).size + BY_NAME, spec.name).toBeLessThanOrEqual(MOST_INDEXES)
  }
})

it('no two indexes of a store have one name, and none of MongoDB is the beginning of another', () => {
  const wanted = wantedIndexes(complaintSpec)
  expect(new Set(wanted.map(({ name }) => name)).size).toBe(wanted.length)
  const places = wanted.map(({ name, key }) => ({ name, fields: Object.keys(key).join(' ') }))
  const needless = places.filter(({ name, fields }) =>
    places.some((other) => other.name !== name && `${other.fields} `.startsWith(`${fields} `)),
  )
  expect(needless).toEqual([])
})
