import type { Day } from '../../shared/instant.ts'
import type { FieldProblem } from '../../shared/refusal.ts'
import type { LetterKind } from '../notice-vocabulary.ts'
import type { PaperKind } from '../vocabulary.ts'

export interface NumberParts {
  readonly sequence: number
  /** The tenant's letter code, for `{code}`. */
  readonly code: string
  readonly kind: LetterKind | PaperKind
  /** The date of the letter, in the tenant's time zone. */
  readonly day: Day
}

export const kindCodes: Readonly<Record<LetterKind | PaperKind, string>> = {
  minutes: 'BA',
  report: 'LHP',
  receipt: 'TT',
  completeness: 'KL',
  progress: 'PR',
  message: 'PS',
  decision: 'KP',
  declined: 'TL',
  forwarding: 'PL',
  late: 'LT',
  objection: 'KB',
  closing: 'SL',
  withdrawal: 'CB',
  data_breach: 'DP',
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const

const monthOf = (day: Day): number => Number(day.slice(5, 7))
const yearOf = (day: Day): string => day.slice(0, 4)

const places: Readonly<Record<string, (parts: NumberParts) => string>> = {
  seq: ({ sequence }) => String(sequence),
  code: ({ code }) => code,
  kind: ({ kind }) => kindCodes[kind],
  month: ({ day }) => day.slice(5, 7),
  'month-roman': ({ day }) => romans[monthOf(day) - 1] ?? '',
  year: ({ day }) => yearOf(day),
}

// `{seq:3}` is the number with zeros before it, at least three digits.
const place = /\{([^{}]*)\}/g
const padded = /^seq:([1-6])$/

export type PatternProblem = 'letter-place-unknown' | 'letter-needs-seq' | 'letter-needs-year' | 'letter-needs-code'

/** A pattern must make each number unique: it must count, and contain the year in which counting restarts. */
export function patternProblem(pattern: string, code: string): PatternProblem | null {
  const found = [...pattern.matchAll(place)].map(([, name = '']) => name)
  const rest = pattern.replace(place, '')
  const isKnown = (name: string) => Object.hasOwn(places, name) || padded.test(name)
  if (!found.every(isKnown) || !/^[\p{L}\p{N} ./_()-]*$/u.test(rest)) return 'letter-place-unknown'
  if (!found.some((name) => name === 'seq' || padded.test(name))) return 'letter-needs-seq'
  if (!found.includes('year')) return 'letter-needs-year'
  return found.includes('code') && code === '' ? 'letter-needs-code' : null
}

/** `012/BO/XI/2026` from `{seq:3}/{code}/{month-roman}/{year}`. */
export const numberFrom = (pattern: string, parts: NumberParts): string =>
  pattern.replace(place, (whole, name: string) => {
    const width = padded.exec(name)?.[1]
    if (width !== undefined) return String(parts.sequence).padStart(Number(width), '0')
    return places[name]?.(parts) ?? whole
  })

/** Letters are counted by year, and by kind too if the number contains the kind. */
export const seriesOf = (pattern: string, { kind, day }: Pick<NumberParts, 'kind' | 'day'>): string =>
  pattern.includes('{kind}') ? `${yearOf(day)} ${kindCodes[kind]}` : yearOf(day)

export interface Signatory {
  readonly name: string
  readonly position: string
  /** Rank and grade (pangkat); it may be empty. */
  readonly rank: string
  /** Civil servant's number; it may be empty. */
  readonly nip: string
}

export interface LetterSettings {
  /** Whether letters are a channel of this tenant. */
  readonly on: boolean
  readonly letterhead: {
    /** From the highest authority to the office, which is printed largest. The default is the tenant's name. */
    readonly lines: readonly string[]
    readonly address: string
    /** Telephone, e-mail and site, as one line. */
    readonly contact: string
    /** A JPEG as base64, rendered by us from what was uploaded. */
    readonly logo: string | null
  }
  /** It is printed before the date. */
  readonly city: string
  readonly code: string
  readonly pattern: string
  /** The first one signs unless the writer chooses another. */
  readonly signatories: readonly Signatory[]
}

export const standardLetterSettings: LetterSettings = {
  on: false,
  letterhead: { lines: [], address: '', contact: '', logo: null },
  city: '',
  code: '',
  pattern: '{seq:3}/{code}/{month-roman}/{year}',
  signatories: [],
}

/** What is missing before letters can be switched on. */
export function letterProblems({ on, city, code, pattern, signatories }: LetterSettings): FieldProblem[] {
  if (!on) return []
  const wrong = patternProblem(pattern, code)
  return [
    ...(city === '' ? [{ path: 'letters.city', code: 'required' }] : []),
    ...(signatories.length === 0 ? [{ path: 'letters.signatories', code: 'required' }] : []),
    ...(wrong ? [{ path: wrong === 'letter-needs-code' ? 'letters.code' : 'letters.pattern', code: wrong }] : []),
  ]
}
