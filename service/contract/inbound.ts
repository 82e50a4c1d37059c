import { z } from '@hono/zod-openapi'
import { ignoreReasons, inboundChannels } from '../offices/notice-vocabulary.ts'
import { fileRefusals } from '../offices/vocabulary.ts'
import { intakeRequest } from './complaint-request.ts'
import { receiptView } from './complaint-view.ts'
import { instant, requiredText, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const shown = z.enum(['draft', 'ignored', 'discarded'])

const inboundLine = {
  id: z.string(),
  channel: z.enum(inboundChannels),
  arrivedAt: instant,
  state: shown,
  /** Why no officer had to look at it. */
  ignoredFor: z.enum(ignoreReasons).nullable(),
  discardedBecause: z.string().nullable(),
  /** When it is destroyed; `null` if only an officer destroys it. */
  forgetAt: instant.nullable(),
  /** Enough of the address or number to recognise it. */
  from: z.string().nullable(),
  fromName: z.string().nullable(),
  subject: z.string(),
}

/** Messages from outside that belong to no case. */
export const inboundList = z
  .object({
    items: z.array(z.object({ ...inboundLine, beginning: z.string(), files: z.int() })),
    nextCursor: z.string().nullable(),
  })
  .openapi('InboundMessages')
export type InboundList = Shown<typeof inboundList>

export const inboundQuery = z.object({ state: shown.default('draft'), cursor: z.string().max(1_000).optional() })

export const inboundView = z
  .object({
    ...inboundLine,
    text: z.string(),
    /** Quoted text and signature below the message. */
    quoted: z.string(),
    files: z.array(
      z.object({ id: z.string(), name: z.string(), size: z.int(), type: z.string(), viewable: z.boolean() }),
    ),
    refused: z.array(z.object({ name: z.string(), why: z.enum(fileRefusals) })),
    /** The case that it answers but could not join, because it is over; shown only to those who may read it. */
    answers: z.string().nullable(),
    /** A case whose number the writer mentions, which proves nothing; shown only to those who may read it. */
    mentions: z.string().nullable(),
    /** Staff whom it names. */
    namedStaff: z.array(z.object({ id: z.string(), name: z.string(), position: z.string() })),
    /** When the sender got an acknowledgement. */
    acknowledgedAt: instant.nullable(),
  })
  .openapi('InboundMessage')
export type InboundView = Shown<typeof inboundView>

/** Channel and receipt are those of the message. */
export const inboundCompletion = intakeRequest
  .omit({ channel: true, receivedOn: true, letterNumber: true, draft: true })
  .extend({
    /** The reporter gets notices, number and tracking code where the message came from. */
    answersSender: z.boolean(),
  })
  .openapi('InboundCompletion')
export type InboundCompletionInput = z.input<typeof inboundCompletion>

export const inboundReceipt = receiptView
  .extend({
    /** If false, number and tracking code did not reach the reporter and must be given another way. */
    sentBack: z.boolean(),
  })
  .openapi('InboundReceipt')
export type InboundReceipt = Shown<typeof inboundReceipt>

const because = requiredText(textLimits.reason)
export const inboundAttachment = z.strictObject({ number: z.string().max(60), because }).openapi('InboundAttachment')
export const inboundDiscard = z.strictObject({ because }).openapi('InboundDiscard')
export const attachedTo = z.object({ number: z.string() }).openapi('InboundAttached')
