import { z } from '@hono/zod-openapi'
import { mapFields, optionalFields, requiredFields } from '../case/shape/story-fields.ts'
import { day, optionalText, requiredText, textLimits } from './fields.ts'

/** The fields of a story as they are sent. */
export const givenStory = {
  ...mapFields(requiredFields, ({ limit }) => requiredText(textLimits[limit])),
  ...mapFields(optionalFields, ({ kind, limit }) =>
    kind === 'day' ? day.optional() : optionalText(textLimits[limit]),
  ),
}

/** The optional fields of a story as they are shown; `null`: not given. */
export const shownFacts = mapFields(optionalFields, () => z.string().nullable())

/** The fields of a story as they are shown. */
export const shownStory = { ...mapFields(requiredFields, () => z.string()), ...shownFacts }
