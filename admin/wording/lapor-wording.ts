import en from '../texts/en/lapor.json'
import id from '../texts/id/lapor.json'
import { inBoth } from './wording.ts'

export const laporWording = inBoth({ id, en })
