import { chmod, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { relative } from 'node:path'
import { createInterface } from 'node:readline'
import { createAdaptorServer } from '@hono/node-server'

export interface Listening {
  readonly port: number
  /** Requests go to `fetch` from now on; earlier ones are asked to retry. */
  serve(fetch: (request: Request, env: unknown) => Response | Promise<Response>): void
  /** Asks clients to make a new connection for their next request, so that none is cut while it is in use. */
  drain(): void
  /** Accepts no new connections and resolves when running requests are answered, or after the grace period. */
  stop(graceMilliseconds: number): Promise<void>
}

/**
 * In milliseconds: longer than proxies keep a connection that nobody uses, which are two minutes for Caddy. Were it
 * closed here first, a request that comes in that moment would be lost.
 */
const KEPT_FOR = 130_000

/** How long, in milliseconds, a connection may hold a place with half a request, and how many there are. */
export interface Patience {
  readonly headers: number
  /** A body that brings nothing for so long is cut. */
  readonly stillBody: number
  readonly checkedEvery: number
  readonly connections: number
}

/** People on slow lines send something every few seconds; a file that arrives slowly is not cut. */
const usual: Patience = { headers: 20_000, stillBody: 60_000, checkedEvery: 5_000, connections: 4_000 }

const starting = () => new Response('Starting\n', { status: 503, headers: { 'Retry-After': '1' } })

/** Takes the port first, so that links can name it. */
export async function listen(host: string, port: number, patience: Patience = usual): Promise<Listening> {
  let handler: (request: Request, env: unknown) => Response | Promise<Response> = starting
  const server = createAdaptorServer({
    fetch: (request, env) => handler(request, env),
    serverOptions: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.checkedEvery },
  })
  server.maxConnections = patience.connections
  const connections = 'closeAllConnections' in server ? server : null
  if (connections) connections.keepAliveTimeout = KEPT_FOR
  let isDraining = false
  server.prependListener('request', (_: unknown, response: { shouldKeepAlive?: boolean }) => {
    if (isDraining) response.shouldKeepAlive = false
  })
  server.prependListener('request', (request: IncomingMessage) => {
    request.setTimeout(patience.stillBody, () => {
      if (!request.complete) request.socket.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explained(cause, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    serve: (fetch) => {
      handler = fetch
    },
    drain() {
      isDraining = true
    },
    stop: (graceMilliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => connections?.closeAllConnections(), graceMilliseconds)
        server.close(() => {
          clearTimeout(timer)
          resolve()
        })
        connections?.closeIdleConnections()
        // Those that are in use are closed with their answer.
        if (connections) connections.keepAliveTimeout = 1
      }),
  }
}

const explained = (cause: NodeJS.ErrnoException, host: string, port: number): Error => {
  if (cause.code === 'EADDRINUSE')
    return new Error(`Port ${port} on ${host} is taken by another program. Set PORT to a free one.`)
  if (cause.code === 'EACCES') return new Error(`This user may not listen on port ${port}. Set PORT to one above 1023.`)
  return cause
}

/** A client of the process that holds the store: it sends lines of text and gets lines of JSON. */
export interface Speaker {
  readonly lines: AsyncIterable<string>
  say(answer: unknown): void
}

export interface CommandSocket {
  stop(): Promise<void>
}

/** Longer paths are cut by the system. */
const LONGEST = 100

export function socketAddress(path: string): string | null {
  const shorter = relative(process.cwd(), path)
  return [path, shorter].find((one) => Buffer.byteLength(one) <= LONGEST) ?? null
}

/**
 * Only the owner can connect to the socket file. One process at a time has the store, so an existing file is a dead
 * one's.
 */
export async function listenForCommands(
  path: string,
  serve: (speaker: Speaker) => Promise<void>,
  onFault: (cause: unknown) => void,
): Promise<CommandSocket> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    const say = (answer: unknown) => void socket.write(`${JSON.stringify(answer)}\n`)
    serve({ lines: createInterface(socket), say })
      .catch(onFault)
      .finally(() => socket.end())
  })
  await rm(path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

export interface Conversation {
  /** @throws Error if the other side is gone before it answers */
  ask(line: string): Promise<unknown>
  end(): void
}

/** @returns `null` if nobody listens there */
export async function speakTo(path: string): Promise<Conversation | null> {
  const socket = connect(path)
  const isThere = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  if (!isThere) return null
  socket.on('error', () => socket.destroy())
  const answers = createInterface(socket)[Symbol.asyncIterator]()
  return {
    async ask(line) {
      socket.write(`${line}\n`)
      // A process that is killed with a line unread resets the connection; else it ends.
      const answer = await answers.next().catch(() => null)
      if (!answer || answer.done) throw new Error('The process that has the store ended, or hung up.')
      return JSON.parse(answer.value)
    },
    end: () => void socket.end(),
  }
}
