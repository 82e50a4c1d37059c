import { describe, expect, it } from 'vitest'
import { SMALLEST_SHOWN, suppressSmall, totalOf } from '../../../service/register/reports/public-statistics.ts'

describe('small counts', () => {
  it.each([
    ['nothing small, nothing hidden', [12, 0, 5], [12, 0, 5]],
    ['one small: the next smallest goes with it, or the total would tell it', [3, 40, 9], [null, 40, null]],
    ['two small that are still small together: a third goes with them', [1, 1, 30, 7], [null, null, 30, null]],
    ['two small that are enough together', [4, 4, 30], [null, null, 30]],
    ['nothing else to hide it with', [2, 0, 0], [null, 0, 0]],
  ])('%s', (_, counts, shown) => {
    expect(suppressSmall(counts)).toEqual(shown)
  })

  it('cannot be told from the total and what is shown, for any line of counts', () => {
    for (let seed = 0; seed < 4_096; seed++) {
      const counts = [seed % 8, (seed >> 3) % 8, (seed >> 6) % 8, (seed >> 9) % 8]
      const shown = suppressSmall(counts)
      const hidden = counts.filter((_, at) => shown[at] === null)
      for (const [at, count] of counts.entries()) {
        if (count > 0 && count < SMALLEST_SHOWN) expect(shown[at]).toBeNull()
        else if (shown[at] !== null) expect(shown[at]).toBe(count)
      }
      if (hidden.length === 0 || totalOf(counts) === null) continue
      const isAllThatIsThere = counts.every((count, at) => count === 0 || shown[at] === null)
      expect([counts, isAllThatIsThere || hidden.length >= 2]).toEqual([counts, true])
      expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(SMALLEST_SHOWN)
    }
  })

  it('hide a total that is small itself', () => {
    expect(totalOf([2, 2])).toBeNull()
    expect(totalOf([0, 0])).toBe(0)
    expect(totalOf([2, 3])).toBe(5)
  })
})
