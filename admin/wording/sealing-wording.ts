import en from '../texts/en/sealing.json'
import id from '../texts/id/sealing.json'
import { inBoth } from './wording.ts'

export type SealingWording = typeof id

export const sealingWording = inBoth({ id, en })
