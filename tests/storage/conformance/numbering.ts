import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import type { TenantId } from '../../../service/storage/place.ts'
import { aLetter, emptyLetters, health, permits } from './letters.ts'

export function numbering(store: () => Store): void {
  describe('numbers of a series', () => {
    it('begins with 1 and goes on by one', async () => {
      const letters = await emptyLetters(store())
      const claim = () =>
        letters.insertNext('series', { tenant: health, series: '2026' }, (number) =>
          aLetter({ series: '2026', number }),
        )

      expect([(await claim()).number, (await claim()).number, (await claim()).number]).toEqual([1, 2, 3])
    })

    it('counts each office and each year for itself', async () => {
      const letters = await emptyLetters(store())
      const claim = async (tenant: TenantId, series: string) =>
        (await letters.insertNext('series', { tenant, series }, (number) => aLetter({ tenant, series, number }))).number

      expect(await claim(health, '2026')).toBe(1)
      expect(await claim(health, '2026')).toBe(2)
      expect(await claim(permits, '2026')).toBe(1)
      expect(await claim(health, '2027')).toBe(1)
    })

    it('leaves no gap and no number twice with 20 racing writers', async () => {
      const letters = await emptyLetters(store())

      const claimed = await Promise.all(
        Array.from({ length: 20 }, () =>
          letters.insertNext('series', { tenant: health, series: '2026' }, (number) =>
            aLetter({ series: '2026', number, id: `2026-${number}` }),
          ),
        ),
      )

      expect(claimed.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
        Array.from({ length: 20 }, (_, at) => at + 1),
      )
      for (const letter of claimed) expect(await letters.get(health, letter.id)).toEqual(letter)
    })

    it('uses up no number for a write that breaks another index', async () => {
      const letters = await emptyLetters(store())
      const claim = (filingKey: string) =>
        letters.insertNext('series', { tenant: health, series: '2026' }, (number) =>
          aLetter({ series: '2026', number, filingKey }),
        )

      await claim('first')
      await expect(claim('first')).rejects.toMatchObject({ name: 'UniqueViolation', index: 'filingKey' })
      expect((await claim('second')).number).toBe(2)
    })

    it('lets one of many documents that wait for it have a value, and the others stay without', async () => {
      const letters = await emptyLetters(store())
      const waiting = await Promise.all(
        Array.from({ length: 8 }, () => letters.insert(aLetter({ tenant: health, filingKey: null }))),
      )
      const tries = await Promise.allSettled(
        waiting.map((letter) => letters.replace({ ...letter, filingKey: '2026 1' })),
      )
      const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(refused).toHaveLength(7)
      for (const reason of refused) expect(reason).toMatchObject({ name: 'UniqueViolation', index: 'filingKey' })
      const kept = await Promise.all(waiting.map(({ id }) => letters.get(health, id)))
      expect(kept.filter((letter) => letter?.filingKey !== null)).toHaveLength(1)
    })

    it('uses up no number for a document that could not be built', async () => {
      const letters = await emptyLetters(store())
      const series = { tenant: health, series: '2026' }

      const refused = letters.insertNext('series', series, () => {
        throw new Error('not today')
      })
      await expect(refused).rejects.toThrow('not today')
      expect((await letters.insertNext('series', series, (number) => aLetter({ series: '2026', number }))).number).toBe(
        1,
      )
    })
  })
}
