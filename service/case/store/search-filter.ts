import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { Narrowing } from '../search/case-columns.ts'
import type { AskedWord } from '../words/search-words.ts'

export interface NamedCategory {
  readonly code: string
  readonly name: string
}

export interface SearchFilter extends Omit<Narrowing, 'hidden'> {
  readonly without?: readonly GuardMark[]
  /** The cases of a category are also found by the words of its name, after those that contain them. */
  readonly named?: readonly NamedCategory[]
  /** Only cases that have a form of each of these, which no text contains, or what is near it. */
  readonly bearing?: readonly AskedWord[]
}
