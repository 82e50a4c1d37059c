import { operator as en } from '../../wording/en/operator.ts'
import { operator as id } from '../../wording/id/operator.ts'
import type { Wording } from '../../wording/wording.ts'

/** Returns what the page of the units says, in the language of the reader. It is fetched with the page alone. */
export const operatorWording = ({ language }: Pick<Wording, 'language'>): typeof id => ({ id, en })[language]
