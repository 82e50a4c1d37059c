import { expect, it } from 'vitest'
import { numberInWords } from '../../service/shared/numbers.ts'

it.each([
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [31, 'tiga puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1_000, 'seribu'],
  [1_945, 'seribu sembilan ratus empat puluh lima'],
  [2_026, 'dua ribu dua puluh enam'],
])('%i is written “%s”', (number, words) => {
  expect(numberInWords(number)).toBe(words)
})
