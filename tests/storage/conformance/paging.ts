import { beforeAll, describe, expect, it } from 'vitest'
import type { Collection, Query, Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, idsOf, idsOfAllPages, type Letter, permits } from './letters.ts'

const statuses = ['received', 'answered', 'closed']

export function paging(store: () => Store): void {
  describe('pages', () => {
    let letters: Collection<Letter>

    /** Sixty letters that share ten times of receipt, so that pages end among equals. */
    beforeAll(async () => {
      letters = await emptyLetters(store())
      const drafts = Array.from({ length: 60 }, (_, n) =>
        aLetter({
          id: `id-${(n * 37) % 60}`,
          tenant: n % 6 === 5 ? permits : health,
          status: statuses[n % 3] ?? 'received',
          receivedAt: `2026-11-${10 + (n % 10)}`,
          dueAt: n % 4 === 0 ? null : (n % 7) - 3,
        }),
      )
      await Promise.all(drafts.map((draft) => letters.insert(draft)))
    })

    const questions: readonly (readonly [string, Omit<Query, 'limit'>])[] = [
      ['oldest first', { index: 'received' }],
      ['newest first', { index: 'received', order: 'descending' }],
      ['of one value', { index: 'status', where: { status: 'answered' } }],
      ['of a few values', { index: 'status', where: { status: statuses } }],
      ['of a few values, newest first', { index: 'status', where: { status: statuses }, order: 'descending' }],
      ['in a range', { index: 'status', where: { status: statuses }, range: { from: '2026-11-12', to: '2026-11-17' } }],
      [
        'in a range, newest first',
        { index: 'received', range: { from: '2026-11-12', to: '2026-11-17' }, order: 'descending' },
      ],
      [
        'with every key bound',
        { index: 'status', where: { status: 'closed', receivedAt: ['2026-11-12', '2026-11-18'] } },
      ],
      ['with a unique index', { index: 'series' }],
      ['narrowed further', { index: 'received', also: { status: ['answered', 'closed'] }, order: 'descending' }],
    ]

    it.each(questions)('neither lose nor repeat a document: %s', async (_, question) => {
      const whole = idsOf(await letters.find(health, { ...question, limit: 100 }))
      expect(whole.length).toBeGreaterThan(3)
      expect(new Set(whole).size).toBe(whole.length)

      for (const limit of [1, 3, 7, whole.length]) {
        expect(await idsOfAllPages((after) => letters.find(health, { ...question, ...after, limit }))).toEqual(whole)
      }
    })

    it.each([
      ['by number', { index: 'due' }],
      ['by number, highest first', { index: 'due', order: 'descending' }],
      ['of a few values', { index: 'statusDue', where: { status: statuses }, range: { from: -2, to: 2 } }],
    ] satisfies [string, Omit<Query, 'limit'>][])(
      'neither lose nor repeat a document across offices: %s',
      async (_, question) => {
        const whole = idsOf(await letters.findAcrossTenants({ ...question, limit: 100 }))
        expect(whole.length).toBeGreaterThan(20)
        for (const limit of [1, 4, whole.length]) {
          const pages = await idsOfAllPages((after) => letters.findAcrossTenants({ ...question, ...after, limit }))
          expect(pages).toEqual(whole)
        }
      },
    )

    it.each(questions)('give the same rows of the index: %s', async (_, question) => {
      const whole = idsOf(await letters.find(health, { ...question, limit: 100 }))
      for (const limit of [1, 3, 7, whole.length]) {
        expect(await idsOfAllPages((after) => letters.rows(health, { ...question, ...after, limit }))).toEqual(whole)
      }
    })

    it('say that there is more only when there is', async () => {
      const all = { index: 'status', where: { status: 'answered' } }
      const { length } = idsOf(await letters.find(health, { ...all, limit: 100 }))
      expect((await letters.find(health, { ...all, limit: length })).nextCursor).toBeNull()
      expect((await letters.find(health, { ...all, limit: length - 1 })).nextCursor).not.toBeNull()
    })

    it('go on after the place where a document stood that is gone by now', async () => {
      const own = await emptyLetters(store())
      for (const id of ['1', '2', '3', '4']) await own.insert(aLetter({ id, receivedAt: `2026-11-0${id}` }))
      const { nextCursor } = await own.find(health, { index: 'received', limit: 2 })
      await own.delete(health, '2')

      const rest = await own.find(health, { index: 'received', limit: 2, after: nextCursor ?? '' })
      expect(idsOf(rest)).toEqual(['3', '4'])
    })

    it('refuse a cursor that is not theirs', async () => {
      const { nextCursor } = await letters.find(health, { index: 'received', limit: 1 })
      const foreign = nextCursor ?? ''
      const strange = [
        '',
        'x',
        '%%%',
        'bnVsbA',
        btoa('{"a":1}'),
        btoa('["received",1,2,3]'),
        `${foreign}A`,
        '\u{1f600}',
      ]

      for (const after of strange) {
        await expect(letters.find(health, { index: 'received', limit: 1, after })).rejects.toMatchObject({
          name: 'InvalidCursor',
        })
      }
      const others = [
        letters.find(health, { index: 'received', order: 'descending', limit: 1, after: foreign }),
        letters.find(health, { index: 'status', where: { status: 'closed' }, limit: 1, after: foreign }),
        letters.findAcrossTenants({ index: 'due', limit: 1, after: foreign }),
        letters.rows(health, { index: 'status', where: { status: 'closed' }, limit: 1, after: foreign }),
      ]
      for (const other of others) await expect(other).rejects.toMatchObject({ name: 'InvalidCursor' })
    })
  })
}
