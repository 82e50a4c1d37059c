import { z } from '@hono/zod-openapi'
import { HANDLE_LENGTH, SEALED_LENGTH } from '../sealing/carried-draft.ts'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

const handle = z
  .string()
  .length(HANDLE_LENGTH)
  .regex(/^[\w-]+$/)

/** A draft that the browser sealed; see `service/sealing/carried-draft.ts`. */
export const carriedDraft = z
  .strictObject({
    handle,
    sealed: z
      .string()
      .length(SEALED_LENGTH)
      .regex(/^[\w-]+$/),
    /** The Idempotency-Key under which it will be filed. */
    key: z.string().min(1).max(255),
  })
  .openapi('CarriedDraft')

export const draftHandle = z.strictObject({ handle }).openapi('DraftHandle')

export const carriedUntil = z.object({ expiresAt: instant }).openapi('CarriedUntil')

export const sealedDraft = z.object({ sealed: z.string() }).openapi('SealedDraft')
export type SealedDraft = Shown<typeof sealedDraft>

export const noDraft = z.object({}).openapi('NoDraft')
