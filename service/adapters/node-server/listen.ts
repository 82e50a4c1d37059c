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

const starting = () => new Response('Starting\n', { status: 503, headers: { 'Retry-After': '1' } })

/** Takes the port first, so that links can name it. @throws Error with a sentence if the port is taken */
export async function listen(host: string, port: number): Promise<Listening> {
  let handler: (request: Request, env: unknown) => Response | Promise<Response> = starting
  const server = createAdaptorServer({ fetch: (request, env) => handler(request, env) })
  const connections = 'closeAllConnections' in server ? server : null
  if (connections) connections.keepAliveTimeout = KEPT_FOR
  let isDraining = false
  server.prependListener('request', (_: unknown, response: { shouldKeepAlive?: boolean }) => {
    if (isDraining) response.shouldKeepAlive = false
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
