import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import type { MalwareScanner, ScanAnswer } from '../../shared/outbound.ts'

/** The longest silence of clamd, in milliseconds. Its own `MaxScanTime` is two minutes unless set. */
export interface Patience {
  readonly connecting: number
  readonly sending: number
  readonly answering: number
}

const standardPatience: Patience = { connecting: 5_000, sending: 30_000, answering: 150_000 }

/** No answer of clamd is longer. */
const ANSWER_BYTES = 4_096

/**
 * Scans with clamd over its socket: `INSTREAM`, pieces with their length before them, an empty piece at the end.
 * Nothing is written to our disk.
 */
export const clamdScanner = (address: ClamdAddress, patience = standardPatience): MalwareScanner => ({
  async scan(bytes, signal) {
    signal.throwIfAborted()
    const socket = await connected(address, patience.connecting)
    if (!socket) return { kind: 'unreachable' }
    const hangUp = () => socket.destroy()
    signal.addEventListener('abort', hangUp)
    try {
      return await exchange(socket, bytes, patience, signal)
    } finally {
      signal.removeEventListener('abort', hangUp)
      hangUp()
    }
  },
})

const connected = (address: ClamdAddress, within: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect({ ...address, timeout: within })
    const give = (up: Socket | null) => {
      socket.removeAllListeners()
      // A later fault closes the socket, which the caller awaits.
      socket.on('error', () => {})
      if (!up) socket.destroy()
      resolve(up)
    }
    socket.once('connect', () => give(socket))
    socket.once('error', () => give(null))
    socket.once('timeout', () => give(null))
  })

async function exchange(
  socket: Socket,
  bytes: AsyncIterable<Uint8Array>,
  { sending, answering }: Patience,
  signal: AbortSignal,
): Promise<ScanAnswer> {
  let isAnswered = false
  const faults: unknown[] = []
  const answered = answerFrom(socket).finally(() => {
    isAnswered = true
  })

  async function* spoken() {
    yield Buffer.from('zINSTREAM\0')
    try {
      for await (const piece of bytes) {
        // clamd has answered early: the file is too large, or clamd is gone.
        if (isAnswered) return
        if (piece.length === 0) continue
        yield lengthOf(piece)
        yield piece
      }
    } catch (cause) {
      faults.push(cause)
      throw cause
    }
    yield lengthOf(new Uint8Array())
    socket.setTimeout(answering)
  }

  socket.setTimeout(sending, () => socket.destroy())
  const sent = pipeline(spoken, socket, { end: false }).catch(() => socket.destroy())
  const answer = await answered
  socket.destroy()
  await sent
  signal.throwIfAborted()
  if (faults.length > 0) throw faults[0]
  return readAnswer(answer)
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

/** Returns clamd's answer up to its zero byte, or the part that came before the connection broke. */
const answerFrom = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', (piece: string) => {
      answer += piece
      if (answer.includes('\0') || answer.length > ANSWER_BYTES) resolve(answer)
    })
    socket.once('close', () => resolve(answer))
  })

/** `stream: OK`, `stream: <signature> FOUND`, or a sentence that ends in `ERROR`. */
function readAnswer(received: string): ScanAnswer {
  const answer = /^([^\0]*)\0/.exec(received)?.[1] ?? ''
  if (answer === 'stream: OK') return { kind: 'clean' }
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (signature) return { kind: 'infected', signature: signature.replace(/[^\w.:()-]/g, '_').slice(0, 120) }
  return { kind: /size limit exceeded/i.test(answer) ? 'too_large' : 'unclear' }
}

/** On the network, or at a socket of this machine. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string }
