import en from '../texts/en/transfer.json'
import id from '../texts/id/transfer.json'
import { inBoth } from './wording.ts'

export const transferWording = inBoth({ id, en })
