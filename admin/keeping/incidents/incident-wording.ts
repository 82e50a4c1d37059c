import { incidents as en } from '../../wording/en/incidents.ts'
import { incidents as id } from '../../wording/id/incidents.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about incidents. It comes with the pages that say it, for the register needs none of it. */
export const incidentWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
