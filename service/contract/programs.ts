import { z } from '@hono/zod-openapi'
import { complaintClasses, intakeChannels, outcomes, statuses } from '../complaints/vocabulary.ts'
import { intakeRequest } from './complaint-request.ts'
import { clockView } from './complaint-view.ts'
import { instant, language } from './fields.ts'
import { registerQuery } from './register-query.ts'

/** What a program can ask the register by: never by words, which would tell what stands in a case. */
export const programQuery = registerQuery
  .pick({ status: true, category: true, due: true, from: true, to: true, channel: true, cursor: true, limit: true })
  .extend({ lang: language.optional() })
  .strict()

/** A case without a word that anybody wrote and without anybody’s name. */
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
    /** The most urgent date that is counted now. */
    dueAt: instant.nullable(),
    overdue: z.boolean(),
    outcome: z.enum(outcomes).nullable(),
    /** Its number in the national channel. */
    laporId: z.string().nullable(),
  })
  .openapi('ProgramCase')
export type ProgramCase = z.infer<typeof programCase>

export const programRegister = z
  .object({ items: z.array(programCase), nextCursor: z.string().nullable() })
  .openapi('ProgramRegister')

export const programCaseDetails = programCase
  .extend({
    clocks: z.array(clockView.omit({ explanation: true, basis: true })),
    /** What the reporter sees too, without its words. */
    history: z.array(z.object({ at: instant, event: z.string(), label: z.string() })),
  })
  .openapi('ProgramCaseDetails')

/** A complaint that a program took, such as a call centre’s. Whom it concerns among the staff is found by their names. */
export const programIntake = intakeRequest.omit({ reportedStaff: true, signing: true }).openapi('ProgramIntake')
