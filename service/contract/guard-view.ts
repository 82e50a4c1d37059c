import { z } from '@hono/zod-openapi'
import { opaqueId, optionalText, requiredText, revision, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const staff = z.array(opaqueId).max(20)
const person = z.object({ id: z.string(), name: z.string(), position: z.string() })

/** The staff whom a complaint concerns; an empty list lifts the guard. */
export const guardRequest = z
  .strictObject({
    revision,
    staff,
    because: requiredText(textLimits.reason),
    leakReason: optionalText(textLimits.reason),
  })
  .openapi('GuardRequest')

/** `visible` is false when the case is now kept from the caller, too. */
export const guardedCase = z.object({ number: z.string(), visible: z.boolean() }).openapi('GuardedCase')
export type GuardedCase = Shown<typeof guardedCase>

export const guardPreviewRequest = z.strictObject({ staff }).openapi('GuardPreviewRequest')

/** What would follow if the case were kept from these people. */
export const guardPreview = z
  .object({
    /** These and all under them would lose the case. */
    keptFrom: z.array(person),
    /** The person who would handle it instead. */
    steward: person.nullable(),
    /** Nobody could read it any more. */
    unread: z.boolean(),
    /** It is false when the caller would lose it, too. */
    visible: z.boolean(),
  })
  .openapi('GuardPreview')
export type GuardPreview = Shown<typeof guardPreview>

export const guardCandidates = z
  .object({
    items: z.array(
      person.extend({
        /** The case is kept from them because it concerns them, not because it concerns a superior. */
        concerned: z.boolean(),
        /** The complaint's text names them. */
        named: z.boolean(),
        /** The case is kept from them until somebody decides whether they are meant. */
        candidate: z.boolean(),
      }),
    ),
  })
  .openapi('GuardCandidates')
export type GuardCandidates = Shown<typeof guardCandidates>
