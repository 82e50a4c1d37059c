import { snippet as en } from '../../wording/en/snippet.ts'
import { snippet as id } from '../../wording/id/snippet.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const snippetWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
