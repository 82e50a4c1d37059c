import { type Day, parseDay } from '../../shared/instant.ts'
import type { Ending, Fate } from '../vocabulary.ts'

/**
 * Terms follow a schedule of records (jadwal retensi arsip, JRA): years in use, years kept inactive, and what follows.
 */
export interface RetentionTerms {
  readonly activeYears: number
  readonly inactiveYears: number
  readonly fate: Fate
}

/** These terms apply to a category, an ending, or both; `null` means any. */
export interface RetentionException extends RetentionTerms {
  readonly category: string | null
  readonly ending: Ending | null
}

/** Years count from the day on which a case ended. */
export interface RetentionSchedule {
  /** Each destruction record shows this rule, in the office's wording. */
  readonly basis: string
  readonly standard: RetentionTerms
  readonly exceptions: readonly RetentionException[]
  /** The identity may be erased after so many years while the record stays; `null` means not before the record. */
  readonly identityYears: number | null
}

/**
 * This schedule applies until the office enters its own. Act 43/2009 and Government Regulation 28/2012 require a
 * schedule but set no years for complaints; these years are ours.
 */
export const standardRetention: RetentionSchedule = {
  basis: 'UU 43/2009, PP 28/2012, dan jadwal retensi arsip (JRA) yang berlaku bagi unit',
  standard: { activeYears: 2, inactiveYears: 3, fate: 'destroy' },
  exceptions: [
    { category: null, ending: 'substantiated', activeYears: 2, inactiveYears: 5, fate: 'destroy' },
    { category: null, ending: 'withdrawn', activeYears: 1, inactiveYears: 1, fate: 'destroy' },
  ],
  identityYears: 2,
}

export function termsFor(
  { standard, exceptions }: RetentionSchedule,
  category: string,
  ending: Ending | null,
): RetentionTerms {
  const fits = exceptions.filter(
    (one) => (one.category === null || one.category === category) && (one.ending === null || one.ending === ending),
  )
  return (
    fits.find((one) => one.category !== null && one.ending !== null) ??
    fits.find((one) => one.category !== null) ??
    fits[0] ??
    standard
  )
}

/** Returns the fewest years after which a case of the category can be destroyed, or `null` if none ever is. */
export function fewestYears({ standard, exceptions }: RetentionSchedule, category: string): number | null {
  const possible = [standard, ...exceptions.filter((one) => one.category === null || one.category === category)]
  const years = possible.filter(({ fate }) => fate === 'destroy').map(yearsOf)
  return years.length === 0 ? null : Math.min(...years)
}

export const yearsOf = ({ activeYears, inactiveYears }: RetentionTerms): number => activeYears + inactiveYears

/** In a year without 29 February the day after takes its place. */
export function yearsLater(day: Day, years: number): Day {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  const exists = !Number.isNaN(Date.parse(later)) && new Date(later).toISOString().startsWith(later)
  return parseDay(exists ? later : `${later.slice(0, 4)}-03-01`)
}
