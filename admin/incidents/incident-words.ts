import { incidents as en } from '../messages/en/incidents.ts'
import { incidents as id } from '../messages/id/incidents.ts'
import type { Words } from '../messages/words.ts'

/** What is said about incidents. It comes with the pages that say it, for the register needs none of it. */
export const incidentWords = ({ language }: Pick<Words, 'language'>): typeof id => (language === 'en' ? en : id)
