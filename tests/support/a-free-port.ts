import type { ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createConnection, createServer } from 'node:net'

/**
 * It is for a program that needs its port beforehand, or the same one again. The port lies below those that a system
 * gives to programs that name none, so that none is given it meanwhile.
 */
export async function aFreePort(): Promise<number> {
  const port = randomInt(10_000, 32_768)
  const server = createServer().listen(port, '127.0.0.1')
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  )
  if (!isFree) return aFreePort()
  server.close()
  await once(server, 'close')
  return port
}

/** @throws when the program ends before it listens */
export async function untilListening(port: number, child: ChildProcess): Promise<void> {
  let isEnded = child.exitCode !== null
  child.once('exit', () => {
    isEnded = true
  })
  while (!(await listensAt(port))) {
    if (isEnded) throw new Error(`${child.spawnfile} ended before it listened.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const listensAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
