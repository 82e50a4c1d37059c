import { z } from '@hono/zod-openapi'
import { privacyChoices } from '../offices/vocabulary.ts'
import { instant, requiredText, textLimits } from './fields.ts'
import { answeredQuestion } from './questions.ts'
import type { Shown } from './shown.ts'
import { shownStory } from './story.ts'

/** A case that another office offers; the copy contains no notes, history, or staff of the sender's. */
export const transferView = z
  .object({
    id: z.string(),
    from: z.string(),
    fromNumber: z.string(),
    sentAt: instant,
    sentBy: z.string(),
    reason: z.string(),
    /** When its reporter filed it. */
    receivedAt: instant,
    privacy: z.enum(privacyChoices),
    withIdentity: z.boolean(),
    ...shownStory,
    answers: z.array(answeredQuestion),
    /** The files come along once the case is taken. */
    files: z.array(z.object({ name: z.string(), size: z.int(), type: z.string() })),
    /** Names of files that the sender keeps back, because they could show the reporter. */
    withheld: z.array(z.string()),
  })
  .openapi('Transfer')
export type TransferView = Shown<typeof transferView>

export const transferList = z.object({ items: z.array(transferView) }).openapi('TransferList')
export type TransferList = Shown<typeof transferList>

export const acceptTransfer = z.strictObject({ category: z.string().max(60) }).openapi('AcceptTransfer')
export const acceptedTransfer = z.object({ number: z.string() }).openapi('AcceptedTransfer')

/** The reporter and the sender read the reason. */
export const returnTransfer = z.strictObject({ reason: requiredText(textLimits.reason) }).openapi('ReturnTransfer')
export const returnedTransfer = z.object({ id: z.string() }).openapi('ReturnedTransfer')

export const otherUnits = z
  .object({ items: z.array(z.object({ tenant: z.string(), name: z.string() })) })
  .openapi('OtherUnits')
export type OtherUnits = Shown<typeof otherUnits>
