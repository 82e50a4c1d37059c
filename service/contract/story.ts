import { z } from '@hono/zod-openapi'
import { mapFields, optionalFields, requiredFields } from '../case/shape/story-fields.ts'
import { day, optionalText, requiredText, textLimits } from './fields.ts'

export const givenStory = {
  ...mapFields(requiredFields, ({ limit }) => requiredText(textLimits[limit])),
  ...mapFields(optionalFields, ({ kind, limit }) =>
    kind === 'day' ? day.optional() : optionalText(textLimits[limit]),
  ),
}

export const shownFacts = mapFields(optionalFields, () => z.string().nullable())

export const shownStory = { ...mapFields(requiredFields, () => z.string()), ...shownFacts }
