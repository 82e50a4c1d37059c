import { describe, expect, it } from 'vitest'
import { KnownWords } from '../../../service/offices/names/known-words.ts'

const parts = ['umbul', 'wrekso', 'sartiko', 'hidaiatulah', 'rkso', 'sulis']
const known = new KnownWords(parts)
const letters = [...'bkx']

/** All that one slip makes of a word: a letter left out, added, taken for another, or changed with its neighbour. */
function slipsOf(word: string): readonly string[] {
  const slips = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) {
      slips.add(before + letter + after)
      if (after !== '') slips.add(before + letter + after.slice(1))
    }
    if (after === '') continue
    slips.add(before + after.slice(1))
    if (after.length > 1) slips.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
  }
  slips.delete(word)
  return [...slips]
}

describe('for which words of names a word of a text may stand', () => {
  it.each(parts)('finds “%s” as it is written', (part) => expect(known.meantBy(part)).toContain(part))

  it.each(parts.filter((part) => part.length >= 5))('finds “%s” with a slip anywhere in it', (part) => {
    const slips = slipsOf(part)
    expect(slips.length).toBeGreaterThan(part.length * 6)
    expect(slips.filter((slip) => !known.meantBy(slip).includes(part))).toEqual([])
  })

  it('finds a name of four letters only if two of them changed places', () => {
    const found = slipsOf('rkso').filter((slip) => known.meantBy(slip).includes('rkso'))
    expect(found.toSorted()).toEqual(['krso', 'rkos', 'rsko'])
  })

  it('finds a name by its sound', () => expect(new KnownWords(['muhamat']).meantBy('mokhamad')).toEqual(['muhamat']))

  it('takes another name for no slip', () => expect(new KnownWords(['bagus']).meantBy('agus')).toEqual([]))
})
