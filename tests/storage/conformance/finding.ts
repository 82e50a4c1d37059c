import { beforeAll, describe, expect, it } from 'vitest'
import type { Collection, Range, Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, idsOf, type Letter, permits } from './letters.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T03:00:00.000Z`

export function finding(store: () => Store): void {
  describe('finding by an index', () => {
    let letters: Collection<Letter>

    beforeAll(async () => {
      letters = await emptyLetters(store())
      const drafts = [
        aLetter({ id: 'a', status: 'received', receivedAt: at(1), dueAt: 30, token: 'token-a' }),
        aLetter({ id: 'b', status: 'answered', receivedAt: at(2), dueAt: 20, filingKey: 'key-b' }),
        aLetter({ id: 'c', status: 'received', receivedAt: at(3), dueAt: 10, category: 'bribe' }),
        aLetter({ id: 'd', status: 'closed', receivedAt: at(4), dueAt: null, category: null }),
        aLetter({ id: 'e', status: 'received', receivedAt: at(5), dueAt: 5.5, category: null }),
        aLetter({ id: 'f', status: 'received', receivedAt: null, dueAt: -1 }),
        aLetter({ id: 'g', status: 'received', receivedAt: at(3), dueAt: 20, tenant: permits }),
      ]
      for (const draft of drafts) await letters.insert(draft)
    })

    it('lists what has the asked value, oldest first', async () => {
      const page = await letters.find(health, { index: 'status', where: { status: 'received' }, limit: 10 })
      expect(idsOf(page)).toEqual(['a', 'c', 'e'])
      expect(page.nextCursor).toBeNull()
    })

    it('lists newest first when asked to', async () => {
      const query = { index: 'received', order: 'descending', limit: 10 } as const
      expect(idsOf(await letters.find(health, query))).toEqual(['e', 'd', 'c', 'b', 'a'])
    })

    it('returns whole documents', async () => {
      const { items } = await letters.find(health, { index: 'filingKey', where: { filingKey: 'key-b' }, limit: 1 })
      expect(items).toEqual([await letters.get(health, 'b')])
    })

    it('finds by a unique key of the office and across offices', async () => {
      const ofPermits = { index: 'filingKey', where: { filingKey: 'key-b' }, limit: 1 }
      expect(idsOf(await letters.find(permits, ofPermits))).toEqual([])
      const byToken = { index: 'token', where: { token: 'token-a' }, limit: 1 }
      expect(idsOf(await letters.findAcrossTenants(byToken))).toEqual(['a'])
    })

    it('merges a few values in one order', async () => {
      const query = { index: 'status', where: { status: ['closed', 'received', 'answered', 'received'] }, limit: 10 }
      expect(idsOf(await letters.find(health, query))).toEqual(['a', 'b', 'c', 'd', 'e'])
      expect(idsOf(await letters.find(health, { ...query, order: 'descending', limit: 2 }))).toEqual(['e', 'd'])
    })

    it('narrows by ranges of further keys, which leave out null', async () => {
      const found = async (dueAt: Range) =>
        idsOf(await letters.find(health, { index: 'received', also: { dueAt }, limit: 9 }))
      expect(await found({})).toEqual(['a', 'b', 'c', 'e'])
      expect(await found({ to: 20 })).toEqual(['b', 'c', 'e'])
      expect(await found({ from: 10, to: 20 })).toEqual(['b', 'c'])
      const both = { index: 'received', also: { status: 'received', dueAt: { to: 20 } } }
      expect(idsOf(await letters.find(health, { ...both, limit: 9 }))).toEqual(['c', 'e'])
      expect(await letters.count(health, both)).toBe(2)
      expect(idsOf(await letters.rows(health, { ...both, limit: 9 }))).toEqual(['c', 'e'])
    })

    it('narrows so across offices and from page to page', async () => {
      const query = { index: 'due', range: { to: 20 }, also: { receivedAt: { to: at(3) } }, limit: 2 }
      const first = await letters.findAcrossTenants(query)
      const second = await letters.findAcrossTenants({ ...query, after: first.nextCursor! })
      expect([idsOf(first), idsOf(second), second.nextCursor]).toEqual([['c', 'b'], ['g'], null])
    })

    it('finds nothing among no values', async () => {
      expect(await letters.find(health, { index: 'status', where: { status: [] }, limit: 10 })).toEqual({
        items: [],
        nextCursor: null,
      })
    })

    it('combines several keys, each with one value or a few', async () => {
      const query = {
        index: 'categoryStatus',
        where: { category: ['service', 'bribe'], status: ['received', 'answered'] },
        limit: 10,
      }
      expect(idsOf(await letters.find(health, query))).toEqual(['a', 'b', 'c'])
    })

    it('leaves documents out of an index in which one of its keys is null', async () => {
      const received = { index: 'categoryStatus', where: { category: ['service', 'bribe'] }, limit: 10 }
      expect(idsOf(await letters.find(health, received))).not.toContain('e')
    })

    it('includes both ends of a range', async () => {
      const between = (from?: string, to?: string) =>
        letters.find(health, {
          index: 'status',
          where: { status: ['received', 'closed', 'answered'] },
          range: { ...(from && { from }), ...(to && { to }) },
          limit: 10,
        })
      expect(idsOf(await between(at(2), at(4)))).toEqual(['b', 'c', 'd'])
      expect(idsOf(await between(at(4)))).toEqual(['d', 'e'])
      expect(idsOf(await between(undefined, at(1)))).toEqual(['a'])
      expect(idsOf(await between(at(5), at(1)))).toEqual([])
    })

    it('leaves out documents whose ordering key is null', async () => {
      const inOrder = await letters.findAcrossTenants({ index: 'due', limit: 10 })
      expect(idsOf(inOrder)).toEqual(['f', 'e', 'c', 'b', 'g', 'a'])
    })

    it('orders numbers as numbers, across offices too', async () => {
      const due = await letters.findAcrossTenants({ index: 'due', range: { from: 0, to: 20 }, limit: 10 })
      expect(idsOf(due)).toEqual(['e', 'c', 'b', 'g'])
      const received = { index: 'statusDue', where: { status: 'received' }, range: { to: 10 }, limit: 10 }
      expect(idsOf(await letters.findAcrossTenants({ ...received, order: 'descending' }))).toEqual(['c', 'e', 'f'])
    })

    it('narrows further by other keys', async () => {
      const query = { index: 'received', also: { status: 'received' }, limit: 10 } as const
      expect(idsOf(await letters.find(health, query))).toEqual(['a', 'c', 'e'])
      expect(idsOf(await letters.find(health, { ...query, also: { category: [null, 'bribe'] } }))).toEqual([
        'c',
        'd',
        'e',
      ])
      expect(idsOf(await letters.find(health, { ...query, also: { status: [] } }))).toEqual([])
    })

    it('follows a document to its new keys', async () => {
      const moving = await letters.insert(aLetter({ id: 'moving', status: 'moved-from', tenant: permits }))
      await letters.replace({ ...moving, status: 'moved-to' })

      const found = async (status: string) =>
        idsOf(await letters.find(permits, { index: 'status', where: { status }, limit: 10 }))
      expect(await found('moved-from')).toEqual([])
      expect(await found('moved-to')).toEqual(['moving'])
    })

    it('refuses a question that no declared index answers', async () => {
      await expect(letters.find(health, { index: 'nothing', limit: 1 })).rejects.toThrow(TypeError)
      await expect(letters.find(health, { index: 'status', where: { dueAt: 1 }, limit: 1 })).rejects.toThrow(TypeError)
      await expect(letters.find(health, { index: 'due', limit: 1 })).rejects.toThrow(TypeError)
      await expect(letters.findAcrossTenants({ index: 'status', limit: 1 })).rejects.toThrow(TypeError)
      await expect(letters.find(health, { index: 'received', limit: 0 })).rejects.toThrow(TypeError)
    })
  })
}
