import { ImapFlow } from 'imapflow'
import type { Announcement } from '../../offices/channels/announcement.ts'
import { MINUTE, SECOND } from '../../shared/instant.ts'
import { announcedBy, headLines } from './read-head.ts'

/** Resolves once the mail is in the store. `raw` is called only for a new mail. */
export type TakeMail = (announced: Announcement, raw: () => AsyncIterable<Uint8Array>) => Promise<void>

/** `lost` and `found` alternate. */
export type MailboxNews =
  | { readonly kind: 'found' }
  | { readonly kind: 'lost'; readonly cause: unknown; readonly reason: 'login refused' | 'trouble' }

export interface MailboxWatch {
  start(): void
  stop(): Promise<void>
}

const LOOKS_EVERY = MINUTE
const RESTS_AT_MOST = 5 * MINUTE
const SEEN = String.raw`\Seen`

/**
 * Takes unread mail, and marks it as read once it is in our store: after a crash in between, it is taken again and
 * recognised. Nothing is deleted there. It waits by IDLE, and polls each minute if a server has none.
 */
export function watchMailbox(mailbox: ImapMailbox, take: TakeMail, tell: (news: MailboxNews) => void): MailboxWatch {
  let isStopped = false
  let client: ImapFlow | null = null
  let failures = 0
  let hasNews = false
  let wake = () => {}
  let running: Promise<void> = Promise.resolve()

  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run(): Promise<void> {
    while (!isStopped) {
      await watchOnce().catch((cause: unknown) => {
        if (failures++ === 0 && !isStopped) tell({ kind: 'lost', cause, reason: reasonOf(cause) })
      })
      if (!isStopped) await rest(Math.min(SECOND * 2 ** Math.min(Math.max(failures - 1, 0), 10), RESTS_AT_MOST))
    }
  }

  async function watchOnce(): Promise<void> {
    const { host, port, secure, user, password: pass, folder } = mailbox
    const limits = { connectionTimeout: 15 * SECOND, greetingTimeout: 15 * SECOND, socketTimeout: 5 * MINUTE }
    const timing = { autoIdleDelay: SECOND / 4, maxIdleTime: 4 * MINUTE }
    const imap = new ImapFlow({ host, port, secure, auth: { user, pass }, logger: false, ...limits, ...timing })
    client = imap
    // Faults are handled where they are awaited; without a listener they would end the process.
    imap.on('error', () => {})
    const hear = () => {
      hasNews = true
      wake()
    }
    imap.on('exists', hear)
    imap.on('close', hear)
    try {
      await imap.connect()
      const { uidValidity } = await imap.mailboxOpen(folder)
      while (!isStopped && imap.usable) {
        hasNews = false
        await takeUnread(imap, `${user}@${host}/${folder} ${uidValidity}`)
        if (failures > 0) tell({ kind: 'found' })
        failures = 0
        if (!isStopped && !hasNews) await rest(LOOKS_EVERY)
      }
    } finally {
      imap.close()
    }
  }

  /** A mail that cannot be taken does not block the others. */
  async function takeUnread(imap: ImapFlow, place: string): Promise<void> {
    const unread = await imap.search({ seen: false }, { uid: true })
    let fault: { readonly cause: unknown } | null = null
    for (const uid of unread || []) {
      if (isStopped) return
      await takeOne(imap, uid, place).catch((cause: unknown) => {
        fault = { cause }
      })
    }
    const found = fault as { readonly cause: unknown } | null
    if (found) throw found.cause
  }

  async function takeOne(imap: ImapFlow, uid: number, place: string): Promise<void> {
    const found = await imap.fetchOne(String(uid), { uid: true, headers: [...headLines] }, { uid: true })
    // Somebody removed it meanwhile.
    if (!found) return
    await take(announcedBy(found.headers?.toString() ?? '', `${place} ${uid}`), () => contentOf(imap, uid))
    await imap.messageFlagsAdd(String(uid), [SEEN], { uid: true })
  }

  return {
    start() {
      running = run()
    },

    async stop() {
      isStopped = true
      client?.close()
      wake()
      await running
    },
  }
}

const reasonOf = (cause: unknown) =>
  cause instanceof Error && 'authenticationFailed' in cause && cause.authenticationFailed ? 'login refused' : 'trouble'

async function* contentOf(imap: ImapFlow, uid: number): AsyncIterable<Uint8Array> {
  const { content } = await imap.download(String(uid), undefined, { uid: true })
  if (!content) throw new Error('The mail is not there any more.')
  yield* content
}

export interface ImapMailbox {
  readonly host: string
  readonly port: number
  /** TLS from the first byte. */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  readonly folder: string
}
