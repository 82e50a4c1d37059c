import type { FieldProblem } from '../../shared/refusal.ts'
import { patternProblem } from './letter-number.ts'

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
