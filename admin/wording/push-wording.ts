import en from '../texts/en/push.json'
import id from '../texts/id/push.json'
import { inBoth } from './wording.ts'

/** Wording about browsers that are woken. It comes with the account. */
export const pushWording = inBoth({ id, en })
