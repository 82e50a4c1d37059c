import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ApiKeyView, apiKeyList, createdApiKey, createApiKey as createSchema } from '../../contract/api-keys.ts'
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey, stateOf } from '../../offices/api-keys/api-keys.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { created, json, op } from '../operation.ts'
import { staffNames } from '../views/staff-names.ts'

async function viewer(office: Office, c: Context<AppEnv>) {
  const names = await staffNames(office, c.get('staff').tenant)
  return (key: ApiKey): ApiKeyView => ({
    id: key.id,
    name: key.name,
    hint: key.hint,
    scopes: key.scopes,
    state: stateOf(key, office.now()),
    createdAt: key.createdAt,
    createdBy: names.get(key.createdBy) ?? null,
    expiresAt: key.expiresAt,
    lastUsedAt: key.lastUsedAt,
    revokedAt: key.revoked?.at ?? null,
  })
}

const listKeys = async (office: Office, c: Context<AppEnv>) => ({
  items: (await listApiKeys(office, c.get('staff'))).map(await viewer(office, c)),
})

export const apiKeyOperations = [
  op('GET /api-keys', {
    summary: 'The keys of programs, those that are over too',
    may: ['integrations.manage'],
    answer: json(apiKeyList, 'The newest first; never the keys themselves'),
    does: ({ office, c }) => listKeys(office, c),
  }),
  op('POST /api-keys', {
    summary: 'Make a key for a program',
    may: ['integrations.manage'],
    body: createSchema,
    answer: created(createdApiKey, 'Made; its text is shown this once'),
    does: async ({ office, staff, body, c }) => {
      const { key, text } = await createApiKey(office, staff, body)
      return { key: (await viewer(office, c))(key), text }
    },
  }),
  op('DELETE /api-keys/{id}', {
    summary: 'End a key at once',
    may: ['integrations.manage'],
    params: { id: z.string() },
    answer: json(apiKeyList, 'Revoked; it stays in the list'),
    does: async ({ office, staff, params, c }) => {
      await revokeApiKey(office, staff, params.id)
      return listKeys(office, c)
    },
  }),
]
