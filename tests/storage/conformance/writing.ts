import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, permits } from './letters.ts'

export function writing(store: () => Store, atomicUpdates: boolean): void {
  describe('writing', () => {
    it('gives a new document version 1 and returns it as it was written', async () => {
      const letters = await emptyLetters(store())
      const draft = aLetter({ body: { asked: ['why', { deep: [1.5, -7, true, null, ''] }], large: 2 ** 52 } })

      const inserted = await letters.insert(draft)

      expect(inserted).toEqual({ ...draft, version: 1 })
      expect(await letters.get(draft.tenant, draft.id)).toEqual(inserted)
    })

    it('answers null for a document that does not exist', async () => {
      const letters = await emptyLetters(store())
      expect(await letters.get(health, 'letter-0')).toBeNull()
    })

    it('names the broken index when two documents of an office share a unique key', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ filingKey: 'twice' }))
      await letters.insert(aLetter({ filingKey: 'twice', tenant: permits }))

      await expect(letters.insert(aLetter({ filingKey: 'twice' }))).rejects.toMatchObject({
        name: 'UniqueViolation',
        index: 'filingKey',
      })
    })

    it('names the broken index when two offices share a key that is unique across them', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ token: 'only-one' }))

      await expect(letters.insert(aLetter({ token: 'only-one', tenant: permits }))).rejects.toMatchObject({
        name: 'UniqueViolation',
        index: 'token',
      })
    })

    it('names a broken index over several keys, and accepts what differs in one of them', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ series: 'A-2026', number: 7 }))
      await letters.insert(aLetter({ series: 'A-2026', number: 8 }))
      await letters.insert(aLetter({ series: 'A-2027', number: 7 }))

      await expect(letters.insert(aLetter({ series: 'A-2026', number: 7 }))).rejects.toMatchObject({
        name: 'UniqueViolation',
        index: 'series',
      })
    })

    it('names "id" when an office already has a document of this id', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'same' }))
      await letters.insert(aLetter({ id: 'same', tenant: permits }))

      await expect(letters.insert(aLetter({ id: 'same' }))).rejects.toMatchObject({
        name: 'UniqueViolation',
        index: 'id',
      })
    })

    it('never takes null for a duplicate', async () => {
      const letters = await emptyLetters(store())
      const drafts = [1, 2, 3].map(() => aLetter({ filingKey: null, token: null }))

      await Promise.all(drafts.map((draft) => letters.insert(draft)))

      for (const draft of drafts) expect(await letters.get(draft.tenant, draft.id)).toEqual({ ...draft, version: 1 })
    })

    it('fails only the write that broke an index when many arrive together', async () => {
      const letters = await emptyLetters(store())
      const drafts = Array.from({ length: 12 }, (_, at) => aLetter({ filingKey: `key-${Math.floor(at / 2)}` }))

      const outcomes = await Promise.allSettled(drafts.map((draft) => letters.insert(draft)))

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
      for (const [at, draft] of drafts.entries()) {
        const kept = await letters.get(draft.tenant, draft.id)
        expect(kept !== null).toBe(outcomes[at]!.status === 'fulfilled')
      }
    })

    it('replaces a document and raises its version by one', async () => {
      const letters = await emptyLetters(store())
      const first = await letters.insert(aLetter())

      const second = await letters.replace({ ...first, status: 'answered', body: 'Done.' })

      expect(second).toEqual({ ...first, status: 'answered', body: 'Done.', version: 2 })
      expect(await letters.get(first.tenant, first.id)).toEqual(second)
    })

    it('refuses a change made from an older version, and changes nothing', async () => {
      const letters = await emptyLetters(store())
      const first = await letters.insert(aLetter())
      const second = await letters.replace({ ...first, body: 'second' })

      expect(await letters.replace({ ...first, body: 'late' })).toBeNull()
      expect(await letters.replace({ ...first, version: 9, body: 'from nowhere' })).toBeNull()
      expect(await letters.get(first.tenant, first.id)).toEqual(second)
    })

    it('does not bring a deleted document back', async () => {
      const letters = await emptyLetters(store())
      const gone = await letters.insert(aLetter())
      await letters.delete(gone.tenant, gone.id)

      expect(await letters.replace(gone)).toBeNull()
      expect(await letters.get(gone.tenant, gone.id)).toBeNull()
    })

    it('names the broken index of a replace, and keeps the document as it was', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ filingKey: 'taken' }))
      const other = await letters.insert(aLetter({ filingKey: 'free' }))

      await expect(letters.replace({ ...other, filingKey: 'taken' })).rejects.toMatchObject({ index: 'filingKey' })
      expect(await letters.get(other.tenant, other.id)).toEqual(other)
    })

    it('frees a unique value when its document lets go of it', async () => {
      const letters = await emptyLetters(store())
      const holder = await letters.insert(aLetter({ filingKey: 'passed-on' }))
      await letters.replace({ ...holder, filingKey: null })

      expect(await letters.insert(aLetter({ filingKey: 'passed-on' }))).toMatchObject({ version: 1 })
    })

    it.runIf(atomicUpdates)('lets exactly one of 20 racing writers win each round', async () => {
      const letters = await emptyLetters(store())
      const { tenant, id } = await letters.insert(aLetter())

      for (let round = 1; round <= 10; round++) {
        const current = (await letters.get(tenant, id))!
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, writer) => letters.replace({ ...current, body: { round, writer } })),
        )
        const winners = outcomes.filter((outcome) => outcome !== null)
        expect(winners).toHaveLength(1)
        expect(await letters.get(tenant, id)).toEqual(winners[0])
      }
    })

    it.runIf(atomicUpdates)('loses no change of 20 writers who each try until they win', async () => {
      const letters = await emptyLetters(store())
      const { tenant, id } = await letters.insert(aLetter({ body: [] }))

      await Promise.all(
        Array.from({ length: 20 }, async (_, writer) => {
          for (;;) {
            const current = (await letters.get(tenant, id))!
            if (await letters.replace({ ...current, body: [...(current.body as number[]), writer] })) return
          }
        }),
      )

      const { body, version } = (await letters.get(tenant, id))!
      expect([...(body as number[])].sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, n) => n))
      expect(version).toBe(21)
    })
  })
}
