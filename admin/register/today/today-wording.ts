import { tasks as en } from '../../wording/en/today.ts'
import { tasks as id } from '../../wording/id/today.ts'
import type { Wording } from '../../wording/wording.ts'

/** Returns what the list of the day says, in the language of the reader. It is fetched with the page alone. */
export const todayWording = ({ language }: Pick<Wording, 'language'>): typeof id => ({ id, en })[language]
