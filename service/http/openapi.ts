import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problem } from '../contract/problem.ts'
import type { Shown, WithFixedLists } from '../contract/shown.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Api, AppEnv } from './app-env.ts'
import { refuseInvalid } from './problem.ts'

export const newApi = (): Api => new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })

type Operation = Omit<RouteConfig, 'method' | 'path'>

const withMethod =
  <const Method extends RouteConfig['method']>(method: Method) =>
  <const Path extends string, const Asked extends Operation>(path: Path, operation: Asked) =>
    createRoute({ ...operation, method, path })

/** Declares an operation: `route.get('/cases', { summary, request, responses })`. */
export const route = {
  get: withMethod('get'),
  post: withMethod('post'),
  put: withMethod('put'),
  patch: withMethod('patch'),
  delete: withMethod('delete'),
}

type Schema = z.ZodType

export const jsonBody = <S extends Schema>(schema: S) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})

/** Every operation can be refused; one entry describes how. */
export const refusals = {
  default: { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
} as const

/** An answer may be made of lists that nobody changes. */
type Answered<S extends Schema> = z.ZodType<Shown<S>, WithFixedLists<z.input<S>>>

export const answers = <S extends Schema, C extends 200 | 201>(status: C, schema: S, description: string) =>
  ({
    [status]: { description, content: { 'application/json': { schema } } },
    ...refusals,
  }) as {
    [status in C]: { description: string; content: { 'application/json': { schema: Answered<S> } } }
  } & typeof refusals

export const tenantParam = z.object({ tenant: z.string().openapi({ example: 'bagian-organisasi' }) })
export const olderPage = z.string().regex(/^[\d.-]{1,40}$/)

const MOST_JSON = 128 * 1024

const counted = bodyLimit({
  maxSize: MOST_JSON,
  onError: () => {
    throw new Refusal('too-large', 'request/too-large')
  },
})

/** A body that tells its length is judged by it; only one that does not is counted. */
export const smallBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const length = c.req.header('content-length')
  if (length !== undefined && Number(length) > MOST_JSON) throw new Refusal('too-large', 'request/too-large')
  if (length === undefined && c.req.header('transfer-encoding') !== undefined) return counted(c, next)
  await next()
}
