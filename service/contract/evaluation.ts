import { z } from '@hono/zod-openapi'
import { instant, requiredText, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

/** A period of four months: `2026-3` is September to December. */
export const evaluationId = z.string().regex(/^20\d\d-[123]$/)

const revision = z.int().min(0)
const long = z.string().trim().max(8_000)
const short = z.string().trim().max(200)

export const draftEvaluation = z
  .strictObject({
    revision,
    foreword: long,
    analysis: long,
    /** What was changed because of complaints. */
    changes: long,
    followUp: long,
  })
  .openapi('DraftEvaluation')

export const finishEvaluation = z
  .strictObject({
    revision,
    number: requiredText(textLimits.subject),
    city: short,
    name: requiredText(textLimits.subject),
    position: requiredText(textLimits.subject),
    rank: short,
    nip: short,
  })
  .openapi('FinishEvaluation')

const measure = z.object({
  value: z.number().nullable(),
  part: z.int().nullable(),
  of: z.int(),
  undone: z.int().optional(),
})

/** Figures are current, or those that were signed. */
export const evaluationView = z
  .object({
    id: z.string(),
    period: z.object({ from: z.string(), to: z.string() }),
    revision,
    foreword: z.string(),
    analysis: z.string(),
    changes: z.string(),
    followUp: z.string(),
    finishedAt: instant.nullable(),
    number: z.string().nullable(),
    measuredAt: instant,
    received: z.int(),
    answered: z.int(),
    open: z.int(),
    late: z.int(),
    receivedBefore: z.int(),
    indicators: z.array(
      z.object({
        name: z.string(),
        group: z.enum(['speed', 'clarity', 'communication', 'data']),
        unit: z.enum(['days', 'percent']),
        now: measure,
        before: measure,
        change: z.enum(['better', 'worse', 'same']).nullable(),
        isOfFew: z.boolean(),
      }),
    ),
    categories: z.array(z.object({ label: z.string(), now: z.int(), before: z.int() })),
    mayWrite: z.boolean(),
    /** It is true once the four months are over. */
    maySign: z.boolean(),
    signatories: z.array(z.object({ name: z.string(), position: z.string(), rank: z.string(), nip: z.string() })),
    city: z.string(),
  })
  .openapi('Evaluation')
export type EvaluationView = Shown<typeof evaluationView>

export const evaluationList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        period: z.object({ from: z.string(), to: z.string() }),
        state: z.enum(['untouched', 'draft', 'finished']),
        number: z.string().nullable(),
        changedAt: instant.nullable(),
      }),
    ),
  })
  .openapi('EvaluationList')
export type EvaluationList = Shown<typeof evaluationList>
