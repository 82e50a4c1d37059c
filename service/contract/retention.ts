import { z } from '@hono/zod-openapi'
import { instant, optionalText, requiredText, revision, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const day = z.string()

/** It contains nothing that anybody wrote. */
const retainedCase = {
  number: z.string(),
  categoryLabel: z.string(),
  /** How it ended; empty for a case that was closed without an answer. */
  endingLabel: z.string(),
  receivedAt: instant,
}

const dueCase = z.object({
  ...retainedCase,
  endedAt: instant,
  /** The first day on which it may be destroyed. */
  from: day,
  files: z.int(),
})

/** Each list holds up to 200 cases; the one that ended first comes first. */
export const retentionView = z
  .object({
    /** The rule that the office's schedule follows. */
    basis: z.string(),
    records: z.array(dueCase),
    /** Cases whose identity may be erased while the record stays. */
    identities: z.array(dueCase),
    held: z.array(z.object({ ...retainedCase, since: instant, by: z.string(), reason: z.string() })),
  })
  .openapi('Retention')
export type RetentionView = Shown<typeof retentionView>

export const holdCase = z
  .strictObject({
    revision,
    held: z.boolean(),
    because: requiredText(textLimits.reason),
    leakReason: optionalText(textLimits.reason),
  })
  .openapi('HoldCase')

/** Each day is the first on which something may be destroyed. */
export const caseRetention = z.object({
  endedAt: instant,
  /** `null` keeps it for good. */
  destroyFrom: day.nullable(),
  /** `null` keeps the identity as long as the record. */
  eraseFrom: day.nullable(),
})

export const destroyedView = z.object({ at: instant, record: z.string() })

export const destroyedCaseView = destroyedView.extend({ endingLabel: z.string(), endedAt: instant, files: z.int() })

/** The record of a destruction that two persons agreed to. */
export const destructionView = z
  .object({
    id: z.string(),
    /** `BA-BO-2031-0001` */
    number: z.string(),
    what: z.enum(['record', 'identity']),
    startedAt: instant,
    /** False while the destruction is still running; the record can be fetched once it is true. */
    finished: z.boolean(),
    reason: z.string(),
    proposedBy: z.string(),
    approvedBy: z.string(),
    cases: z.array(z.string()),
    kept: z.array(z.object({ number: z.string(), because: z.string() })),
  })
  .openapi('Destruction')
export type DestructionView = Shown<typeof destructionView>

export const destructionList = z.object({ items: z.array(destructionView) }).openapi('DestructionList')
export type DestructionList = Shown<typeof destructionList>
