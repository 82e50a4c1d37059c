import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { relative } from 'node:path'
import { createInterface } from 'node:readline'

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

/** @returns `null` if no socket address can be so long */
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
