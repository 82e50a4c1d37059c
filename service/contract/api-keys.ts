import { z } from '@hono/zod-openapi'
import { apiScopes } from '../offices/vocabulary.ts'
import { instant, requiredText } from './fields.ts'
import type { Shown } from './shown.ts'

export const createApiKey = z
  .strictObject({
    name: requiredText(80),
    scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
    /** A key expires after a year at most, so that somebody confirms each year that the program is still wanted. */
    days: z.int().min(1).max(365),
  })
  .openapi('CreateApiKey')
export type CreateApiKey = Shown<typeof createApiKey>

export const apiKeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The first characters of the key. */
    hint: z.string(),
    scopes: z.array(z.enum(apiScopes)),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: instant,
    /** It is `null` if that person no longer works here. */
    createdBy: z.string().nullable(),
    expiresAt: instant,
    /** It is rounded to five minutes, and `null` if the key was never used. */
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .openapi('ApiKey')
export type ApiKeyView = Shown<typeof apiKeyView>

export const apiKeyList = z.object({ items: z.array(apiKeyView) }).openapi('ApiKeyList')
export type ApiKeyList = Shown<typeof apiKeyList>

/** `text` is the key itself, and appears in no later answer. */
export const createdApiKey = z.object({ key: apiKeyView, text: z.string() }).openapi('CreatedApiKey')
export type CreatedApiKey = Shown<typeof createdApiKey>
