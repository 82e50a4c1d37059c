import { z } from '@hono/zod-openapi'
import { completionItems, declineReasons, languages, outcomes, statuses, templateKinds } from '../offices/vocabulary.ts'
import { anyText, instant, object, requiredText, strictObject, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const words = {
  name: requiredText(80),
  kind: z.enum(templateKinds),
  language: z.enum(languages),
  /** The categories where it is offered; an empty list means everywhere. */
  categories: z.array(z.string().max(60)).max(50).default([]),
  statuses: z.array(z.enum(statuses)).max(statuses.length).default([]),
  /** Places stand in braces, such as `{nomor}`. */
  text: requiredText(textLimits.message),
  items: z.array(z.enum(completionItems)).max(completionItems.length).default([]),
  outcome: z.enum(outcomes).nullable().default(null),
  reason: z.enum(declineReasons).nullable().default(null),
  elsewhere: anyText(textLimits.reason).default(''),
}

export const addTemplate = strictObject('AddTemplate', words)
export const changeTemplate = strictObject('ChangeTemplate', { ...words, version: z.int().min(1) })

const shown = {
  id: z.string(),
  name: z.string(),
  kind: z.enum(templateKinds),
  language: z.enum(languages),
  text: z.string(),
  items: z.array(z.enum(completionItems)),
  outcome: z.enum(outcomes).nullable(),
  reason: z.enum(declineReasons).nullable(),
  elsewhere: z.string(),
}

export const templateView = object('Template', {
  ...shown,
  version: z.int(),
  categories: z.array(z.string()),
  statuses: z.array(z.enum(statuses)),
  changedAt: instant,
  /** It is `null` if it came with the office's first settings. */
  changedBy: z.string().nullable(),
})
export type TemplateView = Shown<typeof templateView>

const place = z.object({ name: z.string(), sample: z.string() })

export const templateList = object('TemplateList', {
  items: z.array(templateView),
  /** The placeholders, each with an example of its value. */
  places: z.object({ id: z.array(place), en: z.array(place) }),
  most: z.int(),
})
export type TemplateList = Shown<typeof templateList>

/** Templates that fit a case, with their places filled; those in the reporter's language come first. */
export const offeredTemplates = object('OfferedTemplates', {
  items: z.array(
    z.object({
      ...shown,
      /** A rule of the unit wants it offered first. */
      isSuggested: z.literal(true).optional(),
    }),
  ),
})
export type OfferedTemplates = Shown<typeof offeredTemplates>
