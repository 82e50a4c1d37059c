import { forwarding as en } from '../../wording/en/forwarding.ts'
import { forwarding as id } from '../../wording/id/forwarding.ts'
import type { Words } from '../../wording/wording.ts'

/** What is said about forwarding, in both languages: it comes with the page of a case, and burdens no other. */
const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

export const forwardingWords = ({ language }: Pick<Words, 'language'>): typeof id => said[language]
