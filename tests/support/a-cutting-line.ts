import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A line to a service that breaks where the test wants. */
export interface CuttingLine {
  readonly url: string
  /** How many of the planned breaks it had. */
  readonly cuts: () => number
  /** From now on it breaks after so many bytes of a file on their way, once for each number; `dead`: and then lets none through. */
  breakAfter(bytes: readonly number[], then?: 'dead'): void
}

/** Real sockets between a browser and a service. What was let through before a break arrives. @param carries the first line of a request that carries a file */
export async function aCuttingLine(to: string, carries: RegExp): Promise<CuttingLine> {
  const { port } = new URL(to)
  const open = new Set<Socket>()
  let planned: number[] = []
  let isDead = false
  let cuts = 0
  const server = createServer((near) => {
    const far = connect({ port: Number(port), host: '127.0.0.1' })
    let carried = 0
    let isFile = false
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.end()
      })
    }
    far.pipe(near)
    near.on('data', (chunk: Buffer) => {
      const start = chunk.toString('latin1', 0, 200)
      if (/^[A-Z]+ \/\S* HTTP/.test(start)) {
        isFile = carries.test(start)
        carried = 0
      }
      const limit = isFile ? (planned[0] ?? (isDead ? 0 : Number.POSITIVE_INFINITY)) : Number.POSITIVE_INFINITY
      if (carried + chunk.length < limit) {
        carried += chunk.length
        far.write(chunk)
        return
      }
      if (planned.shift() !== undefined) cuts++
      far.end(chunk.subarray(0, limit - carried))
      near.resetAndDestroy()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    for (const socket of open) socket.destroy()
    await new Promise((closed) => server.close(closed))
  })
  const address = server.address()
  const ownPort = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://localhost:${ownPort}`,
    cuts: () => cuts,
    breakAfter(bytes, then) {
      planned = [...bytes]
      isDead = then === 'dead'
    },
  }
}
