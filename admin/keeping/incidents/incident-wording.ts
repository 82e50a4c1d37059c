import { incidents as en } from '../../wording/en/incidents.ts'
import { incidents as id } from '../../wording/id/incidents.ts'
import type { Wording } from '../../wording/wording.ts'

export const incidentWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
