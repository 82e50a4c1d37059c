import { ImapFlow } from 'imapflow'
import type { Announcement } from '../../offices/channels/provider-news.ts'
import { MINUTE, SECOND } from '../../shared/instant.ts'
import { createWakeUp } from '../../shared/repeat.ts'
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

export interface ImapMailbox {
  readonly host: string
  readonly port: number
  /** TLS from the first byte. */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  readonly folder: string
}

const LOOKS_EVERY = MINUTE
const RESTS_AT_MOST = 5 * MINUTE
const SEEN = String.raw`\Seen`

/**
 * Takes unread mail, and marks it as read once it is in our store: after a crash in between, it is taken again and
 * recognised. Nothing is deleted there. It waits by IDLE, and polls each minute if a server has none.
 */
export function watchMailbox(mailbox: ImapMailbox, take: TakeMail, tell: (news: MailboxNews) => void): MailboxWatch {
  const stopped = createWakeUp()
  let isStopped = false
  let leave = () => {}
  let failures = 0
  let running: Promise<void> = Promise.resolve()

  async function run(): Promise<void> {
    while (!isStopped) {
      await watchOnce().catch((cause: unknown) => {
        if (failures++ === 0 && !isStopped) tell({ kind: 'lost', cause, reason: reasonOf(cause) })
      })
      if (!isStopped) await stopped.wait(Math.min(SECOND * 2 ** Math.min(Math.max(failures - 1, 0), 10), RESTS_AT_MOST))
    }
  }

  async function watchOnce(): Promise<void> {
    const imap = clientFor(mailbox)
    const news = createWakeUp()
    imap.on('exists', news.signal)
    imap.on('close', news.signal)
    leave = () => {
      imap.close()
      news.signal()
    }
    try {
      await imap.connect()
      const { uidValidity } = await imap.mailboxOpen(mailbox.folder)
      const place = `${mailbox.user}@${mailbox.host}/${mailbox.folder} ${uidValidity}`
      while (!isStopped && imap.usable) {
        await takeUnread(imap, (uid) => (isStopped ? null : takeOne(imap, uid, place, take)))
        if (failures > 0) tell({ kind: 'found' })
        failures = 0
        if (!isStopped) await news.wait(LOOKS_EVERY)
      }
    } finally {
      imap.close()
    }
  }

  return {
    start() {
      running = run()
    },

    async stop() {
      isStopped = true
      leave()
      stopped.signal()
      await running
    },
  }
}

function clientFor({ host, port, secure, user, password: pass }: ImapMailbox): ImapFlow {
  const limits = { connectionTimeout: 15 * SECOND, greetingTimeout: 15 * SECOND, socketTimeout: 5 * MINUTE }
  const timing = { autoIdleDelay: SECOND / 4, maxIdleTime: 4 * MINUTE }
  const imap = new ImapFlow({ host, port, secure, auth: { user, pass }, logger: false, ...limits, ...timing })
  // Faults are handled where they are awaited; without a listener they would end the process.
  imap.on('error', () => {})
  return imap
}

/**
 * A mail that cannot be taken does not block the others.
 * @param takeMail returns `null` where no more is to be taken
 */
async function takeUnread(imap: ImapFlow, takeMail: (uid: number) => Promise<void> | null): Promise<void> {
  const unread = await imap.search({ seen: false }, { uid: true })
  const faults: unknown[] = []
  for (const uid of unread || []) {
    const taking = takeMail(uid)
    if (!taking) return
    await taking.catch((cause: unknown) => faults.push(cause))
  }
  if (faults.length > 0) throw faults.at(-1)
}

async function takeOne(imap: ImapFlow, uid: number, place: string, take: TakeMail): Promise<void> {
  const found = await imap.fetchOne(String(uid), { uid: true, headers: [...headLines] }, { uid: true })
  // Somebody removed it meanwhile.
  if (!found) return
  await take(announcedBy(found.headers?.toString() ?? '', `${place} ${uid}`), () => contentOf(imap, uid))
  await imap.messageFlagsAdd(String(uid), [SEEN], { uid: true })
}

const reasonOf = (cause: unknown) =>
  cause instanceof Error && 'authenticationFailed' in cause && cause.authenticationFailed ? 'login refused' : 'trouble'

async function* contentOf(imap: ImapFlow, uid: number): AsyncIterable<Uint8Array> {
  const { content } = await imap.download(String(uid), undefined, { uid: true })
  if (!content) throw new Error('The mail is not there any more.')
  yield* content
}
