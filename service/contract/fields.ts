import { z } from '@hono/zod-openapi'
import { noticeChannels } from '../offices/notice-vocabulary.ts'
import { languages } from '../offices/vocabulary.ts'

/** Longest texts taken, in characters. The widget counts down to the same numbers. */
export const textLimits = {
  name: 120,
  address: 300,
  phone: 25,
  email: 160,
  subject: 160,
  chronology: 8_000,
  place: 200,
  letterNumber: 60,
  reportedPerson: 200,
  remedy: 1_000,
  message: 4_000,
  note: 4_000,
  reason: 1_000,
} as const

// Control characters other than tab and line feed break letters and PDFs, so they are removed.
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, keepTabAndLineFeed)
    .trim()

const keepTabAndLineFeed = (character: string) => (character === '\n' || character === '\t' ? character : ' ')

// `overwrite` keeps this a string in the published description; a transform would hide the limits.
const writtenText = (limit: number) => z.string().overwrite(cleanText).max(limit)

export const anyText = writtenText
export const requiredText = (limit: number) => writtenText(limit).min(1)
export const optionalText = (limit: number) => writtenText(limit).optional()

/** A text of the office. Its English may be left out: readers of English then get the Indonesian text. */
export const translatedText = (limit: number) =>
  z.strictObject({ id: requiredText(limit), en: anyText(limit).default('') })

export const email = z.string().trim().toLowerCase().max(textLimits.email).check(z.email())

/** Indonesian and foreign numbers as people write them: digits, spaces, dots, dashes, brackets, one leading plus. */
export const phone = z
  .string()
  .trim()
  .max(textLimits.phone)
  .regex(/^\+?[\d\s().-]{6,}$/)

export const day = z.iso.date()
/** Local time: `07:30`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const instant = z.iso.datetime()
export const language = z.enum(languages)
export const noticeChannel = z.enum(noticeChannels)
export const revision = z.int().min(0)
/** Cases that are only practice are numbered with LATIHAN, so that no case of a unit looks like one. */
export const numberPrefix = z.string().regex(/^(?!LATIHAN$)[A-Z][A-Z0-9]{0,7}$/)
export const caseNumber = z
  .string()
  .max(40)
  .regex(/^[A-Z][A-Z0-9]*-\d{4}-\d+$/)
/** The desk makes it when it makes the label. */
export const labelId = z.string().regex(/^[a-z0-9-]{1,40}$/)

export const opaqueId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** An object under its name in the API document. */
export const object = <Shape extends z.core.$ZodLooseShape>(name: string, shape: Shape) => z.object(shape).openapi(name)
/** The same of what is sent: fields that it does not have are refused. */
export const strictObject = <Shape extends z.core.$ZodLooseShape>(name: string, shape: Shape) =>
  z.strictObject(shape).openapi(name)

export const listOf = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most).readonly()
