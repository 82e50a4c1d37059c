import { z } from '@hono/zod-openapi'
import { complaintClasses, intakeChannels, outcomes, statuses } from '../offices/vocabulary.ts'
import { intakeRequest } from './complaint-request.ts'
import { clockView } from './complaint-view.ts'
import { instant, language } from './fields.ts'
import { registerQuery } from './register-query.ts'
import type { Shown } from './shown.ts'

/** Programs cannot search for text, because hits would reveal what a case contains. */
export const programQuery = registerQuery
  .pick({ status: true, category: true, due: true, from: true, to: true, channel: true, cursor: true, limit: true })
  .extend({ lang: language.optional() })
  .strict()

/** It contains no text that anybody wrote and nobody's name. */
export const programCase = z
  .object({
    number: z.string(),
    status: z.enum(statuses),
    statusLabel: z.string(),
    category: z.string(),
    categoryLabel: z.string(),
    class: z.enum(complaintClasses),
    channel: z.enum(intakeChannels),
    receivedAt: instant,
    /** The date of the most urgent running clock. */
    dueAt: instant.nullable(),
    overdue: z.boolean(),
    outcome: z.enum(outcomes).nullable(),
    /** Its number in SP4N-LAPOR!. */
    laporId: z.string().nullable(),
  })
  .openapi('ProgramCase')
export type ProgramCase = Shown<typeof programCase>

export const programRegister = z
  .object({ items: z.array(programCase), nextCursor: z.string().nullable() })
  .openapi('ProgramRegister')

export const programCaseDetails = programCase
  .extend({
    clocks: z.array(clockView.omit({ explanation: true, basis: true })),
    /** The entries that the reporter sees too, without their texts. */
    history: z.array(z.object({ at: instant, event: z.string(), label: z.string() })),
  })
  .openapi('ProgramCaseDetails')

/** A program such as a call centre's took it. Staff whom it concerns are found by their names. */
export const programIntake = intakeRequest.omit({ reportedStaff: true, signing: true }).openapi('ProgramIntake')
