import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drip, pour } from './stand-in-provider.ts'

/** How the stand-in treats a request. `takes_and_cuts` and `takes_and_hangs` deliver, and do not say so. */
export type ResendMood =
  | 'well'
  | 'asks_to_wait'
  | 'error'
  | 'nonsense'
  | 'nonsense_error'
  | 'drips'
  | 'endless'
  | 'redirects'
  | 'hangs'
  | 'cuts'
  | 'takes_and_cuts'
  | 'takes_and_hangs'
  | 'refuses_address'
  | 'refuses_sender'
  | 'refuses_key'

export interface ResendEmail {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface StandInResend {
  readonly url: string
  /** For every request for which `next` says nothing. */
  mood: ResendMood
  /** Moods of the next requests, in their order. */
  readonly next: ResendMood[]
  /** Seconds in the `Retry-After` of `asks_to_wait`. */
  retryAfter: number
  /** What reached a mailbox: a repeated idempotency key reaches none. */
  readonly delivered: ResendEmail[]
  readonly keys: string[]
  requests: number
  /** Requests that wait for an answer just now, and the most there ever were. */
  waiting: number
  mostWaiting: number
  /** Answers those that hang, and hangs no more. */
  letGo(): void
  close(): Promise<void>
}

/** Resend's `POST /emails` over real HTTP, misbehaving on demand. */
export async function startStandInResend(): Promise<StandInResend> {
  const taken = new Map<string, { readonly body: string; readonly id: string }>()
  const hanging: (() => void)[] = []
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const standIn: StandInResend = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: 'well',
    next: [],
    retryAfter: 7,
    delivered: [],
    keys: [],
    requests: 0,
    waiting: 0,
    mostWaiting: 0,
    letGo() {
      standIn.mood = 'well'
      for (const go of hanging.splice(0)) go()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  function take(request: IncomingMessage, body: string): { readonly status: number; readonly content: unknown } {
    const key = String(request.headers['idempotency-key'])
    standIn.keys.push(key)
    const known = taken.get(key)
    if (known && known.body !== body) return problem(409, 'invalid_idempotent_request', 'Same key, different payload.')
    const id = known?.id ?? `e-${taken.size + 1}`
    if (!known) {
      taken.set(key, { body, id })
      standIn.delivered.push(JSON.parse(body) as ResendEmail)
    }
    return { status: 200, content: { id } }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    standIn.requests++
    standIn.mostWaiting = Math.max(standIn.mostWaiting, ++standIn.waiting)
    response.on('close', () => standIn.waiting--)
    const body = await bodyOf(request)
    const mood = standIn.next.shift() ?? standIn.mood
    const say = ({ status, content }: { readonly status: number; readonly content: unknown }) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content))
    const to = (JSON.parse(body) as ResendEmail).to

    switch (mood) {
      case 'well':
        return void say(take(request, body))
      case 'asks_to_wait':
        response.setHeader('Retry-After', standIn.retryAfter)
        return void say(problem(429, 'rate_limit_exceeded', 'Too many requests.'))
      case 'error':
        return void say(problem(500, 'internal_server_error', `Could not reach ${to}, sorry.`))
      case 'nonsense':
        return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>It works!</html>')
      case 'nonsense_error':
        return void response.writeHead(502).end('null')
      case 'drips':
        response.writeHead(200, { 'Content-Type': 'application/json' })
        return drip(response)
      case 'endless':
        response.writeHead(200, { 'Content-Type': 'application/json' })
        return pour(response)
      case 'redirects':
        return void response.writeHead(307, { Location: `${standIn.url}/emails` }).end()
      case 'hangs':
        return void hanging.push(() => say(take(request, body)))
      case 'cuts':
        return void request.socket.destroy()
      case 'takes_and_cuts':
        take(request, body)
        return void request.socket.destroy()
      case 'takes_and_hangs':
        take(request, body)
        return
      case 'refuses_address':
        return void say(problem(422, 'validation_error', `Invalid \`to\` field: ${to} is no address.`))
      case 'refuses_sender':
        return void say(problem(422, 'invalid_from_address', 'Invalid `from` field.'))
      case 'refuses_key':
        return void say(problem(401, 'invalid_api_key', 'API key is invalid.'))
    }
  }

  return standIn
}

const problem = (statusCode: number, name: string, message: string) => ({
  status: statusCode,
  content: { statusCode, name, message },
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
