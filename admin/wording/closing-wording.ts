import en from '../texts/en/closing.json'
import id from '../texts/id/closing.json'
import { inBoth } from './wording.ts'

export const closingWording = inBoth({ id, en })
