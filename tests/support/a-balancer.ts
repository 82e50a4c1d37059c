import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { repeat } from '../../service/shared/repeat.ts'

export interface Balancer {
  readonly url: string
  /** Puts another address in the place of one. */
  swap(from: string, to: string): void
  /** How many places say that they are ready. */
  readonly ready: number
  close(): void
}

/**
 * What stands before several processes: it gives requests in turn to those that answered lately that they are ready, over
 * connections that it keeps, and tries nothing twice.
 */
export async function aBalancer(places: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  const isReady = new Map(places.map((place) => [place, true]))
  let turn = 0
  const ready = () => [...isReady].flatMap(([place, is]) => (is ? [place] : []))

  const lookAt = async (place: string) => {
    const answer = await fetch(`${place}/readyz`).catch(() => null)
    await answer?.arrayBuffer()
    if (isReady.has(place)) isReady.set(place, answer?.ok ?? false)
  }
  const look = () => Promise.all([...isReady.keys()].map(lookAt))
  const stopLooking = repeat(200, look, () => {})

  const server = createServer((asked, answer) => {
    const among = ready()
    const place = new URL(among[turn++ % among.length] ?? 'http://127.0.0.1:1')
    const { method, url: path, headers } = asked
    const onward = request({ host: place.hostname, port: place.port, method, path, headers, agent }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end())
    asked.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swap(from, to) {
      isReady.delete(from)
      isReady.set(to, false)
    },
    get ready() {
      return ready().length
    },
    close() {
      void stopLooking()
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
