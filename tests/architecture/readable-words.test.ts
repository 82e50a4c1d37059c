import { describe, expect, it } from 'vitest'
import { wordingFor } from '../../service/http/pages/wording/page-wording.ts'
import { viewWordings } from '../../service/http/wording/view-wording.ts'
import { standardPrivacyNotice } from '../../service/offices/tenants/privacy-notice.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { id as form } from '../../widget/wording/id.ts'
import { parts } from '../../widget/wording/parts-id.ts'
import { fryGrade, sentencesIn, wordsIn } from '../support/fry-grade.ts'

const MOST_WORDS = 25
const MOST_ON_AVERAGE = 14
const HIGHEST_GRADE = 8

/** What stands in the blanks of a text: one word, alone or as a list. */
const blank = Object.assign(['1'], { toString: () => '1', toLowerCase: () => '1' })

/** Every text in a table of wording. */
function textsIn(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording]
  if (typeof wording === 'function') return textsIn(wording(blank, blank, blank))
  if (wording === null || typeof wording !== 'object') return []
  return Object.values(wording).flatMap(textsIn)
}

const { labels } = viewWordings.id
const { home: _home, ...pages } = wordingFor('id')
const read = {
  form: textsIn(form),
  'parts of the form': textsIn(parts),
  'pages without scripts': textsIn(pages),
  'meanings of choices and states': textsIn([labels.privacyMeaning, labels.sealedMeaning, labels.statusMeaning]),
  'privacy notice': textsIn(standardPrivacyNotice('Bagian Misal').id),
  'procedure of the first office': textsIn(bagianOrganisasi.procedure.rules.map((rule) => rule.id)),
}

/** A label is no sentence: it ends without a stop and has few words. */
const isSentence = (text: string): boolean => /[.!?]["”]?$/.test(text.trim())

describe('what a citizen reads in Indonesian', () => {
  it.each(Object.entries(read))('has no long sentence: %s', (_, texts) => {
    const long = texts.flatMap(sentencesIn).filter((sentence) => wordsIn(sentence).length > MOST_WORDS)
    expect(long).toEqual([])
  })

  it('has short sentences on average, and is for people who went to school for eight years', () => {
    const sentences = Object.values(read).flat().filter(isSentence).flatMap(sentencesIn)
    const words = sentences.flatMap(wordsIn).length
    expect(words / sentences.length).toBeLessThanOrEqual(MOST_ON_AVERAGE)
    expect(fryGrade(sentences)).toBeLessThanOrEqual(HIGHEST_GRADE)
  })

  it('is measured: an easy text is found easy and a heavy one heavy', () => {
    expect(fryGrade(['Saya beli beras.', 'Ibu ke pasar.', 'Adik ikut lari.'])).toBeLessThanOrEqual(2)
    const heavy =
      'Penyelenggaraan pertanggungjawaban administrasi pemerintahan dilaksanakan berdasarkan ketentuan peraturan perundang-undangan mengenai keterbukaan informasi penyelenggaraan pelayanan masyarakat'
    expect(fryGrade([heavy])).toBeGreaterThan(10)
  })
})
