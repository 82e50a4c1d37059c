import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** How the stand-in treats what it is asked. `cuts_mail` breaks off in the middle of a mail. */
export type ImapMood = 'well' | 'refuses_login' | 'cuts_mail' | 'no_flags'

interface StoredMail {
  readonly uid: number
  readonly raw: Buffer
  seen: boolean
}

export interface StandInImap {
  /** With user and password, as `IMAP_URL` wants it. */
  readonly url: string
  mood: ImapMood
  readonly mails: StoredMail[]
  connections: number
  /** A mail comes in, and clients that wait by IDLE hear of it. */
  deliver(raw: string | Buffer): StoredMail
  close(): Promise<void>
}

/** The part of IMAP4rev1 (RFC 3501, 2177) that a client needs to take mails, over real TCP. */
export async function startStandInImap(): Promise<StandInImap> {
  const idling = new Set<Socket>()
  const sockets = new Set<Socket>()
  let uids = 0
  const server = createServer((socket) => {
    standIn.connections++
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      idling.delete(socket)
    })
    socket.write('* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n')
    let rest = ''
    socket.on('data', (piece) => {
      rest += piece.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        answer(socket, line)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const standIn: StandInImap = {
    url: `imap://masuk:sandi-kotak@127.0.0.1:${port}/INBOX`,
    mood: 'well',
    mails: [],
    connections: 0,
    deliver(raw) {
      const mail = { uid: ++uids, raw: Buffer.from(raw as string), seen: false }
      standIn.mails.push(mail)
      for (const socket of idling) socket.write(`* ${standIn.mails.length} EXISTS\r\n`)
      return mail
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }

  let idleTag = ''
  function answer(socket: Socket, line: string): unknown {
    if (/^done$/i.test(line)) {
      idling.delete(socket)
      return void socket.write(`${idleTag} OK done\r\n`)
    }
    const [tag = '', ...words] = line.split(' ')
    const command = words.join(' ')
    const say = (text: string) => socket.write(text)
    const ok = (text = '') => void say(`${text}${tag} OK done\r\n`)
    if (/^(login|authenticate)/i.test(command)) {
      const known =
        command.includes('sandi-kotak') || command.includes(Buffer.from('\0masuk\0sandi-kotak').toString('base64'))
      return known && standIn.mood !== 'refuses_login' ? ok() : void say(`${tag} NO [AUTHENTICATIONFAILED] no\r\n`)
    }
    if (/^capability/i.test(command)) return ok('* CAPABILITY IMAP4rev1 IDLE\r\n')
    if (/^(select|examine)/i.test(command)) {
      const flags = String.raw`* FLAGS (\Seen)`
      return ok(
        `${flags}\r\n* ${standIn.mails.length} EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT ${uids + 1}] ok\r\n`,
      )
    }
    if (/^(list|lsub)/i.test(command)) return ok('* LIST () "/" INBOX\r\n')
    if (/^idle/i.test(command)) {
      idling.add(socket)
      idleTag = tag
      return void say(`+ idling\r\n* ${standIn.mails.length} EXISTS\r\n`)
    }
    if (/^uid search/i.test(command)) {
      const unseen = standIn.mails.filter(({ seen }) => !seen).map(({ uid }) => uid)
      return ok(`* SEARCH ${unseen.join(' ')}\r\n`)
    }
    const uid = Number(/^uid (?:fetch|store) (\d+)/i.exec(command)?.[1])
    const at = standIn.mails.findIndex((mail) => mail.uid === uid)
    const mail = standIn.mails[at]
    if (/^uid store/i.test(command)) {
      if (standIn.mood === 'no_flags') return void say(`${tag} NO read-only\r\n`)
      if (mail && /\\seen/i.test(command)) mail.seen = true
      return ok()
    }
    if (/^uid fetch/i.test(command)) return mail ? fetched(socket, tag, at + 1, mail, command) : ok()
    if (/^logout/i.test(command)) {
      ok('* BYE\r\n')
      return void socket.end()
    }
    ok()
  }

  function fetched(socket: Socket, tag: string, seq: number, mail: StoredMail, command: string): void {
    const size = /RFC822\.SIZE/i.test(command) ? ` RFC822.SIZE ${mail.raw.length}` : ''
    const lines = /BODY\.PEEK\[HEADER\.FIELDS \(([^)]*)\)\]/i.exec(command)
    const part = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(command)
    const [name, content] = lines
      ? [`BODY[HEADER.FIELDS (${lines[1]})]`, headOf(mail.raw)]
      : part?.[1] === undefined
        ? ['BODY[]', mail.raw]
        : [`BODY[]<${part[1]}>`, mail.raw.subarray(Number(part[1]), Number(part[1]) + Number(part[2]))]
    socket.write(`* ${seq} FETCH (UID ${mail.uid}${size} ${name} {${content.length}}\r\n`)
    if (standIn.mood === 'cuts_mail' && !lines) {
      socket.write(content.subarray(0, Math.floor(content.length / 2)))
      return void socket.destroySoon()
    }
    socket.write(content)
    socket.write(`)\r\n${tag} OK done\r\n`)
  }

  return standIn
}

const headOf = (raw: Buffer): Buffer => {
  const end = raw.indexOf('\r\n\r\n')
  return raw.subarray(0, end < 0 ? raw.length : end + 4)
}
