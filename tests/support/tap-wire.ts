import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

export interface TappedWire {
  readonly port: number
  /** Every byte that went towards the other side so far. */
  said(): Buffer
  close(): void
}

/** A wire to a port of this machine, on which somebody listens in. */
export async function tapWire(towards: number): Promise<TappedWire> {
  const heard: Buffer[] = []
  const server = createServer((near) => {
    const far = connect(towards, '127.0.0.1')
    near.on('data', (bytes: Buffer) => heard.push(bytes))
    near.pipe(far).pipe(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    said: () => Buffer.concat(heard),
    close: () => server.close(),
  }
}
