import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

/** How the stand-in treats a message. */
export type SmtpMood =
  | 'well'
  | 'refuses_recipient'
  | 'recipient_full'
  | 'refuses_relay'
  | 'refuses_sender'
  | 'refuses_message'
  | 'overloaded'
  | 'hangs'
  | 'cuts'

export interface StandInSmtp {
  readonly url: string
  mood: SmtpMood
  readonly delivered: ParsedMail[]
  connections: number
  close(): Promise<void>
}

/** A real mail server that misbehaves on demand. */
export async function startStandInSmtp(): Promise<StandInSmtp> {
  const standIn: StandInSmtp = { url: '', mood: 'well', delivered: [], connections: 0, close: async () => {} }

  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, callback) {
      standIn.connections++
      callback()
    },
    onMailFrom(_address, _session, callback) {
      callback(standIn.mood === 'refuses_sender' ? reply(550, '5.1.8 We do not take mail from you') : null)
    },
    onRcptTo({ address }, _session, callback) {
      if (standIn.mood === 'refuses_recipient') return callback(reply(550, `5.1.1 No such user ${address}`))
      if (standIn.mood === 'recipient_full') return callback(reply(452, `4.2.2 <${address}> over quota`))
      if (standIn.mood === 'refuses_relay') return callback(reply(550, '5.7.1 Relaying denied'))
      callback()
    },
    onData: (stream, session, callback) => void take(stream, session, callback),
  })

  async function take(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    callback: (error?: Error | null, message?: string) => void,
  ): Promise<void> {
    const mail = await simpleParser(stream)
    if (standIn.mood === 'hangs') return
    if (standIn.mood === 'cuts') return cut(session)
    if (standIn.mood === 'overloaded') return callback(reply(451, '4.3.2 Too busy, try later'))
    if (standIn.mood === 'refuses_message') return callback(reply(554, '5.6.0 We do not like this message'))
    standIn.delivered.push(mail)
    callback(null, 'Queued as stand-in-1')
  }

  function cut({ id }: SMTPServerSession): void {
    for (const connection of server.connections) if (connection.id === id) connection.close()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(standIn, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

const reply = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
