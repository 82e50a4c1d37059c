import { accessLog as en } from '../../wording/en/access-log.ts'
import { accessLog as id } from '../../wording/id/access-log.ts'
import type { Wording } from '../../wording/wording.ts'

/** Returns what the page of the log says, in the language of the reader. It is fetched with the page alone. */
export const accessLogWording = ({ language }: Pick<Wording, 'language'>): typeof id => ({ id, en })[language]
