import { beforeAll } from 'vitest'
import type { Permission } from '../../service/offices/staff/permissions.ts'
import { problemOf } from './a-problem.ts'
import { withOperator } from './an-operator.ts'
import { here, type PreparedOffice, prepareOffice, type Things, thingsOfCase, withInbound } from './isolation-office.ts'
import { isolationRows, type Row } from './isolation-rows.ts'
import { oneService } from './one-service.ts'
import { patience } from './patience.ts'
import { readPdf } from './read-pdf.ts'
import { readWorkbook } from './read-workbook.ts'

interface Described {
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly 'x-permissions'?: readonly Permission[]
  readonly requestBody?: unknown
}

/** An operation as the service describes it; its name is `POST /tenants/{tenant}/cases`. */
export interface Operation {
  readonly name: string
  /** `trackingCode`, `apiKey`, `session`, or nothing for who needs neither. */
  readonly scheme: string | undefined
  readonly permissions: readonly Permission[]
  /** What the key of a program must have. */
  readonly scopes: readonly string[]
  readonly hasBody: boolean
}

export async function operationsOf(url: string): Promise<Operation[]> {
  const description = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>
  }
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      name: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      scheme: described.security?.flatMap(Object.keys)[0],
      permissions: described['x-permissions'] ?? [],
      scopes: described.security?.flatMap((one) => one.apiKey ?? []) ?? [],
      hasBody: described.requestBody !== undefined,
    })),
  )
}

/** The line to add to the table for an operation that it lacks. */
export function lineFor({ name, scheme, permissions, hasBody }: Operation): string {
  const speakers: Readonly<Record<string, string>> = { trackingCode: 'reporter', apiKey: 'program', session: 'account' }
  const byScheme = scheme === undefined ? 'anybody' : speakers[scheme]
  const isOfUnit = scheme === 'session' && name.includes('{tenant}')
  const who = name.includes(' /operator/')
    ? 'operator'
    : permissions.length > 0
      ? 'staff'
      : isOfUnit
        ? 'member'
        : byScheme
  const details = [
    ...(/\{(?!tenant|number)\w+\}/.test(name) ? ['id: <a key of Things>'] : []),
    ...(hasBody ? ['body: { <a valid one> }'] : []),
  ]
  return `'${name}': ${who}(${details.length > 0 ? `{ ${details.join(', ')} }` : ''}),`
}

export const rowsOf = (...who: readonly Row['who'][]): string[] =>
  Object.keys(isolationRows).filter((name) => who.includes(isolationRows[name]!.who))

export const methodOf = (name: string): string => name.split(' ')[0]!
const pathOf = (name: string): string => name.split(' ')[1]!

/** Whether the operation names something of the unit. */
export const namesSomething = (name: string): boolean =>
  (/\{(?!tenant)\w+\}/.test(name) && !isolationRows[name]!.inEveryUnit) || isolationRows[name]!.caseInBody === true

/** Whether what the operation names belongs to a case. */
export const isOnCase = (name: string): boolean => {
  const { id, caseInBody } = isolationRows[name]!
  return name.includes('{number}') || caseInBody === true || (id !== undefined && thingsOfCase.includes(id))
}

export interface Asking {
  readonly things: Things
  readonly unit: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
}

/** A request for one operation, as the table says. */
export function requestFor(office: PreparedOffice, name: string, { things, unit, headers, query = '' }: Asking) {
  const { id, body, headers: more } = isolationRows[name]!
  const path = pathOf(name)
    .replace('{tenant}', unit)
    .replace('{number}', things.number)
    .replace(/\{\w+\}/, id ? things[id] : '{unnamed}')
  return {
    method: methodOf(name),
    path: `/api/v1${path}${query}`,
    headers: { 'Content-Type': 'application/json', ...more, ...headers },
    body: typeof body === 'function' ? body(things, office) : body,
  }
}

/** Asks the service for one operation, as the table says. */
export function ask(url: string, office: PreparedOffice, name: string, asking: Asking): Promise<Response> {
  const { method, path, headers, body } = requestFor(office, name, asking)
  return fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

/** An answer's status, and the problem in it. */
export type Told = Readonly<Record<string, unknown>>

/** What is another one in every answer. */
const ofThisAnswer = ['date', 'x-request-id']

/**
 * All of an answer that its reader could tell from another one: status, headers and body, without the request's own id
 * and the time. Of one that was given to them only the status.
 */
export async function toldBy(answer: Promise<Response>): Promise<Told> {
  const response = await answer
  if (response.ok) {
    // An open line goes on telling.
    if (isLine(response.headers.get('content-type'))) await response.body?.cancel()
    else await response.arrayBuffer()
    return { status: response.status }
  }
  const { requestId: _, ...problem } = await problemOf(response)
  const headers = [...response.headers].filter(([name]) => !ofThisAnswer.includes(name))
  return { ...problem, headers: Object.fromEntries(headers) }
}

/** What one can read in an answer, also in a paper or a table. */
export async function readText(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? ''
  if (!/pdf|sheet/.test(type)) return (await answer.text()).replace(/\s+/g, ' ')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return (type.includes('pdf') ? readPdf(bytes).text : JSON.stringify(readWorkbook(bytes))).replace(/\s+/g, ' ')
}

export const isLine = (contentType: string | null | undefined): boolean => contentType === 'text/event-stream'

/** All pages of what an operation lists. @param ask is given `{ cursor }` from the second page on */
export async function pagesOf(ask: (cursor: { readonly cursor?: string }) => Promise<Response>): Promise<unknown[]> {
  const pages: { readonly nextCursor?: string | null }[] = []
  do {
    const cursor = pages.at(-1)?.nextCursor
    pages.push((await (await ask(cursor ? { cursor } : {})).json()) as { nextCursor?: string | null })
  } while (pages.at(-1)?.nextCursor)
  return pages
}

/** A service for a file of the isolation suite, with the prepared office and all operations as it describes them. */
export function preparedSuite() {
  const service = oneService({ ...withInbound, ...withOperator })
  let prepared: { readonly office: PreparedOffice; readonly operations: ReadonlyMap<string, Operation> } | undefined
  beforeAll(async () => {
    const operations = new Map((await operationsOf(service.url)).map((operation) => [operation.name, operation]))
    prepared = { office: await prepareOffice(service), operations }
  }, patience(60_000))
  const found = () => {
    if (!prepared) throw new Error('The office is prepared before the first test, not before.')
    return prepared
  }
  return {
    service,
    get office() {
      return found().office
    },
    get operations() {
      return found().operations
    },
    told: (name: string, headers: Readonly<Record<string, string>>, things = found().office.real, unit = here) =>
      toldBy(ask(service.url, found().office, name, { headers, things, unit })),
  }
}

/** A caller who gets one of these was not let in, or asked for what is not there, or the table's body is not valid. */
const shutOut = /^(session\/|request\/|tenant\/unknown$|complaint\/not-found$|staff\/not-permitted$)/
export const isLetIn = ({ code }: Told): boolean => !shutOut.test(String(code))

export const isChange = (name: string): boolean => methodOf(name) !== 'GET'
export const withSession = rowsOf('staff', 'member', 'account', 'operator')
