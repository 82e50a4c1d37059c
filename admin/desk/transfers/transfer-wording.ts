import { transfers as en } from '../../wording/en/transfers.ts'
import { transfers as id } from '../../wording/id/transfers.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about cases of other units, in both languages: it comes with their page, and burdens no other. */
const said: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const transferWording = ({ language }: Pick<Wording, 'language'>): typeof id => said[language]
