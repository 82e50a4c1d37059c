import type { Actor } from '../../case/shape/history.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { WrappedKey } from '../../storage/vault.ts'
import type { EvaluationFigures } from './measure-evaluation.ts'
import { type Month, monthsBefore, type Period } from './period.ts'

/** `2026-3` is September to December. */
export type EvaluationId = string

export interface EvaluationWords {
  readonly foreword: string
  readonly analysis: string
  /** What was changed because of complaints, which only people know. */
  readonly changes: string
  readonly followUp: string
}

export interface Signing {
  readonly number: string
  readonly city: string
  readonly name: string
  readonly position: string
  /** They may be empty. */
  readonly rank: string
  readonly nip: string
}

/** It is sealed in the store under a key of its own. */
export interface EvaluationContent {
  readonly words: EvaluationWords
  readonly changedBy: Actor
  readonly finished: {
    readonly signing: Signing
    /** Figures as signed; later changes of cases do not affect them. */
    readonly figures: EvaluationFigures
    readonly before: EvaluationFigures
  } | null
}

export interface Evaluation {
  readonly tenant: TenantId
  readonly id: EvaluationId
  readonly version: number
  readonly changedAt: Instant
  readonly finishedAt: Instant | null
  readonly key: WrappedKey
  readonly content: EvaluationContent
}

export const noWords: EvaluationWords = { foreword: '', analysis: '', changes: '', followUp: '' }

export function periodOf(id: EvaluationId): Period {
  const [year = '', part = ''] = id.split('-')
  const from = `${year}-${String(Number(part) * 4 - 3).padStart(2, '0')}`
  return { from, to: monthsBefore(from, -3) }
}

export const idOf = (month: Month): EvaluationId => `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5, 7)) / 4)}`

export const idBefore = (id: EvaluationId): EvaluationId => idOf(monthsBefore(periodOf(id).from, 4))

/** A signed report stays as it is. @throws Refusal `evaluation/finished`, `evaluation/changed-meanwhile` */
export function refuseUnlessOpen(
  evaluation: Pick<Evaluation, 'finishedAt' | 'version'> | null,
  revision: number,
): void {
  if (evaluation?.finishedAt) throw new Refusal('conflict', 'evaluation/finished')
  if ((evaluation?.version ?? 0) !== revision) throw changedMeanwhile()
}

export const changedMeanwhile = () => new Refusal('conflict', 'evaluation/changed-meanwhile')
