import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { mintTenantId } from '../../../service/storage/place.ts'
import { aLetter, emptyLetters, health, idsOf } from './letters.ts'

const hostile = [
  '',
  ' ',
  "'; DROP TABLE letters; --",
  '"quoted"',
  '%_*?',
  '$where',
  '{"$gt":""}',
  'a.b.$[]',
  '__proto__',
  'constructor',
  'null',
  '0',
  '\0',
  'a\0b',
  'a\0',
  'a',
  'a\u0001',
  'a\u0001\u0001b',
  'A',
  '\u202egnitrevni',
  'é',
  'e\u0301',
  '😀',
  '\uffff',
  'x'.repeat(5_000),
  '../../etc/passwd',
  'AND OR NOT NEAR(',
]

export function hostileText(store: () => Store): void {
  describe('hostile text', () => {
    it('is an id like any other, and none is mistaken for another', async () => {
      const letters = await emptyLetters(store())
      await Promise.all(hostile.map((id) => letters.insert(aLetter({ id, body: `of ${id}` }))))

      for (const id of hostile) expect(await letters.get(health, id)).toMatchObject({ id, body: `of ${id}` })
      expect(await letters.get(health, 'b')).toBeNull()
    })

    it('is a tenant like any other', async () => {
      const letters = await emptyLetters(store())
      await Promise.all(hostile.map((tenant) => letters.insert(aLetter({ tenant: mintTenantId(tenant), id: 'same' }))))

      for (const tenant of hostile) {
        expect(await letters.get(tenant, 'same')).toMatchObject({ tenant })
        const { items } = await letters.find(tenant, { index: 'received', limit: 10 })
        expect(items.map((found) => found.tenant)).toEqual([tenant])
      }
    })

    it('is a unique key like any other, and comes in the order of its code points', async () => {
      const letters = await emptyLetters(store())
      await Promise.all(hostile.map((filingKey, at) => letters.insert(aLetter({ id: `${at}`, filingKey }))))

      for (const [at, filingKey] of hostile.entries()) {
        const found = await letters.find(health, { index: 'filingKey', where: { filingKey }, limit: 2 })
        expect(idsOf(found)).toEqual([`${at}`])
      }
      const { items } = await letters.find(health, { index: 'filingKey', limit: 100 })
      const inOrder = [...hostile].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
      expect(items.map(({ filingKey }) => filingKey)).toEqual(inOrder)
    })

    it('is counted, read from an index and paged like any other', async () => {
      const letters = await emptyLetters(store())
      await Promise.all(hostile.map((text, at) => letters.insert(aLetter({ id: `${at}`, status: text }))))

      const counts = await letters.countBy(health, 'status')
      expect(Object.keys(counts).sort()).toEqual([...hostile].sort())
      for (const [at, text] of hostile.entries()) {
        const { items } = await letters.rows(health, { index: 'status', where: { status: text }, limit: 10 })
        expect(items.map(({ id, values }) => [id, values[0]])).toEqual([[`${at}`, text]])
      }
      const query = { index: 'status', where: { status: hostile }, limit: 1 }
      const first = await letters.find(health, query)
      const second = await letters.find(health, { ...query, after: first.nextCursor ?? '' })
      expect(idsOf(second)).not.toEqual(idsOf(first))
    })

    it('comes back unchanged from inside a document, as names of properties too', async () => {
      const letters = await emptyLetters(store())
      const body: unknown = JSON.parse(JSON.stringify(hostile.map((text) => ({ [text || 'empty']: text, text }))))
      const { tenant, id } = await letters.insert(aLetter({ body }))

      expect(JSON.stringify((await letters.get(tenant, id))?.body)).toBe(JSON.stringify(body))
    })
  })
}
