import { operator as en } from '../../wording/en/operator.ts'
import { operator as id } from '../../wording/id/operator.ts'
import type { Words } from '../../wording/wording.ts'

/** Returns what the page of the units says, in the language of the reader. It is fetched with the page alone. */
export const operatorWords = ({ language }: Pick<Words, 'language'>): typeof id => ({ id, en })[language]
