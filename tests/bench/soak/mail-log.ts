import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** A real mail server that takes everything and remembers when it took which message. */
export interface MailLog {
  readonly url: string
  /** By the key that a notice keeps over all its tries: when it came, in milliseconds of the clock. */
  readonly taken: ReadonlyMap<string, { readonly number: string; readonly at: number[] }>
  close(): Promise<void>
}

const caseNumber = /\b[A-Z]{2,}-\d{4}-\d{6}\b/

export async function startMailLog(): Promise<MailLog> {
  const taken = new Map<string, { readonly number: string; readonly at: number[] }>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) =>
      void take(stream).then(
        () => callback(null, 'Taken'),
        (fault: Error) => callback(fault),
      ),
  })

  async function take(stream: SMTPServerDataStream): Promise<void> {
    const { messageId = '', subject = '', text = '' } = await simpleParser(stream)
    const known = taken.get(messageId)
    if (known) known.at.push(Date.now())
    else taken.set(messageId, { number: caseNumber.exec(`${subject} ${text}`)?.[0] ?? '', at: [Date.now()] })
  }

  // A service that is killed resets its connections.
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}
