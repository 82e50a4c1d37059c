import { describe, expect, it } from 'vitest'
import { fieldProblemTexts, refusalTexts } from '../../../../service/http/problem-texts.ts'
import { en } from '../../../../widget/wording/en.ts'
import { id } from '../../../../widget/wording/id.ts'
import { jv } from '../../../../widget/wording/jv.ts'
import { parts as partsEn } from '../../../../widget/wording/parts-en.ts'
import { parts as partsId } from '../../../../widget/wording/parts-id.ts'
import { parts as partsJv } from '../../../../widget/wording/parts-jv.ts'

/** Every sentence by its path; of one with holes, whether what fills them stands in it. */
function sentencesOf(said: unknown, path = ''): Record<string, string> {
  if (typeof said === 'string') return { [path]: 'a sentence' }
  if (typeof said === 'function') {
    const filled: unknown = said(...Array.from({ length: said.length }, (_, at) => String(at + 1)))
    const holes = Array.from({ length: said.length }, (_, at) => String(filled).includes(String(at + 1)))
    return { [path]: String(filled) && `a sentence with ${holes.join()}` }
  }
  return Object.assign({}, ...Object.entries(said ?? {}).map(([name, one]) => sentencesOf(one, `${path}.${name}`)))
}

const holesIn = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()

describe('every language', () => {
  it.each([
    ['the form', { id, en, jv }],
    ['what comes later', { id: partsId, en: partsEn, jv: partsJv }],
  ])('says all of %s, with the same holes', (_, said) => {
    const indonesian = sentencesOf(said.id)
    expect(Object.keys(indonesian).length).toBeGreaterThan(3)
    expect(sentencesOf(said.en)).toEqual(indonesian)
    expect(sentencesOf(said.jv)).toEqual(indonesian)
  })

  it('fills a refusal in Javanese with what the Indonesian one is filled with', () => {
    const pairs = [
      ...Object.entries(refusalTexts.jv).map(([code, said]) => [
        said,
        refusalTexts.id[code as keyof typeof refusalTexts.id],
      ]),
      ...Object.entries(fieldProblemTexts.jv).map(([code, said]) => [
        said,
        fieldProblemTexts.id[code as keyof typeof fieldProblemTexts.id],
      ]),
    ] as const
    for (const [javanese = '', indonesian = ''] of pairs) expect(holesIn(javanese)).toEqual(holesIn(indonesian))
  })

  it('is a language that the browser knows the months of', () => {
    const day = new Date('2026-11-22T05:00:00Z')
    expect(day.toLocaleDateString('jv', { weekday: 'long', month: 'long', timeZone: 'Asia/Jakarta' })).toMatch(
      /Ahad.*November|November.*Ahad/,
    )
  })
})
