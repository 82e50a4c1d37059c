import { timed as en } from './en/timed.ts'
import { timed as id } from './id/timed.ts'
import type { Wording } from './wording.ts'

/** Wording of what waits for its time. It comes with the case page. */
export const timedWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
