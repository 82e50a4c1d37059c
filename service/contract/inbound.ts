import { z } from '@hono/zod-openapi'
import { fileRefusals, ignoreReasons, inboundChannels } from '../complaints/vocabulary.ts'
import { intakeRequest } from './complaint-request.ts'
import { receiptView } from './complaint-view.ts'
import { instant, requiredText, textLimits } from './fields.ts'

const shown = z.enum(['draft', 'ignored', 'discarded'])

const inboundLine = {
  id: z.string(),
  channel: z.enum(inboundChannels),
  arrivedAt: instant,
  state: shown,
  /** Why no officer had to look at it. */
  ignoredFor: z.enum(ignoreReasons).nullable(),
  /** Why an officer set it aside. */
  discardedBecause: z.string().nullable(),
  /** When it is destroyed; `null`: not by itself. */
  forgetAt: instant.nullable(),
  /** Enough of the address or number to recognise it. */
  from: z.string().nullable(),
  fromName: z.string().nullable(),
  subject: z.string(),
}

/** Messages from outside that are on no case. */
export const inboundList = z
  .object({
    items: z.array(z.object({ ...inboundLine, beginning: z.string(), files: z.int() })),
    nextCursor: z.string().nullable(),
  })
  .openapi('InboundMessages')
export type InboundList = z.infer<typeof inboundList>

export const inboundQuery = z.object({ state: shown.default('draft'), cursor: z.string().max(1_000).optional() })

/** A message from outside, as an officer reads it. */
export const inboundView = z
  .object({
    ...inboundLine,
    text: z.string(),
    /** What stands below the words: what they answer, a signature. */
    quoted: z.string(),
    files: z.array(
      z.object({ id: z.string(), name: z.string(), size: z.int(), type: z.string(), viewable: z.boolean() }),
    ),
    refused: z.array(z.object({ name: z.string(), why: z.enum(fileRefusals) })),
    /** The case that it answers and could not join, because it is over; told to who may read it. */
    answers: z.string().nullable(),
    /** A case whose number the writer names; anybody can name one. Told to who may read it. */
    mentions: z.string().nullable(),
    /** Staff whom it names. */
    namedStaff: z.array(z.object({ id: z.string(), name: z.string(), position: z.string() })),
    /** The sender was told that it came. */
    acknowledgedAt: instant.nullable(),
  })
  .openapi('InboundMessage')
export type InboundView = z.infer<typeof inboundView>

/** A complaint made of a message; the channel is the message's. */
export const inboundCompletion = intakeRequest
  .omit({ channel: true })
  .extend({
    /** The reporter is reached where the message came from, and gets number and tracking code there. */
    answersSender: z.boolean(),
  })
  .openapi('InboundCompletion')
export type InboundCompletionInput = z.input<typeof inboundCompletion>

export const inboundReceipt = receiptView
  .extend({
    /** False: number and tracking code did not go back, and must be told otherwise. */
    sentBack: z.boolean(),
  })
  .openapi('InboundReceipt')
export type InboundReceipt = z.infer<typeof inboundReceipt>

const because = requiredText(textLimits.reason)
export const inboundAttachment = z.strictObject({ number: z.string().max(60), because }).openapi('InboundAttachment')
export const inboundDiscard = z.strictObject({ because }).openapi('InboundDiscard')
export const attachedTo = z.object({ number: z.string() }).openapi('InboundAttached')
