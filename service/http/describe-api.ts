import type { ApiDescription, ApiOperation } from './api-description.ts'
import type { Api } from './app-env.ts'
import { limitsText, withLimits } from './describe-limits.ts'
import { describeWebhooks } from './describe-webhooks.ts'
import { cookieName } from './session-cookie.ts'

/**
 * The generator writes `Thing | null` as "a Thing that may be null", which null does not satisfy; this writes a
 * choice.
 */
function withNullsAllowed<T>(described: T): T {
  const text = JSON.stringify(described)
  return JSON.parse(text, (_, value) => {
    const [reference, type] = Array.isArray(value?.allOf) && value.allOf.length === 2 ? value.allOf : []
    if (!reference?.$ref || !type?.type?.includes('null') || Object.keys(type).length > 1) return value
    const { allOf: _both, ...rest } = value
    return { ...rest, anyOf: [reference, { type: 'null' }] }
  })
}

/** The generator writes tuples as JSON Schema did until 2019; in 3.1 `items` is one schema, not a list. */
function withRowsAsNow<T>(described: T): T {
  return JSON.parse(JSON.stringify(described), (_, value) => {
    if (!Array.isArray(value?.items) || value.type !== 'array') return value
    const { items, ...rest } = value
    return { ...rest, prefixItems: items, minItems: items.length, maxItems: items.length }
  })
}

/**
 * Generators of clients name their functions by it: `postTenantsByTenantComplaints`. A path and a method give one name.
 */
function operationIdOf(method: string, path: string): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** @param change is given the path, the operation, and its method */
function withEachOperation(
  { paths, ...description }: ApiDescription,
  change: (path: string, operation: ApiOperation, method: string) => ApiOperation,
): ApiDescription {
  const changed = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, change(path, operation, method)])),
  ])
  return { ...description, paths: Object.fromEntries(changed) }
}

export function describeApi(api: Api, publicUrl: string): ApiDescription {
  const { registerComponent } = api.openAPIRegistry
  registerComponent.call(api.openAPIRegistry, 'securitySchemes', 'trackingCode', {
    type: 'http',
    scheme: 'bearer',
    description:
      'The tracking code of the complaint. Without one, with a wrong one and for an unknown number the answer is the same ' +
      '404 `complaint/not-found`, so that no answer tells whether a number exists.',
  })
  registerComponent.call(api.openAPIRegistry, 'securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: cookieName('session', publicUrl.startsWith('https:')),
    description: 'Staff session; every change also carries X-CSRF-Token',
  })
  registerComponent.call(api.openAPIRegistry, 'securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'aduan_{32 letters and digits}{their CRC-32 in hexadecimal}',
    description:
      'Key of a program, made by the unit’s head or admin; the scope that an operation needs stands beside it',
  })
  describeWebhooks(api)
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Aduan',
      version: '1',
      description: `Complaints to government offices: filing, follow-up, the desk.\n\n${limitsText}`,
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    },
    servers: [{ url: publicUrl }],
  })
  const described: ApiDescription = JSON.parse(JSON.stringify(withRowsAsNow(withNullsAllowed(document))))
  return withEachOperation(described, (path, operation, method) => ({
    operationId: operationIdOf(method, path),
    ...withLimits(path, operation),
  }))
}
