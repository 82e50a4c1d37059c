import { z } from '@hono/zod-openapi'
import { caseNumber, instant, object, strictObject } from './fields.ts'
import type { Shown } from './shown.ts'

/** The form in which the words stand: an act, a letter or paper of the case by its id, or one intake of several. */
export const unsentKind = z.string().regex(/^[a-zA-Z0-9_-]{2,100}$/)

const fields = z
  .array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().max(60_000) }))
  .min(1)
  .max(150)

export const keepUnsent = strictObject('KeepUnsent', {
  /** The version that this device saw last; 0 if it saw none. */
  version: z.int().min(0),
  fields,
  /** What this device sent before and heard no answer about: where that lies there, it is written over. */
  over: fields.optional(),
})

export const keptUnsent = object('KeptUnsent', { version: z.int(), savedAt: instant })
export type KeptUnsent = Shown<typeof keptUnsent>

const unsent = z.object({
  kind: unsentKind,
  version: z.int(),
  savedAt: instant,
  fields,
  /** They were being sent then, and may have arrived. */
  sendingAt: instant.optional(),
})

/** One's own words that were typed and not sent; nobody else reads them. */
export const unsentList = object('UnsentList', { items: z.array(unsent) })
export type UnsentList = Shown<typeof unsentList>

/** On a case that others are joined to, those of them too, by the number of the case on which they lie. */
export const unsentOnCase = unsentList
  .extend({ joined: z.array(unsent.extend({ number: caseNumber })) })
  .openapi('UnsentOnCase')
export type UnsentOnCase = Shown<typeof unsentOnCase>

/** Complaints that one began to enter: where, and when one typed last. */
export const unsentIntakes = object('UnsentIntakes', {
  items: z.array(z.object({ kind: unsentKind, savedAt: instant })),
})
export type UnsentIntakes = Shown<typeof unsentIntakes>

export const unsentCases = object('UnsentCases', { numbers: z.array(caseNumber) })
