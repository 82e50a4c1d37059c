import en from '../texts/en/bulk.json'
import id from '../texts/id/bulk.json'
import { inBoth } from './wording.ts'

export const bulkWording = inBoth({ id, en })
