import en from '../texts/en/improvement.json'
import id from '../texts/id/improvement.json'
import { inBoth } from './wording.ts'

export const improvementWording = inBoth({ id, en })
