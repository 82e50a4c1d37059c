import { z } from '@hono/zod-openapi'
import { disclosureLevels, noticeChannels, noticeEvents, noticePlaces } from '../offices/notice-vocabulary.ts'
import { language } from './fields.ts'
import type { Shown } from './shown.ts'

const channel = z.enum(noticeChannels)
const level = z.enum(disclosureLevels)
const slot = { event: z.enum(noticeEvents), channel, language }
const signed = { at: z.string(), by: z.string().nullable() }
const written = { subject: z.string().max(400), text: z.string().max(20_000) }

export const wordingList = z
  .object({
    /** How much detail each channel may carry. */
    levels: z.record(channel, level),
    texts: z.array(
      z.object({
        id: z.string().openapi({ example: 'received.email.id' }),
        ...slot,
        /** `attention`: the office's own text contains something that is no longer sent. */
        state: z.enum(['ours', 'own', 'attention']),
        changed: z.object(signed).nullable(),
        /** WhatsApp approved a template of the office for it. */
        hasTemplate: z.boolean(),
      }),
    ),
  })
  .openapi('NoticeWordings')
export type WordingList = Shown<typeof wordingList>

export const triedWording = z
  .object({
    /** Filled with invented values; a place without a value stays as written. */
    subject: z.string(),
    text: z.string(),
    problems: z.array(
      z.object({
        path: z.enum(['subject', 'text']),
        code: z.string(),
        words: z.string().nullable(),
        message: z.string(),
      }),
    ),
    /** Places that stay empty at the channel's level. */
    beyond: z.array(z.string()),
    /** The level at which none stays empty. */
    needs: level,
    /** Words that seem to reveal a person or the subject of a complaint. */
    telling: z.array(z.object({ kind: z.enum(['phone', 'email', 'nik', 'category']), words: z.string() })),
    sms: z.object({ alphabet: z.enum(['plain', 'wide']), parts: z.int(), left: z.int() }).nullable(),
  })
  .openapi('TriedWording')
export type TriedWording = Shown<typeof triedWording>

export const wordingView = z
  .object({
    id: z.string(),
    ...slot,
    /** The number of the newest version; 0 if there is none. */
    revision: z.int(),
    isOwn: z.boolean(),
    subject: z.string(),
    text: z.string(),
    ours: z.object({ subject: z.string(), text: z.string() }),
    hasSubject: z.boolean(),
    level,
    /** The channels that carry this notice. */
    channels: z.array(channel),
    places: z.array(
      z.object({
        place: z.enum(noticePlaces),
        /** The place with its braces. */
        written: z.string(),
        level,
        required: z.boolean(),
      }),
    ),
    preview: triedWording,
    /** The newest comes first; `text` is `null` where somebody returned to the default. */
    versions: z.array(
      z.object({
        number: z.int(),
        ...signed,
        text: z.object({ subject: z.string(), text: z.string() }).nullable(),
      }),
    ),
    /** The approved template that WhatsApp takes at any time, and the values of its places. */
    template: z.object({ name: z.string(), places: z.array(z.string()) }).nullable(),
  })
  .openapi('NoticeWording')
export type WordingView = Shown<typeof wordingView>

export const tryWording = z.strictObject(written).openapi('TryWording')

export const changeWording = z
  .strictObject({
    revision: z.int().min(0),
    /** `null` returns to the default. */
    text: z.strictObject(written).nullable(),
    /** It confirms that words which seem to reveal somebody are intended. */
    keepWords: z.boolean().optional(),
  })
  .openapi('ChangeWording')

export const setNoticeLevel = z.strictObject({ channel, level }).openapi('SetNoticeLevel')
