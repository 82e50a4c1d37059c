import en from '../texts/en/confidence.json'
import id from '../texts/id/confidence.json'
import { inBoth } from './wording.ts'

export const confidenceWording = inBoth({ id, en })
