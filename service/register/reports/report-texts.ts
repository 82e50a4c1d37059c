import { readTexts } from '../../shared/texts/texts.ts'
import evaluation from '../../texts/id/evaluation.json' with { type: 'json' }
import period from '../../texts/id/period.json' with { type: 'json' }

/** A report for the office itself and whom it reports to is official, and so in Indonesian only. */
export const periodTexts = readTexts({ id: period }).id
export const evaluationTexts = readTexts({ id: evaluation }).id

/** Returns for example `3,5`. */
export const decimal = (value: number): string => String(value).replace('.', ',')
