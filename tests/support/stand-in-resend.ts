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

interface Answer {
  readonly status: number
  readonly content: unknown
}

/** A request, and what each mood needs to answer it. */
interface Exchange {
  readonly standIn: StandInResend
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The address to which the request wants to send. */
  readonly to: string
  say(answer: Answer): void
  /** Delivers, as Resend does when all is well. */
  take(): Answer
  /** Keeps an answer back until nothing hangs any more. */
  hang(answer: () => void): void
}

const json = { 'Content-Type': 'application/json' }

const moods: Readonly<Record<ResendMood, (exchange: Exchange) => void>> = {
  well: ({ say, take }) => say(take()),
  asks_to_wait({ standIn, response, say }) {
    response.setHeader('Retry-After', standIn.retryAfter)
    say(problem(429, 'rate_limit_exceeded', 'Too many requests.'))
  },
  error: ({ say, to }) => say(problem(500, 'internal_server_error', `Could not reach ${to}, sorry.`)),
  nonsense: ({ response }) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>It works!</html>'),
  nonsense_error: ({ response }) => void response.writeHead(502).end('null'),
  drips: ({ response }) => drip(response.writeHead(200, json)),
  endless: ({ response }) => pour(response.writeHead(200, json)),
  redirects: ({ standIn, response }) => void response.writeHead(307, { Location: `${standIn.url}/emails` }).end(),
  hangs: ({ hang, say, take }) => hang(() => say(take())),
  cuts: ({ request }) => void request.socket.destroy(),
  takes_and_cuts({ request, take }) {
    take()
    request.socket.destroy()
  },
  takes_and_hangs: ({ take }) => void take(),
  refuses_address: ({ say, to }) => say(problem(422, 'validation_error', `Invalid \`to\` field: ${to} is no address.`)),
  refuses_sender: ({ say }) => say(problem(422, 'invalid_from_address', 'Invalid `from` field.')),
  refuses_key: ({ say }) => say(problem(401, 'invalid_api_key', 'API key is invalid.')),
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

  function take(request: IncomingMessage, body: string): Answer {
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
    moods[standIn.next.shift() ?? standIn.mood]({
      ...{ standIn, request, response },
      to: (JSON.parse(body) as ResendEmail).to,
      say: ({ status, content }) => void response.writeHead(status, json).end(JSON.stringify(content)),
      take: () => take(request, body),
      hang: (go) => void hanging.push(go),
    })
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
