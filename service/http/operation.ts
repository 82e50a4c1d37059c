import { type RouteConfig, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { WithFixedLists } from '../contract/shown.ts'
import type { Permission, StaffMember } from '../offices/staff/permissions.ts'
import type { ApiScope } from '../offices/vocabulary.ts'
import type { Api, AppEnv } from './app-env.ts'
import { withScope } from './identify.ts'
import type { ApiOffice } from './office.ts'
import { jsonBody, newApi, refusals, route } from './openapi.ts'
import { pickBy } from './pick-by-schema.ts'
import { fileAnswer } from './send-file.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Schema = z.ZodType
type Shape = Readonly<Record<string, Schema>>
/** A query, or headers: text by name. */
type Strings = z.ZodObject

/** How an operation answers: with JSON of a schema, with a response that it makes itself, or with nothing. */
interface Answer<Given> {
  readonly status: 200 | 201 | 202 | 204
  readonly schema: Given
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>
}

const jsonAnswer =
  (status: 200 | 201) =>
  <S extends Schema>(schema: S, description: string): Answer<S> => ({
    status,
    schema,
    responses: { [status]: { description, content: { 'application/json': { schema } } } },
  })

const emptyAnswer =
  (status: 202 | 204) =>
  (description: string): Answer<null> => ({ status, schema: null, responses: { [status]: { description } } })

/** Answers with JSON. Only what the schema names leaves. */
export const json = jsonAnswer(200)
export const created = jsonAnswer(201)
export const accepted = emptyAnswer(202)
export const nothing = emptyAnswer(204)

export const response = (responses: Answer<'response'>['responses']): Answer<'response'> => ({
  status: 200,
  schema: 'response',
  responses,
})
export const file = (type: string, description: string) => response({ 200: fileAnswer(type, description) })

/** Says who may ask: staff with one of these permissions, anybody with a session, the complaint’s reporter, or a program. */
type May = readonly [Permission, ...Permission[]] | 'session' | 'reporter' | { readonly scope: ApiScope }

function guardOf(may: May | undefined) {
  if (may === undefined) return {}
  if (may === 'session') return { security: [{ session: [] }] }
  if (may === 'reporter') return { security: [{ trackingCode: [] }] }
  if ('scope' in may) return { security: [{ apiKey: [may.scope] }], middleware: withScope(may.scope) }
  return { security: [{ session: [] }], 'x-permissions': [...may] }
}

/** Names in a path that mean the same everywhere. */
const known: Shape = {
  tenant: z.string().openapi({ example: 'bagian-organisasi' }),
  number: z.string().openapi({ example: 'BO-2026-000001' }),
}

function paramsOf(path: string, own: Shape = {}) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.length === 0) return {}
  return { params: z.object(Object.fromEntries(names.map((name) => [name, own[name] ?? known[name] ?? z.string()]))) }
}

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

type Params<Key extends string, Own extends Shape> = {
  [Name in NamesIn<Key> | 'tenant']: Name extends keyof Own ? z.output<Own[Name]> : string
}
type Read<S> = S extends Schema ? z.output<S> : undefined
type Sent<Names, Body> = Omit<Names, 'tenant'> & (Body extends Schema ? z.output<Body> : unknown)

/** The office, who asks as far as the gate knows them, and what they send. */
interface Asked<Key extends string, Own extends Shape, Query, Body, Headers> extends Readonly<AppEnv['Variables']> {
  readonly office: ApiOffice
  readonly params: Params<Key, Own>
  readonly query: Read<Query>
  readonly body: Read<Body>
  readonly headers: Read<Headers>
  /** The body, and what the path names within the unit. */
  readonly sent: Sent<Params<Key, Own>, Body>
  /** For what headers give, and for answers that are no JSON. */
  readonly c: Context<AppEnv>
}

type Answered<Given> = Given extends Schema
  ? WithFixedLists<z.input<Given>>
  : Given extends 'response'
    ? Response
    : unknown

interface Row<Key extends string, Own extends Shape, Query, Body, Headers, Given> {
  readonly summary: string
  readonly description?: string
  readonly may?: May
  /** What the names in the path are besides `tenant` and `number`. */
  readonly params?: Own
  readonly query?: Query
  readonly headers?: Headers
  readonly body?: Body
  /** A body that is no JSON, as it is described; the operation reads it itself. */
  readonly requestBody?: Exclude<RouteConfig['requestBody'], undefined>
  readonly answer: Answer<Given>
  readonly does: (asked: Asked<Key, Own, Query, Body, Headers>) => Answered<Given> | Promise<Answered<Given>>
}

