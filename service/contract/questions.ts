import { z } from '@hono/zod-openapi'
import { questionKinds, questionLimits } from '../offices/questions/questions.ts'
import { anyText, listOf, object, requiredText, textLimits, translatedText } from './fields.ts'
import type { Shown } from './shown.ts'

const code = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/)
const phone = z
  .string()
  .trim()
  .max(questionLimits.phone)
  .regex(/^\+?[\d\s().-]{3,}$/)
const link = z
  .string()
  .trim()
  .max(questionLimits.link)
  .regex(/^[hH][tT][tT][pP][sS]?:\/\/[^\s]+$/)

/** Questions of a category; each may depend on earlier questions only. */
export const questionSettings = z.strictObject({
  code,
  kind: z.enum(questionKinds),
  label: translatedText(questionLimits.label),
  hint: translatedText(questionLimits.hint).nullable(),
  required: z.boolean(),
  choices: listOf(
    z.strictObject({
      code,
      label: translatedText(questionLimits.choice),
      /** Where this answer directs the visitor; without `mayFile` filing stops there. */
      elsewhere: z
        .strictObject({
          text: translatedText(questionLimits.elsewhere),
          phone: phone.nullable(),
          link: link.nullable(),
          mayFile: z.boolean(),
        })
        .nullable(),
    }),
    questionLimits.choices,
  ),
  /** The answers to an earlier question after which it is asked; `null` asks it always. */
  shownWhen: z.strictObject({ question: code, answers: listOf(code, questionLimits.choices) }).nullable(),
})

export const questionView = object('Question', {
  code: z.string(),
  kind: z.enum(questionKinds),
  label: z.string(),
  hint: z.string().nullable(),
  required: z.boolean(),
  choices: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      elsewhere: z
        .object({
          text: z.string(),
          phone: z.string().nullable(),
          link: z.string().nullable(),
          mayFile: z.boolean(),
        })
        .nullable(),
    }),
  ),
  shownWhen: z.object({ question: z.string(), answers: z.array(z.string()) }).nullable(),
})
export type QuestionView = Shown<typeof questionView>

const coordinates = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** The possible error, in metres. */
  accuracy: z.number().min(0).max(1_000_000),
})

/** By code of the question: a text, a code, several codes, a day, whole rupiah, or a place. */
export const givenAnswers = z
  .record(
    code,
    z.union([
      anyText(textLimits.chronology),
      z.number(),
      z.array(code).max(questionLimits.choices),
      z.strictObject({ text: anyText(textLimits.chronology).optional(), at: coordinates.optional() }),
    ]),
  )
  .refine((answers) => Object.keys(answers).length <= questionLimits.questions)

/** The question and the answer as texts. */
export const answeredQuestion = z.object({ question: requiredText(questionLimits.label), answer: z.string() })
export type AnsweredQuestion = Shown<typeof answeredQuestion>
