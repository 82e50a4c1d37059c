import en from '../texts/en/late.json'
import id from '../texts/id/late.json'
import { inBoth } from './wording.ts'

/** Wording of the page of late cases. It comes with the page. */
export const lateWording = inBoth({ id, en })
