import { transfers as en } from '../../wording/en/transfers.ts'
import { transfers as id } from '../../wording/id/transfers.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const transferWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
