import { accessLog as en } from '../messages/en/access-log.ts'
import { accessLog as id } from '../messages/id/access-log.ts'
import type { Words } from '../messages/words.ts'

/** Returns what the page of the log says, in the language of the reader. It is fetched with the page alone. */
export const accessLogWords = ({ language }: Pick<Words, 'language'>): typeof id => ({ id, en })[language]
