import { RegExpRouter } from 'hono/router/reg-exp-router'
import { describe, expect, it } from 'vitest'
import { staffActs } from '../../service/contract/acts.ts'
import { oneService } from '../support/one-service.ts'

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>
  readonly security?: readonly Readonly<Record<string, unknown>>[]
}
interface Description {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, unknown>>
    readonly securitySchemes: Readonly<Record<string, { readonly type: string }>>
  }
}

const service = oneService()
const theDescription = async (): Promise<Description> => (await fetch(`${service.url}/openapi.json`)).json()

const unit = '/api/v1/tenants/{tenant}'
const mine = `${unit}/complaints/{number}`
const theirs = `${unit}/cases/{number}`
const reporterActs = ['messages', 'evidence', 'identity', 'withdrawal', 'objection', 'rating', 'acceptance']

/** Every call that the contract names. */
const calls = [
  `get ${unit}`,
  `post ${unit}/evidence`,
  `post ${unit}/evidence/uploads`,
  `patch ${unit}/evidence/uploads/{id}`,
  `post ${unit}/complaints`,
  `get ${mine}`,
  ...reporterActs.map((act) => `post ${mine}/${act}`),
  `get ${mine}/receipt.pdf`,
  `get ${mine}/evidence/{id}`,
  `get ${mine}/own-data`,
  `get ${mine}/own-data.html`,
  `post ${mine}/identity/correction`,
  `post ${mine}/identity/withdrawal`,
  `post ${mine}/data-requests`,
  'post /api/v1/session',
  'get /api/v1/session',
  'delete /api/v1/session',
  'post /api/v1/invitations/acceptance',
  `get ${unit}/cases`,
  `post ${unit}/cases`,
  `get ${theirs}`,
  ...staffActs.map((act) => `post ${theirs}/${act}`),
  `post ${theirs}/identity/reveal`,
  `post ${theirs}/data-requests/{id}/answer`,
  `get ${unit}/data-requests`,
  `get ${theirs}/evidence/{id}`,
  `get ${theirs}/receipt.pdf`,
  `get ${unit}/settings`,
  `put ${unit}/settings`,
  `get ${unit}/staff`,
  `post ${unit}/staff`,
  `patch ${unit}/staff/{id}`,
  `delete ${unit}/staff/{id}`,
  `get ${unit}/handlers`,
  `get ${unit}/mailbox`,
  'get /api/v1/operator/tenants',
  'post /api/v1/operator/tenants',
]

const operationsOf = ({ paths }: Description) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, method, operation })),
  )

describe('the description of the API', () => {
  it('names paths that one expression tells apart, so that no request walks through a tree of them', async () => {
    const router = new RegExpRouter<string>()
    for (const { name, path, method } of operationsOf(await theDescription())) {
      router.add(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'), name)
    }
    const [found] = router.match('POST', '/api/v1/session')
    expect(found.map(([name]) => name)).toEqual(['post /api/v1/session'])
  })

  it('is OpenAPI 3.1 and says where the service is', async () => {
    const { openapi, info, servers } = await theDescription()
    expect(openapi).toBe('3.1.0')
    expect(info).toMatchObject({ title: 'Aduan', version: expect.any(String) })
    expect(servers).toEqual([{ url: expect.stringMatching(/^http:\/\/localhost:\d+$/) }])
  })

  it('describes a row of known length as 3.1 does, not by a list of items', async () => {
    const described = JSON.stringify(await theDescription())
    expect(described).toContain('"prefixItems":[')
    expect(described).not.toContain('"items":[')
  })

  it('names every call of the contract', async () => {
    const names = operationsOf(await theDescription()).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(calls))
  })

  it('says of every call what it is, what it answers, and how a refusal looks', async () => {
    for (const { name, path, operation } of operationsOf(await theDescription())) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/./)])
      const { default: refusal, 429: _tooMany, ...answers } = operation.responses
      expect([name, Object.keys(answers)]).toEqual([name, [expect.stringMatching(/^20[0124]$/)]])
      expect(Object.keys(refusal!.content!)).toEqual(['application/problem+json'])
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
      const described = (operation.parameters ?? []).filter((one) => one.in === 'path' && one.required)
      expect([name, described.map((one) => one.name)]).toEqual([name, named])
    }
  })

  it('refers to nothing that it does not bring', async () => {
    const description = await theDescription()
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(30)
    for (const [, name] of references) expect(description.components.schemas).toHaveProperty([name!])
    const schemes = operationsOf(description).flatMap(({ operation }) =>
      (operation.security ?? []).flatMap(Object.keys),
    )
    expect([...new Set(schemes)].sort()).toEqual(Object.keys(description.components.securitySchemes).sort())
  })

  it('asks for a session or a code wherever the service does', async () => {
    const open = [
      '/api/v1/session',
      '/api/v1/session/passkey',
      '/api/v1/session/ways',
      '/api/v1/session/passkey/options',
      '/api/v1/invitations/acceptance',
      '/api/v1/session/forgotten-password',
      '/api/v1/account-links/inspection',
      '/api/v1/account-links/password',
      '/api/v1/account-links/second-factor',
      `${unit}/evidence`,
      `${unit}/evidence/uploads`,
      `${unit}/evidence/uploads/{id}`,
      `${unit}/public-statistics`,
      `${unit}/trust`,
      `${unit}/drafts`,
      `${unit}/drafts/opening`,
      `${unit}/drafts/destruction`,
      `${unit}/categories/{category}/similar`,
      `${unit}/reading-posts`,
      `${unit}/widget-troubles`,
      `${unit}/complaints`,
      unit,
    ]
    for (const { name, path, operation } of operationsOf(await theDescription())) {
      const isOpen =
        (open.includes(path) || path.startsWith(`${unit}/open311/`) || path.startsWith('/api/v1/webhooks/')) &&
        operation.security === undefined
      const isForPrograms = path.startsWith(`${unit}/integration/`)
      const scheme = path.startsWith(mine) ? 'trackingCode' : isForPrograms ? 'apiKey' : 'session'
      const scopes = isForPrograms ? [expect.stringMatching(/^\w+:\w+$/)] : []
      if (!isOpen) expect([name, operation.security]).toEqual([name, [{ [scheme]: scopes }]])
    }
  })

  it('is what the service really does: each described call is there', async () => {
    for (const { name, path, method } of operationsOf(await theDescription())) {
      const address = path.replace('{tenant}', 'bagian-organisasi').replace(/\{\w+\}/g, 'x')
      const response = await fetch(service.url + address, { method: method.toUpperCase() })
      const text = await response.text()
      expect([name, response.status, text.includes('request/not-found')]).toEqual([name, response.status, false])
      expect([name, response.status]).not.toEqual([name, 500])
    }
  })
})
