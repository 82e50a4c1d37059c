import { unsent as en } from './en/unsent.ts'
import { unsent as id } from './id/unsent.ts'
import type { Wording } from './wording.ts'

/** Wording about what was typed and not sent. It comes with the pages on which one types. */
export const unsentWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
