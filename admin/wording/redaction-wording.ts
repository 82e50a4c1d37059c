import en from '../texts/en/redaction.json'
import id from '../texts/id/redaction.json'
import { inBoth } from './wording.ts'

export const redactionWording = inBoth({ id, en })
