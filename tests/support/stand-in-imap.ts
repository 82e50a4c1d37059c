import { type AddressInfo, createServer, type Socket } from 'node:net'

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

/** What the stand-in knows while it runs: its mailbox, and the tag with which each waiting connection asked. */
interface Box {
  readonly standIn: StandInImap
  readonly idling: Map<Socket, string>
  lastUid: number
}

/** One line of a client. */
interface Asked {
  readonly socket: Socket
  readonly tag: string
  readonly command: string
}

const write = ({ socket }: Asked, text: string) => void socket.write(text)
const ok = ({ socket, tag }: Asked, text = '') => void socket.write(`${text}${tag} OK done\r\n`)
const exists = ({ standIn }: Box) => `* ${standIn.mails.length} EXISTS\r\n`

/** Every command that clients send here; any other is answered as done. */
const commands: readonly (readonly [RegExp, (box: Box, asked: Asked) => unknown])[] = [
  [/^(login|authenticate)/i, signIn],
  [/^capability/i, (_, asked) => ok(asked, '* CAPABILITY IMAP4rev1 IDLE\r\n')],
  [/^(select|examine)/i, select],
  [/^(list|lsub)/i, (_, asked) => ok(asked, '* LIST () "/" INBOX\r\n')],
  [/^idle/i, idle],
  [/^uid search/i, search],
  [/^uid store/i, store],
  [/^uid fetch/i, fetchMail],
  [/^logout/i, logOut],
]

function signIn({ standIn }: Box, asked: Asked): void {
  const { tag, command } = asked
  const isKnown =
    command.includes('sandi-kotak') || command.includes(Buffer.from('\0masuk\0sandi-kotak').toString('base64'))
  if (isKnown && standIn.mood !== 'refuses_login') ok(asked)
  else write(asked, `${tag} NO [AUTHENTICATIONFAILED] no\r\n`)
}

function select(box: Box, asked: Asked): void {
  const flags = String.raw`* FLAGS (\Seen)`
  ok(asked, `${flags}\r\n${exists(box)}* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT ${box.lastUid + 1}] ok\r\n`)
}

function idle(box: Box, asked: Asked): void {
  box.idling.set(asked.socket, asked.tag)
  write(asked, `+ idling\r\n${exists(box)}`)
}

function search({ standIn }: Box, asked: Asked): void {
  const unseen = standIn.mails.filter(({ seen }) => !seen).map(({ uid }) => uid)
  ok(asked, `* SEARCH ${unseen.join(' ')}\r\n`)
}

/** The place of the mail that a command names, from 0 on; -1 where there is none. */
function placeOf({ standIn }: Box, { command }: Asked): number {
  const uid = Number(/^uid \w+ (\d+)/i.exec(command)?.[1])
  return standIn.mails.findIndex((mail) => mail.uid === uid)
}

function store(box: Box, asked: Asked): unknown {
  if (box.standIn.mood === 'no_flags') return write(asked, `${asked.tag} NO read-only\r\n`)
  const mail = box.standIn.mails[placeOf(box, asked)]
  if (mail && /\\seen/i.test(asked.command)) mail.seen = true
  ok(asked)
}

function fetchMail(box: Box, asked: Asked): unknown {
  const place = placeOf(box, asked)
  const mail = box.standIn.mails[place]
  if (!mail) return ok(asked)
  const { socket, command } = asked
  const size = /RFC822\.SIZE/i.test(command) ? ` RFC822.SIZE ${mail.raw.length}` : ''
  const lines = /BODY\.PEEK\[HEADER\.FIELDS \(([^)]*)\)\]/i.exec(command)
  const part = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(command)
  const [name, content] = lines
    ? [`BODY[HEADER.FIELDS (${lines[1]})]`, headOf(mail.raw)]
    : part?.[1] === undefined
      ? ['BODY[]', mail.raw]
      : [`BODY[]<${part[1]}>`, mail.raw.subarray(Number(part[1]), Number(part[1]) + Number(part[2]))]
  socket.write(`* ${place + 1} FETCH (UID ${mail.uid}${size} ${name} {${content.length}}\r\n`)
  if (box.standIn.mood === 'cuts_mail' && !lines) {
    socket.write(content.subarray(0, Math.floor(content.length / 2)))
    return void socket.destroySoon()
  }
  socket.write(content)
  ok(asked, ')\r\n')
}

function logOut(_: Box, asked: Asked): void {
  ok(asked, '* BYE\r\n')
  asked.socket.end()
}

function answer(box: Box, socket: Socket, line: string): void {
  if (/^done$/i.test(line)) {
    socket.write(`${box.idling.get(socket)} OK done\r\n`)
    return void box.idling.delete(socket)
  }
  const [tag = '', ...words] = line.split(' ')
  const asked = { socket, tag, command: words.join(' ') }
  const [, act] = commands.find(([known]) => known.test(asked.command)) ?? []
  if (act) act(box, asked)
  else ok(asked)
}

/** The part of IMAP4rev1 (RFC 3501, 2177) that a client needs to take mails, over real TCP. */
export async function startStandInImap(): Promise<StandInImap> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    standIn.connections++
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      box.idling.delete(socket)
    })
    socket.write('* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n')
    let rest = ''
    socket.on('data', (piece) => {
      rest += piece.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        answer(box, socket, line)
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
      const mail = { uid: ++box.lastUid, raw: Buffer.from(raw as string), seen: false }
      standIn.mails.push(mail)
      for (const socket of box.idling.keys()) socket.write(exists(box))
      return mail
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
  const box: Box = { standIn, idling: new Map(), lastUid: 0 }
  return standIn
}

const headOf = (raw: Buffer): Buffer => {
  const end = raw.indexOf('\r\n\r\n')
  return raw.subarray(0, end < 0 ? raw.length : end + 4)
}
