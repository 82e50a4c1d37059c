import { z } from '@hono/zod-openapi'
import { disclosureLevels, noticeChannels, noticeEvents, noticePlaces } from '../complaints/vocabulary.ts'
import { language } from './fields.ts'

const channel = z.enum(noticeChannels)
const level = z.enum(disclosureLevels)
const slot = { event: z.enum(noticeEvents), channel, language }
const signed = { at: z.string(), by: z.string().nullable() }
const written = { subject: z.string().max(400), text: z.string().max(20_000) }

export const wordingList = z
  .object({
    /** How much each channel may carry. */
    levels: z.record(channel, level),
    texts: z.array(
      z.object({
        id: z.string().openapi({ example: 'received.email.id' }),
        ...slot,
        /** `attention`: the unit's own, and something in it does not go out any more. */
        state: z.enum(['ours', 'own', 'attention']),
        changed: z.object(signed).nullable(),
        /** WhatsApp has an approved template of the unit for it. */
        hasTemplate: z.boolean(),
      }),
    ),
  })
  .openapi('NoticeWordings')
export type WordingList = z.infer<typeof wordingList>

export const triedWording = z
  .object({
    /** Filled with invented words; a place that cannot be filled stands as it was written. */
    subject: z.string(),
    text: z.string(),
    problems: z.array(
      z.object({
        path: z.enum(['subject', 'text']),
        code: z.string(),
        /** What of the text is meant. */
        words: z.string().nullable(),
        message: z.string(),
      }),
    ),
    /** Places that stay empty at the channel's level. */
    beyond: z.array(z.string()),
    /** The level at which none does. */
    needs: level,
    /** Words that look as if they told of one person or of what a complaint is about. */
    telling: z.array(z.object({ kind: z.enum(['phone', 'email', 'nik', 'category']), words: z.string() })),
    sms: z.object({ alphabet: z.enum(['plain', 'wide']), parts: z.int(), left: z.int() }).nullable(),
  })
  .openapi('TriedWording')
export type TriedWording = z.infer<typeof triedWording>

export const wordingView = z
  .object({
    id: z.string(),
    ...slot,
    /** The number of the newest version; 0 where there is none. */
    revision: z.int(),
    isOwn: z.boolean(),
    subject: z.string(),
    text: z.string(),
    ours: z.object({ subject: z.string(), text: z.string() }),
    /** Whether the channel has a subject. */
    hasSubject: z.boolean(),
    level,
    /** The channels on which this notice can leave. */
    channels: z.array(channel),
    places: z.array(
      z.object({
        place: z.enum(noticePlaces),
        /** As it is written, with its braces. */
        written: z.string(),
        level,
        required: z.boolean(),
      }),
    ),
    preview: triedWording,
    /** The newest first; `text` is `null` where somebody went back to ours. */
    versions: z.array(
      z.object({
        number: z.int(),
        ...signed,
        text: z.object({ subject: z.string(), text: z.string() }).nullable(),
      }),
    ),
    /** The approved template that WhatsApp takes at any time, and what its places would be filled with. */
    template: z.object({ name: z.string(), places: z.array(z.string()) }).nullable(),
  })
  .openapi('NoticeWording')
export type WordingView = z.infer<typeof wordingView>

export const tryWording = z.strictObject(written).openapi('TryWording')

export const changeWording = z
  .strictObject({
    revision: z.int().min(0),
    /** `null`: back to ours. */
    text: z.strictObject(written).nullable(),
    /** The words that look as if they told of somebody are meant. */
    keepWords: z.boolean().optional(),
  })
  .openapi('ChangeWording')

export const setNoticeLevel = z.strictObject({ channel, level }).openapi('SetNoticeLevel')
