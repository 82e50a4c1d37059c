import en from '../texts/en/duties.json'
import id from '../texts/id/duties.json'
import { inBoth } from './wording.ts'

export const dutiesWording = inBoth({ id, en })
