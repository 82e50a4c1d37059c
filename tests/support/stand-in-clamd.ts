import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** How the stand-in treats a file. */
export type ClamdMood =
  | 'well'
  | 'hangs'
  | 'cuts_at_once'
  | 'cuts_half_way'
  | 'cuts_its_answer'
  | 'refuses_size'
  | 'errs'
  | 'talks_nonsense'
  | 'talks_without_end'
  | 'answers_in_pieces'
  | 'names_monsters'

export interface StandInClamd {
  /** For `CLAMD_URL`. */
  readonly url: string
  readonly address: { readonly host: string; readonly port: number } | { readonly path: string }
  mood: ClamdMood
  /** What it was given, one text a file, as far as it came. */
  readonly seen: string[]
  connections: number
  close(): Promise<void>
}

/** It takes this for malware, as every real scanner does. It is written in two parts, so that none takes it for a find. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** A clamd that speaks `INSTREAM`, finds the EICAR text, and misbehaves on demand. */
export async function startStandInClamd(at: { readonly path?: string } = {}): Promise<StandInClamd> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    standIn.connections++
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    void serve(socket).catch(() => socket.destroy())
  })
  server.listen(at.path ? { path: at.path } : { host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const port = at.path ? 0 : (server.address() as AddressInfo).port
  const standIn: StandInClamd = {
    url: at.path ? `unix:${at.path}` : `tcp://127.0.0.1:${port}`,
    address: at.path ? { path: at.path } : { host: '127.0.0.1', port },
    mood: 'well',
    seen: [],
    connections: 0,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
      if (at.path) await rm(at.path, { force: true })
    },
  }

  async function serve(socket: Socket): Promise<void> {
    const { mood } = standIn
    if (mood === 'cuts_at_once') return void socket.destroy()
    let got = Buffer.alloc(0)
    let file = ''
    let isGreeted = false
    for await (const bytes of socket.iterator({ destroyOnReturn: false })) {
      got = Buffer.concat([got, bytes as Buffer])
      if (!isGreeted) {
        if (got.length < 10) continue
        if (got.subarray(0, 10).toString('latin1') !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0')
        got = got.subarray(10)
        isGreeted = true
      }
      while (got.length >= 4) {
        const length = got.readUInt32BE()
        if (length === 0) {
          standIn.seen.push(file)
          return answer(socket, mood, file)
        }
        if (got.length < 4 + length) break
        file += got.subarray(4, 4 + length).toString('latin1')
        got = got.subarray(4 + length)
        if (mood === 'cuts_half_way') return void socket.destroy()
        if (mood === 'refuses_size') return void socket.write('INSTREAM size limit exceeded. ERROR\0')
      }
    }
  }

  return standIn
}

function answer(socket: Socket, mood: ClamdMood, file: string): void {
  const verdict = file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'
  switch (mood) {
    case 'hangs':
      return
    case 'cuts_its_answer':
      return void socket.end('stream: O')
    case 'errs':
      return void socket.end('Can’t allocate memory ERROR\0')
    case 'talks_nonsense':
      return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n\0')
    case 'talks_without_end':
      return void socket.write('stream: OK stream: OK '.repeat(1_000))
    case 'names_monsters':
      return void socket.end(`stream: <b>\u001b[31m${'Monster '.repeat(100)} FOUND\0`)
    case 'answers_in_pieces':
      for (const letter of verdict) socket.write(letter)
      return void socket.end()
    default:
      return void socket.end(verdict)
  }
}
