import { series as en } from './en/series.ts'
import { series as id } from './id/series.ts'
import type { Wording } from './wording.ts'

/** Wording of series of acts. It comes with their page and with the menu of a case. */
export const seriesWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
