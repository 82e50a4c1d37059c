import { oldBooks as en } from '../../wording/en/old-books.ts'
import { oldBooks as id } from '../../wording/id/old-books.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const oldBooksWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
