import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CutWire {
  readonly port: number
  /** The next message that says this word reaches the other side, but its answer is lost with the connection. */
  loseAnswerTo(word: string): void
  /** How many answers were lost. */
  readonly lost: number
  /** How many messages to the other side held this word since the wire was made. */
  messagesWith(word: string): number
  /** From now on both sides stay connected and neither hears the other. */
  fallSilent(): void
  close(): void
}

/** A wire to a port of this machine that breaks on demand. */
export async function cutWire(towards: number): Promise<CutWire> {
  let word: string | null = null
  let lost = 0
  let isSilent = false
  const messages: Buffer[] = []
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(towards, '127.0.0.1')
    let isCut = false
    open.add(near)
    near.on('data', (bytes: Buffer) => {
      if (isSilent) return
      messages.push(bytes)
      if (word && bytes.includes(word)) {
        word = null
        isCut = true
      }
      far.write(bytes)
    })
    far.on('data', (bytes: Buffer) => {
      if (isSilent) return true
      if (!isCut) return near.write(bytes)
      lost++
      return near.destroy()
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    near.on('close', () => open.delete(near))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    loseAnswerTo(next) {
      word = next
    },
    get lost() {
      return lost
    },
    messagesWith: (said) => messages.filter((bytes) => bytes.includes(said)).length,
    fallSilent() {
      isSilent = true
    },
    close() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
