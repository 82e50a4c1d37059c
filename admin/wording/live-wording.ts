import en from '../texts/en/live.json'
import id from '../texts/id/live.json'
import { inBoth } from './wording.ts'

export const liveWording = inBoth({ id, en })
