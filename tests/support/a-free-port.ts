import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer } from 'node:net'

/** It is for a program that needs its port beforehand. */
export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
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
