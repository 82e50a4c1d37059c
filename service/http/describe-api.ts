import { z } from '@hono/zod-openapi'
import { webhookMessage } from '../contract/programs.ts'
import { type CaseEvent, caseEvents } from '../offices/notice-vocabulary.ts'
import type { Api } from './app-env.ts'
import { doors, guesses, others, reporterActs, signIns, WINDOW } from './limit-table.ts'
import { cookieName } from './session-cookie.ts'

/** The part of JSON Schema that the description of the API uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly description?: string
}

export interface Media {
  readonly schema?: Schema
}

export interface ApiParameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
}

export interface ApiOperation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly ApiParameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly headers?: object; readonly content?: Readonly<Record<string, Media>> }
    >
  >
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly 'x-permissions'?: readonly string[]
}

/** The description of the API in OpenAPI 3.1, as far as it is read here. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly webhooks: Readonly<Record<string, { readonly post?: ApiOperation }>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

interface LimitInWords {
  readonly what: string
  readonly counted: string
  readonly work?: number
  /** Above this every request is refused. */
  readonly most?: number
}

const MINUTES = WINDOW / 60_000

/** Every limit of the table that a caller can meet, in the order in which one does. */
export const limitsInWords: readonly LimitInWords[] = [
  { what: 'Filing', counted: 'address', work: doors.filing.address.work, most: doors.filing.address.most },
  { what: 'Keeping a draft', counted: 'address', work: doors.draft.address.work, most: doors.draft.address.most },
  { what: 'Uploading evidence', counted: 'address', work: doors.upload.address.work, most: doors.upload.address.most },
  { what: 'Wrong tracking codes', counted: 'address and number', most: guesses.code.most },
  { what: 'Reading a case', counted: 'case', most: reporterActs.open.perCase },
  { what: 'Writing a message', counted: 'case', most: reporterActs.message.perCase },
  { what: 'Calls of a program', counted: 'key', most: others.program.most },
  { what: 'Signing in', counted: 'address and account', work: signIns.account.work, most: signIns.both.most },
]

const sentences = limitsInWords.map(
  ({ what, counted, work, most }) =>
    `- ${what}, by ${counted}: ${[
      ...(work ? [`from ${work} on with a proof of work`] : []),
      ...(most ? [`at most ${most}`] : []),
    ].join(', ')}.`,
)

/** The description of the API shows it. */
export const limitsText = `Within ${MINUTES} minutes:\n\n${sentences.join('\n')}`

/** Staff are counted only where a password is asked for, and where the service looks at pages for them. */
const countedOfStaff = /\/(session|confirmation|embed)/

const isCounted = (path: string, { security }: ApiOperation): boolean =>
  !security?.some((scheme) => 'session' in scheme) || countedOfStaff.test(path)

const TOO_MANY = {
  description: `Too many within ${MINUTES} minutes; \`code\` says whose limit was passed`,
  headers: {
    'Retry-After': { description: 'Seconds to wait', required: true, schema: { type: 'integer', minimum: 1 } },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Says of each operation that counts its callers that it refuses with 429, and how long to wait. */
export const withLimits = (path: string, operation: ApiOperation): ApiOperation =>
  isCounted(path, operation) ? { ...operation, responses: { ...operation.responses, 429: TOO_MANY } } : operation

const meanings: Readonly<Record<CaseEvent, string>> = {
  'complaint.received': 'A complaint came in',
  'complaint.status_changed': 'A complaint has another status',
  'complaint.overdue': 'A complaint passed a date',
  'complaint.closed': 'A complaint ended: closed, declined, forwarded, merged or withdrawn',
}

const headers = z.object({
  'webhook-id': z.string().openapi({ description: 'The same at every try' }),
  'webhook-timestamp': z.string().openapi({ description: 'Seconds since 1970, in which this try was signed' }),
  'webhook-signature': z.string().openapi({
    description: 'One signature or two, separated by a space: `v1,` and base64 of HMAC-SHA256 over id, time and body',
  }),
})

/** What a receiver of a unit is called with. */
export function describeWebhooks(api: Api): void {
  for (const event of caseEvents) {
    api.openAPIRegistry.registerWebhook({
      method: 'post',
      path: event,
      summary: meanings[event],
      request: {
        headers,
        body: { required: true, content: { 'application/json': { schema: webhookMessage } } },
      },
      responses: {
        204: { description: 'Any status from 200 to 299: taken' },
        410: { description: 'Gone: the receiver is switched off' },
        default: { description: 'Tried again, up to eight times within five days' },
      },
    })
  }
}

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
