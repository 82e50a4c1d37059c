import en from '../texts/en/merge.json'
import id from '../texts/id/merge.json'
import { inBoth } from './wording.ts'

export const mergeWording = inBoth({ id, en })
