import { fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { firstMessage } from './first-message.ts'

/** A request, sent over and over. */
export interface Shot {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Gives each request an Idempotency-Key that was never used. */
  readonly newKey?: boolean
}

/** What a client sends. Each connection fires the shots in turn and waits for each answer. */
export interface Volley {
  readonly url: string
  readonly shots: readonly Shot[]
  readonly connections: number
  readonly amount: number
}

export interface Fired {
  readonly perSecond: number
  /** Milliseconds to each answer, in the order of the answers. */
  readonly times: readonly number[]
}

/** Fires from a process of its own, so that the client's work is not the server's. @throws Error unless all were answered 2xx */
export async function fire(volley: Volley): Promise<Fired> {
  const client = fork(import.meta.filename, { serialization: 'advanced' })
  client.send(volley)
  return firstMessage<Fired>(client)
}

async function fireHere({ url, shots, connections, amount }: Volley): Promise<Fired> {
  let keys = 0
  const requests = shots.map(({ path, method = 'GET', headers = {}, body, newKey }) => ({
    path,
    method,
    headers,
    ...(body !== undefined && { body: typeof body === 'string' ? body : Buffer.from(body) }),
    ...(newKey && {
      setupRequest: (request: autocannon.Request) => ({
        ...request,
        headers: { ...headers, 'Idempotency-Key': `${process.pid}-${Date.now()}-${keys++}` },
      }),
    }),
  }))
  const times: number[] = []
  const began = performance.now()
  let lastAnswer = began
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, connections, amount, requests, timeout: 60 }
    const firing = autocannon(options, (fault, told) => (fault ? reject(fault) : resolve(told)))
    firing.on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds)
      lastAnswer = performance.now()
    })
  })
  if (result['2xx'] !== amount) throw new Error(`Only ${result['2xx']} of ${amount} requests were answered as asked.`)
  // The client itself ends only at its next full second.
  return { perSecond: (amount * 1_000) / (lastAnswer - began), times }
}

if (import.meta.filename === process.argv[1]) {
  const [volley] = (await once(process, 'message')) as [Volley]
  process.send?.(await fireHere(volley), () => process.disconnect())
}
