import en from '../texts/en/labels.json'
import id from '../texts/id/labels.json'
import { inBoth } from './wording.ts'

export const labelsWording = inBoth({ id, en })
