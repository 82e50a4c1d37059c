import en from '../texts/en/forwarding.json'
import id from '../texts/id/forwarding.json'
import { inBoth } from './wording.ts'

export const forwardingWording = inBoth({ id, en })
