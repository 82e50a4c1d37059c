import { reminders as en } from './en/reminders.ts'
import { reminders as id } from './id/reminders.ts'
import type { Wording } from './wording.ts'

/** Wording about one's own reminders. It comes with the pages that show them. */
export const remindersWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