/** A row whose types are forgotten, as the router sees it. */
type AnyRow = Omit<
  Row<string, Shape, Strings | undefined, Schema | undefined, Strings | undefined, Schema | 'response' | null>,
  'does'
> & {
  readonly does: (asked: never) => unknown
}

/** What the caller of an operation sends and gets. */
export interface Wire<Params, Query, Body, Given> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Given
}

export interface Operation<Key extends string = string, On = unknown> {
  readonly key: Key
  readonly mount: (api: Api, office: ApiOffice, within: string) => void
  /** The same under another name, for acts that differ by a word of the path. */
  readonly at: <const Other extends string>(key: Other) => Operation<Other, On>
  /** It is there for the types only. */
  readonly wire?: On
}

type RowIn<Tables extends readonly (readonly Operation[])[]> = Tables[number][number]

/** The operations of tables by their names. */
export type WireOf<Tables extends readonly (readonly Operation[])[]> = {
  readonly [One in RowIn<Tables> as One['key']]: One extends Operation<string, infer On> ? On : never
}

/** Declares an operation of the API, `op('PUT /cases/{number}/reminders/{id}', { … })`, as a row of its noun’s table. */
export function op<
  const Key extends `${Method} /${string}`,
  Given extends Schema | 'response' | null,
  Own extends Shape = Record<never, never>,
  Query extends Strings | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Headers extends Strings | undefined = undefined,
>(key: Key, row: Row<Key, Own, Query, Body, Headers, Given>): Operation<Key, Wire<NamesIn<Key>, Query, Body, Given>> {
  const named = <Name extends string>(name: Name): Operation<Name, Wire<NamesIn<Key>, Query, Body, Given>> => ({
    key: name,
    at: named,
    mount: (api, office, within) => mountRow(api, office, name, within, row),
  })
  return named(key)
}

interface BySomebody<Sent> extends Readonly<AppEnv['Variables']> {
  readonly office: ApiOffice
  readonly sent: Sent
  readonly c: Context<AppEnv>
}

/** Has a use case of staff do what is sent, and shows what it gives. */
export const passTo =
  <Sent, Found, View>(
    act: (office: ApiOffice, by: StaffMember, sent: Sent) => Promise<Found>,
    show: (office: ApiOffice, c: Context<AppEnv>, found: Found) => View | Promise<View>,
  ) =>
  async ({ office, staff, sent, c }: BySomebody<Sent>): Promise<View> =>
    show(office, c, await act(office, staff, sent))

/** Describes an operation in the order in which its row is written. */
function describe({ params, query, headers, body, answer, does: _, ...row }: AnyRow, path: string) {
  const { may, requestBody, ...told } = row
  const request = {
    ...paramsOf(path, params),
    ...(query && { query }),
    ...(headers && { headers }),
    ...(body && jsonBody(body)),
  }
  const described: RouteConfig['responses'] = { ...answer.responses, ...refusals }
  const isGuardFirst = Object.keys(row)[0] === 'may'
  return {
    ...(isGuardFirst && guardOf(may)),
    ...told,
    ...guardOf(may),
    ...(requestBody && { requestBody }),
    ...(Object.keys(request).length > 0 && { request }),
    responses: described,
  }
}

function mountRow(api: Api, office: ApiOffice, key: string, within: string, row: AnyRow): void {
  const [method = '', path = ''] = key.split(' ')
  const { status, schema } = row.answer
  const pick = schema && schema !== 'response' ? pickBy(schema) : null
  api.openapi(route[methods[method] ?? 'get'](path, describe(row, within + path)), async (c) => {
    const valid = (target: string): unknown => c.req.valid(target as never)
    const asked = { params: valid('param'), query: valid('query'), body: valid('json'), headers: valid('header') }
    const { tenant: _, ...named } = Object(asked.params)
    const sent = { ...named, ...Object(asked.body) }
    // The router has checked by the row's schemas what is sent.
    const done = await row.does({ ...c.var, office, c, ...asked, sent } as never)
    if (pick) return c.json(pick(done), status === 201 ? 201 : 200)
    return done instanceof Response ? done : c.body(null, status)
  })
}

const methods: Readonly<Record<string, keyof typeof route>> = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
}

/** @param within what stands before each path where the router is mounted, for the names in it */
export function routerOf(tables: readonly (readonly Operation[])[], office: ApiOffice, within = ''): Api {
  const api = newApi()
  for (const row of tables.flat()) row.mount(api, office, within)
  return api
}
