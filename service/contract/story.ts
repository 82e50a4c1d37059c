import { z } from '@hono/zod-openapi'
import { byField, optionalFields, requiredFields } from '../case/shape/story-fields.ts'
import { day, optionalText, requiredText, textLimits } from './fields.ts'

/** The fields of a story as they are sent. */
export const givenStory = {
  ...byField(requiredFields, ({ limit }) => requiredText(textLimits[limit])),
  ...byField(optionalFields, ({ kind, limit }) => (kind === 'day' ? day.optional() : optionalText(textLimits[limit]))),
}

/** The optional fields of a story as they are shown; `null`: not told. */
export const toldFacts = byField(optionalFields, () => z.string().nullable())

/** The fields of a story as they are shown. */
export const toldStory = { ...byField(requiredFields, () => z.string()), ...toldFacts }
