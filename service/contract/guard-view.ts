import { z } from '@hono/zod-openapi'
import { opaqueId, optionalText, requiredText, revision, textLimits } from './fields.ts'

const staff = z.array(opaqueId).max(20)
const person = z.object({ id: z.string(), name: z.string(), position: z.string() })

/** Whom of the staff a complaint concerns; nobody: the guard is lifted. */
export const guardRequest = z
  .strictObject({
    revision,
    staff,
    because: requiredText(textLimits.reason),
    leakReason: optionalText(textLimits.reason),
  })
  .openapi('GuardRequest')

/** `visible` is false when the case is now kept from whoever asked, too. */
export const guardedCase = z.object({ number: z.string(), visible: z.boolean() }).openapi('GuardedCase')
export type GuardedCase = z.infer<typeof guardedCase>

export const guardPreviewRequest = z.strictObject({ staff }).openapi('GuardPreviewRequest')

/** What would follow if the case were kept from these. */
export const guardPreview = z
  .object({
    /** Who would lose the case: these, and all under them. */
    keptFrom: z.array(person),
    /** Who would handle it instead. */
    steward: person.nullable(),
    /** Nobody would be left to read it. */
    unread: z.boolean(),
    /** False when whoever asks would lose it, too. */
    visible: z.boolean(),
  })
  .openapi('GuardPreview')
export type GuardPreview = z.infer<typeof guardPreview>

/** The unit's staff, for picking those whom a case concerns. */
export const guardCandidates = z
  .object({
    items: z.array(
      person.extend({
        /** The case is kept from them now, for their own sake and not for a superior's. */
        concerned: z.boolean(),
        /** The complaint's own words name them. */
        named: z.boolean(),
      }),
    ),
  })
  .openapi('GuardCandidates')
export type GuardCandidates = z.infer<typeof guardCandidates>
