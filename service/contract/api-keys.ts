import { z } from '@hono/zod-openapi'
import { apiScopes } from '../complaints/vocabulary.ts'
import { instant, requiredText } from './fields.ts'

export const createApiKey = z
  .strictObject({
    /** The program that will have it. */
    name: requiredText(80),
    scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
    /** How long it works. Whoever looks after a program says once a year that it is still wanted. */
    days: z.int().min(1).max(365),
  })
  .openapi('CreateApiKey')
export type CreateApiKey = z.infer<typeof createApiKey>

export const apiKeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** How it begins. */
    hint: z.string(),
    scopes: z.array(z.enum(apiScopes)),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: instant,
    /** `null`: somebody who no longer works here. */
    createdBy: z.string().nullable(),
    expiresAt: instant,
    /** To five minutes; `null`: never. */
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .openapi('ApiKey')
export type ApiKeyView = z.infer<typeof apiKeyView>

export const apiKeyList = z.object({ items: z.array(apiKeyView) }).openapi('ApiKeyList')
export type ApiKeyList = z.infer<typeof apiKeyList>

/** `text` is the key itself, told this once. */
export const createdApiKey = z.object({ key: apiKeyView, text: z.string() }).openapi('CreatedApiKey')
export type CreatedApiKey = z.infer<typeof createdApiKey>
