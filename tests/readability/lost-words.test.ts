import { expect, it } from 'vitest'
import { itInEach } from '../support/in-each.ts'
import { citizensWording } from './citizens-wording.ts'
import { everyText } from './every-text.ts'
import { jargon, lostWords } from './lost-words.ts'
import { textsOf } from './read-wording.ts'

/** Javanese has words that look the same and mean something else. */
const javanese = /\bjv(?:\.ts:|\/)/

it('every text of the product is looked at', () => {
  expect(everyText.length).toBeGreaterThan(20_000)
  for (const known of ['Sampaikan pengaduan', 'Lembar Disposisi', 'Pengaduan … sudah kami terima']) {
    expect(everyText.some(({ text }) => text === known)).toBe(true)
  }
})

itInEach(lostWords, 'no text says a word in whose place stands a better one', ([lost]) => {
  const found = everyText.filter(({ at, text }) => lost.test(text) && !javanese.test(at))
  expect(found.map(({ at, text }) => `${at} ${text}`)).toEqual([])
})

itInEach(jargon, 'no citizen reads a word of the trade', ([lost]) => {
  for (const language of ['id', 'jv'] as const) {
    expect(textsOf(citizensWording[language]).filter((text) => lost.test(text))).toEqual([])
  }
})
