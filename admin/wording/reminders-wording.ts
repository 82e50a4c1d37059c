import en from '../texts/en/reminders.json'
import id from '../texts/id/reminders.json'
import { inBoth } from './wording.ts'

/** Wording about one's own reminders. It comes with the pages that show them. */
export const remindersWording = inBoth({ id, en })
