import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the stand-in treats a request. Those that begin with `takes` deliver, and do not say so. */
export type ProviderMood =
  | 'well'
  | 'asks_to_wait'
  | 'error'
  | 'nonsense'
  | 'nonsense_error'
  | 'endless'
  | 'drips'
  | 'hangs'
  | 'cuts'
  | 'takes_and_cuts'
  | 'takes_and_hangs'
  | 'redirects'
  | Reply

export interface Reply {
  readonly status: number
  readonly body: unknown
}

export interface ProviderRequest {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface StandInProvider {
  readonly url: string
  /** For every request for which `next` says nothing. */
  mood: ProviderMood | ((request: ProviderRequest) => ProviderMood)
  /** Moods of the next requests, in their order. */
  readonly next: ProviderMood[]
  readonly requests: ProviderRequest[]
  close(): Promise<void>
}

/** Seconds in the `Retry-After` of `asks_to_wait`. */
export const ASKS_TO_WAIT = 7

/**
 * A message provider over real HTTP, misbehaving on demand.
 * @param take what it does with a message that it takes, and its answer
 */
export async function startStandInProvider(take: (request: ProviderRequest) => Reply): Promise<StandInProvider> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const standIn: StandInProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: 'well',
    next: [],
    requests: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = incoming
    const url = new URL(incoming.url ?? '/', standIn.url)
    const request = { method, url, headers, body: await bodyOf(incoming) }
    standIn.requests.push(request)
    const told = standIn.next.shift() ?? standIn.mood
    const mood = typeof told === 'function' ? told(request) : told
    const say = ({ status, body }: Reply) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body))
    if (typeof mood === 'object') return void say(mood)

    switch (mood) {
      case 'well':
        return void say(take(request))
      case 'asks_to_wait':
        response.setHeader('Retry-After', ASKS_TO_WAIT)
        return void say({ status: 429, body: 'Slow down.' })
      case 'error':
        return void say({ status: 500, body: `Could not process ${request.body}` })
      case 'nonsense':
        return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>It works!</html>')
      case 'nonsense_error':
        return void response.writeHead(502).end('null')
      case 'endless':
        response.writeHead(200)
        return pour(response)
      case 'drips':
        response.writeHead(200)
        return drip(response)
      case 'hangs':
        return
      case 'cuts':
        return void incoming.socket.destroy()
      case 'takes_and_cuts':
        take(request)
        return void incoming.socket.destroy()
      case 'takes_and_hangs':
        take(request)
        return
      case 'redirects':
        return void response.writeHead(307, { Location: `${standIn.url}/elsewhere` }).end()
    }
  }

  return standIn
}

/** A character now and then, for as long as somebody listens. */
export function drip(response: ServerResponse): void {
  const dripping = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(dripping))
}

/** Goes on for as long as somebody listens. */
export function pour(response: ServerResponse): void {
  while (!response.destroyed && response.write('x'.repeat(16_384)));
  if (!response.destroyed) response.once('drain', () => pour(response))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
