import { describe, expect, it } from 'vitest'
import { fieldProblemTexts, refusalTexts } from '../../../../service/http/problem-texts.ts'
import { placesOf, readMessage } from '../../../../service/shared/texts/message.ts'
import { catalogues, textsIn } from '../../../support/catalogues.ts'

const ofWidget = catalogues.filter(({ file }) => file.startsWith('widget/texts/'))

/** Every text of a topic by its path, with the names of its places. An empty one is empty in each language. */
const sentencesOf = (texts: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    textsIn(texts).map(([path, text]) => [path, text && [...placesOf(readMessage(text)).keys()].sort().join()]),
  )

const holesIn = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()

describe('every language', () => {
  it.each(ofWidget.filter(({ language }) => language === 'id'))(
    'says all of $topic, with the same places',
    ({ topic, texts }) => {
      const indonesian = sentencesOf(texts)
      expect(Object.keys(indonesian).length).toBeGreaterThan(1)
      const others = ofWidget.filter((one) => one.topic === topic && one.language !== 'id')
      expect(others.map(({ language }) => language)).toEqual(['en', 'jv'])
      for (const other of others) expect(sentencesOf(other.texts)).toEqual(indonesian)
    },
  )

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
