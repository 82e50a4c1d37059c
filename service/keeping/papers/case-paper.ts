import type { Actor } from '../../case/shape/history.ts'
import type { HeardAs, Outcome, PaperKind, PaperState } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { type FieldProblem, Refusal, refuseField } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'

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

export interface PaperLine {
  readonly at: Instant
  readonly by: Actor
  readonly state: PaperState
  readonly note: string | null
}

export interface PaperVersion {
  readonly at: Instant
  readonly by: Actor
  readonly words: PaperWords
}

/** It is sealed in the store under the key of its case. */
export interface PaperContent {
  readonly words: PaperWords
  /** Oldest first. */
  readonly versions: readonly PaperVersion[]
  /** Everybody who wrote part of it; none of them approves it. */
  readonly writers: readonly StaffId[]
  readonly history: readonly PaperLine[]
}

/** Finishing fixes these for good. */
export interface PaperNumber {
  readonly paperNumber: string
  readonly series: string
  readonly sequence: number
  readonly day: Day
}

/**
 * Minutes or a report on a case. All who may see the case may read it, unless it says who a confidential reporter is.
 */
export interface CasePaper {
  readonly tenant: TenantId
  readonly id: string
  /** The store's own; any write raises it. */
  readonly version: number
  /** Only acts of people raise it. */
  readonly revision: number
  /** Number of the case. */
  readonly number: string
  readonly kind: PaperKind
  readonly state: PaperState
  readonly createdAt: Instant
  readonly changedAt: Instant
  /** It says who a confidential reporter is, so only those who may open such identities read it. */
  readonly forCustodians: boolean
  /** Id of the finished paper that it corrects. */
  readonly corrects: string | null
  readonly finished: PaperNumber | null
  readonly content: PaperContent
}

/** The limit for one case, so that its document and the list stay small. */
export const MOST_PAPERS = 30

/** Characters of all texts together. */
export const LONGEST_PAPER = 60_000

export const MOST_VERSIONS = 12

export interface Step {
  readonly by: Actor & { readonly kind: 'staff' }
  readonly at: Instant
  readonly note?: string | undefined
}

const wrongState = ({ state }: CasePaper) => new Refusal('conflict', 'paper/wrong-state', { state })

function moveTo(paper: CasePaper, from: PaperState, state: PaperState, step: Step): CasePaper {
  if (paper.state !== from) throw wrongState(paper)
  const { by, at, note = null } = step
  const history = [...paper.content.history, { at, by, state, note }]
  const revision = paper.revision + 1
  return { ...paper, revision, state, changedAt: at, content: { ...paper.content, history } }
}

const withWriter = (writers: readonly StaffId[], writer: StaffId): readonly StaffId[] =>
  writers.includes(writer) ? writers : [...writers, writer]

export function refuseIfTooLong(words: PaperWords): void {
  if (textOf(words).length > LONGEST_PAPER) throw new Refusal('too-large', 'paper/too-long', { most: LONGEST_PAPER })
}

/** @throws Refusal `paper/wrong-state`, `paper/too-long`, `request/invalid` for a text of another kind */
export function writeWords(paper: CasePaper, words: PaperWords, forCustodians: boolean, step: Step): CasePaper {
  if (paper.state !== 'draft') throw wrongState(paper)
  if (words.kind !== paper.kind) throw refuseField('request/invalid', 'words.kind', 'invalid')
  refuseIfTooLong(words)
  const writers = withWriter(paper.content.writers, step.by.id)
  const revision = paper.revision + 1
  return { ...paper, revision, changedAt: step.at, forCustodians, content: { ...paper.content, words, writers } }
}

/** The current text becomes a version that stays. */
function keepVersion(paper: CasePaper, { by, at }: Step): CasePaper {
  const { words, versions } = paper.content
  const missing = missingIn(words)
  if (missing.length > 0) throw new Refusal('invalid', 'paper/incomplete', {}, missing)
  if (versions.length >= MOST_VERSIONS)
    throw new Refusal('conflict', 'paper/too-many-versions', { most: MOST_VERSIONS })
  return { ...paper, content: { ...paper.content, versions: [...versions, { at, by, words }] } }
}

/** A draft goes on with the successor of an author who leaves; who wrote part of it still approves none of it. */
export const inheritDraft = (paper: CasePaper, leaver: StaffId, successor: StaffId): CasePaper =>
  paper.state === 'draft' && isWriter(paper, leaver)
    ? { ...paper, content: { ...paper.content, writers: withWriter(paper.content.writers, successor) } }
    : paper

export const isWriter = ({ content }: CasePaper, id: StaffId): boolean => content.writers.includes(id)

function refuseUnlessWriter(paper: CasePaper, { by }: Step): void {
  if (!isWriter(paper, by.id)) throw new Refusal('forbidden', 'paper/not-author')
}

/** The author finishes minutes. */
export function refuseUnlessFinishable(paper: CasePaper, step: Step): CasePaper {
  if (paper.kind !== 'minutes' || paper.state !== 'draft') throw wrongState(paper)
  refuseUnlessWriter(paper, step)
  return keepVersion(paper, step)
}

/** The submitter counts as a writer. @throws as `refuseUnlessFinishable` */
export function submitReport(paper: CasePaper, step: Step): CasePaper {
  if (paper.kind !== 'report') throw wrongState(paper)
  const submitted = moveTo(paper, 'draft', 'awaiting_approval', step)
  refuseUnlessWriter(paper, step)
  return keepVersion(submitted, step)
}

export const giveBackReport = (paper: CasePaper, step: Step): CasePaper =>
  moveTo(paper, 'awaiting_approval', 'draft', step)

export function refuseUnlessApprovable(paper: CasePaper, { by }: Step): void {
  if (paper.kind !== 'report' || paper.state !== 'awaiting_approval') throw wrongState(paper)
  if (isWriter(paper, by.id)) throw new Refusal('forbidden', 'paper/own-words')
}

/** A paper with its number never changes. */
export const finishPaper = (paper: CasePaper, finished: PaperNumber, step: Step): CasePaper => ({
  ...moveTo(paper, paper.state, 'finished', step),
  finished,
})

export function setAsidePaper(paper: CasePaper, step: Step): CasePaper {
  const aside = moveTo(paper, 'draft', 'set_aside', step)
  refuseUnlessWriter(paper, step)
  return aside
}
