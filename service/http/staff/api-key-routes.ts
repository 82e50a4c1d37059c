import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ApiKeyView, apiKeyList, createdApiKey, createApiKey as createSchema } from '../../contract/api-keys.ts'
import {
  type ApiKey,
  type ApiKeyPorts,
  createApiKey,
  listApiKeys,
  revokeApiKey,
  stateOf,
} from '../../offices/api-keys/api-keys.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { staffNames } from '../views/staff-names.ts'

const managing = forStaff('integrations.manage')

const list = route.get('/api-keys', {
  summary: 'The keys of programs, those that are over too',
  ...managing,
  request: { params: tenantParam },
  responses: answers(200, apiKeyList, 'The newest first; never the keys themselves'),
})
const create = route.post('/api-keys', {
  summary: 'Make a key for a program',
  ...managing,
  request: { params: tenantParam, ...jsonBody(createSchema) },
  responses: answers(201, createdApiKey, 'Made; its text is shown this once'),
})
const revoke = route.delete('/api-keys/{id}', {
  summary: 'End a key at once',
  ...managing,
  request: { params: tenantParam.extend({ id: z.string() }) },
  responses: answers(200, apiKeyList, 'Revoked; it stays in the list'),
})

export function apiKeyRoutes(ports: ApiKeyPorts & { readonly staff: StaffDirectory }) {
  const api = newApi()
  async function viewer(c: Context<AppEnv>) {
    const names = await staffNames(ports, c.get('staff').tenant)
    return (key: ApiKey): ApiKeyView => ({
      id: key.id,
      name: key.name,
      hint: key.hint,
      scopes: key.scopes,
      state: stateOf(key, ports.now()),
      createdAt: key.createdAt,
      createdBy: names.get(key.createdBy) ?? null,
      expiresAt: key.expiresAt,
      lastUsedAt: key.lastUsedAt,
      revokedAt: key.revoked?.at ?? null,
    })
  }
  const listKeys = async (c: Context<AppEnv>) => ({
    items: (await listApiKeys(ports, c.get('staff'))).map(await viewer(c)),
  })
  api.openapi(list, async (c) => c.json(await listKeys(c), 200))
  api.openapi(create, async (c) => {
    const { key, text } = await createApiKey(ports, c.get('staff'), c.req.valid('json'))
    return c.json({ key: (await viewer(c))(key), text }, 201)
  })
  api.openapi(revoke, async (c) => {
    await revokeApiKey(ports, c.get('staff'), c.req.valid('param').id)
    return c.json(await listKeys(c), 200)
  })
  return api
}
