import { describe, expect, it } from 'vitest'
import { citizensWording } from './citizens-wording.ts'
import { english, indonesian, measure } from './measure.ts'
import { sentencesOf, textsOf, wordsOf } from './read-wording.ts'

const MOST_WORDS = 25
const MOST_ON_AVERAGE = 14
const HIGHEST_GRADE = 8

const measureOf = { id: indonesian, en: english, jv: indonesian }

describe.each(['id', 'en', 'jv'] as const)('what a citizen reads in “%s”', (language) => {
  const wordings = citizensWording[language]

  it.each(Object.entries(wordings))('has short sentences and plain words: %s', (_, wording) => {
    const sentences = sentencesOf(textsOf(wording))
    expect(sentences.filter((sentence) => wordsOf(sentence).length > MOST_WORDS)).toEqual([])
    // A grade says something of a text, not of two sentences.
    if (sentences.length <= 2) return
    const { mean, grade } = measure(sentences, measureOf[language])
    expect(mean).toBeLessThanOrEqual(MOST_ON_AVERAGE)
    expect(grade).toBeLessThanOrEqual(HIGHEST_GRADE)
  })

  it('is measured as a whole', () => {
    const found = measure(sentencesOf(textsOf(wordings)), measureOf[language])
    const grade = found.grade.toFixed(1)
    console.log(`${language}: ${found.sentences} sentences of ${found.mean.toFixed(1)} words, grade ${grade}`)
    expect(found.sentences).toBeGreaterThan(300)
    expect(found.grade).toBeLessThanOrEqual(HIGHEST_GRADE)
  })
})

describe('the measure', () => {
  it('counts syllables as they are spoken', () => {
    expect(['pengaduan', 'kantor', 'sampai', 'di', 'PDF'].map(indonesian.syllablesOf)).toEqual([4, 2, 2, 1, 1])
    expect(['complaint', 'office', 'table', 'named', 'ended', 'the'].map(english.syllablesOf)).toEqual([
      2, 2, 2, 1, 2, 1,
    ])
  })

  it('finds a text hard that is, and an easy one easy', () => {
    const hard =
      'Penyelenggaraan pertanggungjawaban administrasi pemerintahan dilaksanakan berdasarkan ketentuan peraturan perundang-undangan mengenai keterbukaan informasi penyelenggaraan pelayanan masyarakat.'
    expect(measure([hard], indonesian).grade).toBeGreaterThan(10)
    expect(measure(['Saya beli beras.', 'Ibu ke pasar.', 'Adik ikut lari.'], indonesian).grade).toBeLessThanOrEqual(2)
    const heavy =
      'Notwithstanding administrative responsibilities, governmental institutions systematically demonstrate insufficient consideration regarding constitutional accountability obligations.'
    expect(measure([heavy], english).grade).toBeGreaterThan(12)
    expect(measure(['We got your letter. We answer soon.'], english).grade).toBeLessThan(5)
  })
})
