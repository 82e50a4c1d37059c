import { help as en } from './en/help.ts'
import { help as id } from './id/help.ts'
import type { Wording } from './wording.ts'

/** Wording around the guides, which comes with their button. */
export const helpWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
