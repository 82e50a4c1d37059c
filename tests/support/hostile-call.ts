import { type IncomingHttpHeaders, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Dice, oneOf } from './dice.ts'
import { hostileBody } from './hostile-json.ts'
import { isLine } from './isolation-walk.ts'

/** A request as it goes over the wire: the path as it is written there. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const escapes = [
  '%00',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%zz',
  '%',
  '%c0%ae%c0%ae',
  '%ff',
  '%ed%a0%80',
  '%0d%0aX-Injected:%20ya',
]
const segments = [
  ...escapes,
  ...['..', '.', '', '*', '0', '-1', 'null', '__proto__', 'constructor', 'toString', '{number}', ';a=b', '%23', '%3f'],
  ...["'%20OR%201=1--", '%E2%80%AEgnitrevni', 'x'.repeat(3_000), '%5Bobject%20Object%5D', '%7B%22$gt%22:%22%22%7D'],
]
const names =
  'lang limit cursor q status category sort case preview due assignee after __proto__ constructor $where a[] limit[$gt]'

const headerValues = [
  ...[
    '',
    'é\u00ff',
    'x'.repeat(4_000),
    '../../etc/passwd',
    '{"$gt":""}',
    '__proto__',
    'null',
    '0',
    '-1',
    '*',
    '"',
    '\t',
    ',,,',
  ],
  ...[
    'Bearer ',
    `Bearer ${'A'.repeat(3_000)}`,
    'Bearer AAAA BBBB',
    'Basic YTpi',
    'aduan_session=%00',
    'aduan_session=%',
    '=;;a=b; a',
  ],
  ...[
    'bytes=0-0,-1',
    'bytes=9-1',
    'text/html',
    'gzip',
    'e30=',
    'eyJjaGFsbGVuZ2UiOm51bGx9',
    'https://lain.example',
    'null; q=abc',
  ],
]
const headerNames = [
  ...[
    'Authorization',
    'Cookie',
    'X-CSRF-Token',
    'Idempotency-Key',
    'Accept-Language',
    'Accept',
    'Accept-Encoding',
    'Origin',
  ],
  ...[
    'X-Forwarded-For',
    'X-Forwarded-Proto',
    'X-Proof',
    'X-Content-SHA256',
    'Range',
    'If-None-Match',
    'If-Modified-Since',
  ],
  ...[
    'Content-Encoding',
    'Access-Control-Request-Method',
    'User-Agent',
    'Referer',
    'X-HTTP-Method-Override',
    '__proto__',
  ],
]
const types = [
  ...[
    'application/json; charset=utf-16',
    'application/json;',
    'text/plain',
    'application/x-www-form-urlencoded',
    '',
    'x',
  ],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
    'application/xml',
    '*/*',
  ],
  ...[
    'application/JSON',
    'application/problem+json',
    'application/json, text/html',
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
  ],
]
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'REPORT']

type Twist = (dice: Dice, call: Call) => Call

const twistAddress: Twist = (dice, call) => {
  const parts = call.path.split('/')
  const at = 1 + dice(parts.length - 1)
  const put = dice(4) > 0 ? [oneOf(dice, segments)] : [parts[at]!, oneOf(dice, segments)]
  return { ...call, path: [...parts.slice(0, at), ...put, ...parts.slice(at + 1)].join('/') }
}
const twistQuery: Twist = (dice, call) => {
  const pairs = Array.from({ length: 1 + dice(3) }, () => `${oneOf(dice, names.split(' '))}=${oneOf(dice, segments)}`)
  return { ...call, path: `${call.path}?${pairs.join('&')}` }
}
const twistHeader: Twist = (dice, call) => ({
  ...call,
  headers: { ...call.headers, [oneOf(dice, headerNames)]: oneOf(dice, headerValues) },
})
const twistType: Twist = (dice, call) => ({ ...call, headers: { ...call.headers, 'Content-Type': oneOf(dice, types) } })
const twistMethod: Twist = (dice, call) => ({ ...call, method: oneOf(dice, methods) })
const twistBody: Twist = (dice, call) => ({
  ...call,
  body: hostileBody(dice, call.body ? (JSON.parse(call.body.toString()) as object) : { revision: 0, text: 'x' }),
})

/** The call with one thing or two about it that no program of ours would send. */
export function hostile(dice: Dice, call: Call): Call {
  const others = [twistAddress, twistQuery, twistHeader, twistHeader, twistType, twistMethod]
  const first = call.body && dice(3) > 0 ? twistBody : oneOf(dice, [...others, twistBody])
  const once = first(dice, call)
  return dice(5) > 0 ? once : oneOf(dice, others)(dice, once)
}

/** Above this a refusal can come, and the connection be closed, before all of the body was sent. */
const MUCH = 60_000

const closedEarly: Answer = { status: 413, headers: {}, body: Buffer.alloc(0) }

/** Sends it as it is, over a connection of its own: neither path nor headers are put right on the way. */
export function send(url: string, { method, path, headers, body }: Call): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const length = body ? { 'Content-Length': String(body.length) } : {}
    const asking = request({ agent: false, hostname, port, method, path, headers: { ...headers, ...length } })
    asking.on('error', (cause) => (body && body.length > MUCH ? resolve(closedEarly) : reject(cause)))
    asking.on('response', (answer) => {
      const { statusCode: status = 0, headers: told } = answer
      if (isLine(told['content-type'])) {
        // It goes on until somebody leaves.
        answer.destroy()
        resolve({ status, headers: told, body: Buffer.alloc(0) })
        return
      }
      buffer(answer).then((read) => resolve({ status, headers: told, body: read }), reject)
    })
    asking.end(body)
  })
}
