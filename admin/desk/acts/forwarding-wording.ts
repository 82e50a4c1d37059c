import { forwarding as en } from '../../wording/en/forwarding.ts'
import { forwarding as id } from '../../wording/id/forwarding.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about forwarding, in both languages: it comes with the page of a case, and burdens no other. */
const said: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const forwardingWording = ({ language }: Pick<Wording, 'language'>): typeof id => said[language]
