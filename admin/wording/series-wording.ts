import en from '../texts/en/series.json'
import id from '../texts/id/series.json'
import { inBoth } from './wording.ts'

/** Wording of series of acts. It comes with their page and with the menu of a case. */
export const seriesWording = inBoth({ id, en })
