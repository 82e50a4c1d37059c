import { findPersonalWords } from '../../service/offices/names/find-personal-words.ts'
import { falselyFound, missedParts, plantedCount } from '../support/find-planted.ts'
import { cleanStories } from '../support/planted-words.ts'
import type { Figure } from './figure.ts'

/** Looks for planted names, numbers and addresses, and in stories that have none. */
export async function benchPersonalWords(): Promise<readonly Figure[]> {
  const text = cleanStories.slice(0, 40).join('\n').slice(0, 8_000)
  const began = performance.now()
  findPersonalWords(text, null)
  const took = performance.now() - began
  return [
    {
      what: `of ${plantedCount} planted words found`,
      value: 100 * (1 - missedParts.length / plantedCount),
      unit: '%',
      least: 95,
      beside: `missed: ${missedParts.join(', ')}`,
    },
    {
      what: `of ${cleanStories.length} stories without such words seen falsely`,
      value: (100 * falselyFound.length) / cleanStories.length,
      unit: '%',
      most: 2,
    },
    { what: 'the longest story looked through', value: took, unit: 'ms', most: 200 },
  ]
}
