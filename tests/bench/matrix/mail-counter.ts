import { fork } from 'node:child_process'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { firstMessage } from '../first-message.ts'

/** A mail server in a process of its own that takes everything and tells when. */
export interface MailCounter {
  readonly url: string
  /** Milliseconds of the clock, of each message so far. */
  readonly takenAt: readonly number[]
  stop(): void
}

export async function startMailCounter(): Promise<MailCounter> {
  const child = fork(import.meta.filename)
  const port = await firstMessage<number>(child)
  const takenAt: number[] = []
  child.on('message', (at) => takenAt.push(Number(at)))
  return { url: `smtp://127.0.0.1:${port}`, takenAt, stop: () => void child.kill() }
}

const CONNECTIONS = 5

/** Messages per second that nodemailer alone hands to this server, over as many connections as the service has. */
export async function bareMail(url: string, messages: number): Promise<number> {
  const pool = createTransport({ url, pool: true, maxConnections: CONNECTIONS })
  const send = () =>
    pool.sendMail({
      from: 'aduan@contoh.example',
      to: 'siti@contoh.example',
      subject: 'Pengaduan diterima',
      text: 'Pengaduan Anda diterima.\n'.repeat(20),
      html: '<p>Pengaduan Anda diterima.</p>'.repeat(20),
    })
  await Promise.all(Array.from({ length: CONNECTIONS * 4 }, send))
  const began = performance.now()
  await Promise.all(Array.from({ length: messages }, send))
  const seconds = (performance.now() - began) / 1_000
  pool.close()
  return messages / seconds
}

function countHere(): void {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      stream.resume()
      stream.on('end', () => {
        process.send?.(Date.now())
        callback(null, 'Taken')
      })
    },
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.server.address()
    process.send?.(typeof address === 'object' && address ? address.port : 0)
  })
}

if (import.meta.filename === process.argv[1]) countHere()
