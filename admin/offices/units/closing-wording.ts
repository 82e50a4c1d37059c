import { closing as en } from '../../wording/en/closing.ts'
import { closing as id } from '../../wording/id/closing.ts'
import type { Words } from '../../wording/wording.ts'

/** What is said about closing a unit, in both languages: it comes with the operator's page, and burdens no other. */
const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

export const closingWords = ({ language }: Pick<Words, 'language'>): typeof id => said[language]
