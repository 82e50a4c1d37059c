import { moving as en } from '../../wording/en/moving.ts'
import { moving as id } from '../../wording/id/moving.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const movingWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
