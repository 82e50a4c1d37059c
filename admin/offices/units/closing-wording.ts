import { closing as en } from '../../wording/en/closing.ts'
import { closing as id } from '../../wording/id/closing.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about closing a unit, in both languages: it comes with the operator's page, and burdens no other. */
const said: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const closingWording = ({ language }: Pick<Wording, 'language'>): typeof id => said[language]
