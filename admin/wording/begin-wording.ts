import { begin as en } from './en/begin.ts'
import { begin as id } from './id/begin.ts'
import type { Wording } from './wording.ts'

/** Wording of the steps to begin and of what the settings offer beside their sections. It comes with their pages. */
export const beginWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
