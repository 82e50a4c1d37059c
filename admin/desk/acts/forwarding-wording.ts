import { forwarding as en } from '../../wording/en/forwarding.ts'
import { forwarding as id } from '../../wording/id/forwarding.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const forwardingWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
