import type { WithFixedLists } from '../../service/contract/shown.ts'
import type { wholeTenantView } from '../../service/contract/tenant-view.ts'
import type { Wire, WireOf } from '../../service/http/operation.ts'
import type { OperatorOperations } from '../../service/http/operator/operator-tables.ts'
import type { draftOperations } from '../../service/http/public/upload-routes.ts'
import type { AccountOperations, UnitOperations } from '../../service/http/staff/staff-operations.ts'
import type { Call, FileAnswer, Transport } from './transport.ts'

/** What the staff's app asks of the public side of a unit. */
interface PublicOperations extends DraftOperations {
  readonly 'GET /tenants/{tenant}': Wire<'tenant', undefined, undefined, typeof wholeTenantView>
}

/** Relative to the unit, as its own operations are. */
type DraftOperations = WireOf<[typeof draftOperations]>

type Operations = UnitOperations & AccountOperations & OperatorOperations & PublicOperations

/** The name of an operation as its row in the service writes it; a unit's stands within the unit. */
export type OperationKey = keyof Operations

type Schema = { readonly _zod: { readonly input: unknown; readonly output: unknown } }
type Written<S> = S extends Schema ? WithFixedLists<S['_zod']['input']> : never

export type FileKey = {
  readonly [Key in OperationKey]: Operations[Key]['answer'] extends 'response' ? Key : never
}[OperationKey]
type JsonKey = Exclude<OperationKey, FileKey>

export type AnswerTo<Key extends OperationKey> = Operations[Key]['answer'] extends Schema
  ? WithFixedLists<Operations[Key]['answer']['_zod']['output']>
  : undefined

export type BodyOf<Key extends OperationKey> = Written<Operations[Key]['body']>

type Names<Key extends OperationKey> =
  | Operations[Key]['params']
  | (Key extends keyof (UnitOperations & DraftOperations) ? 'tenant' : never)

/** A value that is empty or `null` is left out. */
type Query = URLSearchParams | Readonly<Record<string, string | number | boolean | null | undefined>>

/** What is put into an operation's place in the address, and sent. */
export type Asked<Key extends OperationKey> = Omit<Call, 'body'> & {
  readonly query?: Query
} & ([Names<Key>] extends [never] ? unknown : { readonly params: { readonly [Name in Names<Key>]: string } }) &
  (Operations[Key]['body'] extends Schema ? { readonly body: BodyOf<Key> } : unknown)

type Rest<Key extends OperationKey> = object extends Asked<Key> ? [asked?: Asked<Key>] : [asked: Asked<Key>]

type PlacedFor<Key extends OperationKey> = [Names<Key>] extends [never]
  ? []
  : [placed: { readonly params: { readonly [Name in Names<Key>]: string }; readonly query?: Query }]

/** The staff API by the names of its operations. */
export interface Calls {
  call<Key extends JsonKey>(key: Key, ...asked: Rest<Key>): Promise<AnswerTo<Key>>
  file<Key extends FileKey>(key: Key, ...asked: Rest<Key>): Promise<FileAnswer>
  /** The address of a file, for a link or a player. */
  address<Key extends OperationKey>(key: Key, ...placed: PlacedFor<Key>): string
}

interface Placed {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Query
}

function queryOf(query: Query | undefined): string {
  if (!query) return ''
  const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query)
  const given = entries.filter(([, value]) => value !== '' && value !== null && value !== undefined)
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}

/** The method and the path of an operation, what it names put in. */
function placeOf(key: string, { params = {}, query }: Placed = {}) {
  const [method = '', path = ''] = key.split(' ')
  const within = path.includes('{tenant}') || params.tenant === undefined ? '' : `/tenants/{tenant}`
  const filled = (within + path).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return { method, path: filled + queryOf(query) }
}

export function createCalls(transport: Transport): Calls {
  const split = ({ params, query, ...call }: Placed & Call = {}) => ({
    placed: { ...(params && { params }), ...(query && { query }) },
    call,
  })
  return {
    call: (key, ...[asked]) => {
      const { placed, call } = split(asked)
      const { method, path } = placeOf(key, placed)
      return transport.json(method, path, call)
    },
    file: (key, ...[asked]) => {
      const { placed, call } = split(asked)
      const { method, path } = placeOf(key, placed)
      return transport.file(method, path, call)
    },
    address: (key, ...[placed]) => transport.address(placeOf(key, placed).path),
  }
}
