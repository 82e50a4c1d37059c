import type { ImapMailbox } from '../adapters/imapflow/watch-mailbox.ts'
import { type ChatChannel, chatChannels } from '../filing/conversation/conversation.ts'
import { MOST_INBOUND_NAME } from '../telling/notices/reply-path.ts'

export interface InboundConfig {
  /** Answers to notices go to it, with a token behind its local part. */
  readonly address: string
  /** A mailbox of the service's own; `null` means that the mail provider pushes each mail. */
  readonly imap: ImapMailbox | null
}

type Given = (name: string) => string | null

const addressPattern = /^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/

/** `null` means that no mail is taken in. @param isAnnounced whether the mail provider pushes mail */
export function readInboundConfig(given: Given, isAnnounced: boolean, problems: string[]): InboundConfig | null {
  const address = given('INBOUND_ADDRESS')?.toLowerCase() ?? null
  const imap = imapIn(given('IMAP_URL'), problems)
  if (!address) {
    if (given('IMAP_URL')) problems.push('INBOUND_ADDRESS is missing; answers to notices need an address.')
    return null
  }
  if (!addressPattern.test(address)) problems.push(`INBOUND_ADDRESS must be an e-mail address, not "${address}".`)
  if (address.indexOf('@') > MOST_INBOUND_NAME)
    problems.push(`INBOUND_ADDRESS must have at most ${MOST_INBOUND_NAME} characters before the @.`)
  if (!given('IMAP_URL') && !isAnnounced)
    problems.push('INBOUND_ADDRESS needs IMAP_URL, or RESEND_API_KEY with RESEND_WEBHOOK_SECRET.')
  return { address, imap }
}

/** `whatsapp`, `sms`, both with a comma between them, or `off`. */
export function readChatIntake(value: string | null, problems: string[]): readonly ChatChannel[] {
  if (value === 'off') return []
  const named = (value ?? 'whatsapp').split(',').map((one) => one.trim())
  const known = chatChannels.filter((one) => named.includes(one))
  if (known.length !== named.length)
    problems.push(`CHAT_INTAKE must be off, or some of ${chatChannels.join(', ')}, not "${value}".`)
  return known
}

function imapIn(value: string | null, problems: string[]): ImapMailbox | null {
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  const secure = url?.protocol === 'imaps:'
  if (!url || !(secure || url.protocol === 'imap:') || !url.hostname || !url.username || !url.password) {
    // The value is not repeated here, because it contains a password.
    problems.push('IMAP_URL must be imaps://user:password@host:port/folder.')
    return null
  }
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  }
}
