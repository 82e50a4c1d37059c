import type { FieldProblem } from '../shared/refusal.ts'
import { patternProblem } from './letter-number.ts'

/** Who signs, as it stands below the text. */
export interface Signatory {
  readonly name: string
  readonly position: string
  /** Rank and grade (pangkat); may be empty. */
  readonly rank: string
  /** Civil servant's number; may be empty. */
  readonly nip: string
}

/** What a unit's letters look like, and how they are counted. */
export interface LetterSettings {
  /** Letters are a channel of this unit. */
  readonly on: boolean
  readonly letterhead: {
    /** Names from the highest body to the office, which stands largest. Empty: as the unit is called. */
    readonly lines: readonly string[]
    readonly address: string
    /** Telephone, e-mail and site, as one line. */
    readonly contact: string
    /** A JPEG as base64, drawn by us from what was uploaded; `null`: none. */
    readonly logo: string | null
  }
  /** Stands before the date. */
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

/** What a letter would miss once letters are on. */
export function letterProblems({ on, city, code, pattern, signatories }: LetterSettings): FieldProblem[] {
  if (!on) return []
  const wrong = patternProblem(pattern, code)
  return [
    ...(city === '' ? [{ path: 'letters.city', code: 'required' }] : []),
    ...(signatories.length === 0 ? [{ path: 'letters.signatories', code: 'required' }] : []),
    ...(wrong ? [{ path: wrong === 'letter-needs-code' ? 'letters.code' : 'letters.pattern', code: wrong }] : []),
  ]
}
