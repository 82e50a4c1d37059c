import en from '../texts/en/moving.json'
import id from '../texts/id/moving.json'
import { inBoth } from './wording.ts'

export const movingWording = inBoth({ id, en })
