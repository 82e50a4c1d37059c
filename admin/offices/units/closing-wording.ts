import { closing as en } from '../../wording/en/closing.ts'
import { closing as id } from '../../wording/id/closing.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const closingWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
