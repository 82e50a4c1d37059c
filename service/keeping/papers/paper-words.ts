import type { HeardAs, Outcome } from '../../offices/vocabulary.ts'
import type { Day } from '../../shared/instant.ts'
import type { FieldProblem } from '../../shared/refusal.ts'

/** Clarification minutes (berita acara klarifikasi). */
export interface MinutesWords {
  readonly kind: 'minutes'
  readonly heldOn: Day | null
  /** Local: `09:30`. */
  readonly heldAt: string | null
  readonly place: string
  readonly heard: readonly { readonly name: string; readonly position: string; readonly as: HeardAs }[]
  readonly questions: readonly { readonly question: string; readonly answer: string }[]
  /** What was shown or given at the hearing. */
  readonly shown: string
  readonly remarks: string
}

/** An examination report (laporan hasil pemeriksaan pengaduan). */
export interface ReportWords {
  readonly kind: 'report'
  /** What it rests on: an order, a slip, an article. */
  readonly basis: string
  readonly from: Day | null
  readonly to: Day | null
  /** How it was examined, and who was heard. */
  readonly method: string
  readonly evidence: readonly { readonly what: string; readonly shows: string }[]
  readonly findings: string
  readonly conclusion: string
  readonly outcome: Outcome | null
  readonly recommendation: string
}

export type PaperWords = MinutesWords | ReportWords

export const blankWords = {
  minutes: { kind: 'minutes', heldOn: null, heldAt: null, place: '', heard: [], questions: [], shown: '', remarks: '' },
  report: {
    kind: 'report',
    basis: '',
    from: null,
    to: null,
    method: '',
    evidence: [],
    findings: '',
    conclusion: '',
    outcome: null,
    recommendation: '',
  },
} as const satisfies { readonly minutes: MinutesWords; readonly report: ReportWords }

/** Joins everything that somebody wrote, to be searched as one text. */
export function textOf(words: PaperWords): string {
  if (words.kind === 'minutes') {
    const { place, heard, questions, shown, remarks } = words
    return [
      place,
      ...heard.flatMap(({ name, position }) => [name, position]),
      ...questions.flatMap(({ question, answer }) => [question, answer]),
      shown,
      remarks,
    ].join('\n')
  }
  const { basis, method, evidence, findings, conclusion, recommendation } = words
  return [
    basis,
    method,
    ...evidence.flatMap(({ what, shows }) => [what, shows]),
    findings,
    conclusion,
    recommendation,
  ].join('\n')
}

/** Puts other texts in place of everything that somebody wrote. */
export function rewriteWords(words: PaperWords, rewrite: (text: string) => string): PaperWords {
  if (words.kind === 'minutes') {
    const { place, heard, questions, shown, remarks } = words
    return {
      ...words,
      place: rewrite(place),
      heard: heard.map((one) => ({ ...one, name: rewrite(one.name), position: rewrite(one.position) })),
      questions: questions.map((one) => ({ question: rewrite(one.question), answer: rewrite(one.answer) })),
      shown: rewrite(shown),
      remarks: rewrite(remarks),
    }
  }
  const { basis, method, evidence, findings, conclusion, recommendation } = words
  return {
    ...words,
    basis: rewrite(basis),
    method: rewrite(method),
    evidence: evidence.map((one) => ({ what: rewrite(one.what), shows: rewrite(one.shows) })),
    findings: rewrite(findings),
    conclusion: rewrite(conclusion),
    recommendation: rewrite(recommendation),
  }
}

export function missingIn(words: PaperWords): FieldProblem[] {
  const blank: Readonly<Record<string, boolean>> =
    words.kind === 'minutes'
      ? {
          heldOn: words.heldOn === null,
          place: words.place === '',
          heard: words.heard.length === 0,
          questions: words.questions.length === 0,
        }
      : {
          findings: words.findings === '',
          conclusion: words.conclusion === '',
          outcome: words.outcome === null,
          recommendation: words.recommendation === '',
        }
  return Object.keys(blank)
    .filter((field) => blank[field])
    .map((field) => ({ path: `words.${field}`, code: 'required' }))
}
