import en from '../texts/en/incident.json'
import id from '../texts/id/incident.json'
import { inBoth } from './wording.ts'

export const incidentWording = inBoth({ id, en })
