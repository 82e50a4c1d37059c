import { z } from '@hono/zod-openapi'
import { opaqueId, requiredText, revision, textLimits } from './fields.ts'

/** Whom of the staff a complaint concerns; nobody: the guard is lifted. */
export const guardRequest = z
  .strictObject({
    revision,
    staff: z.array(opaqueId).max(20),
    because: requiredText(textLimits.reason),
  })
  .openapi('GuardRequest')

/** `visible` is false when the case is now kept from whoever asked, too. */
export const guardedCase = z.object({ number: z.string(), visible: z.boolean() }).openapi('GuardedCase')

/** The unit's staff, for picking those whom a case concerns. */
export const guardCandidates = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        position: z.string(),
        /** The case is kept from them now, for their own sake and not for a superior's. */
        concerned: z.boolean(),
        /** The complaint's own words name them. */
        named: z.boolean(),
      }),
    ),
  })
  .openapi('GuardCandidates')
