import en from '../texts/en/inbound.json'
import id from '../texts/id/inbound.json'
import { inBoth } from './wording.ts'

/** Wording of messages that came in by mail or chat. It comes with their pages. */
export const inboundWording = inBoth({ id, en })
