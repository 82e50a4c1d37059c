import type { Complaint } from '../../case/shape/complaint.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import type { ReceiveEvidencePorts } from '../evidence/receive-evidence.ts'
import { classifyMail } from './classify-mail.ts'
import { cutQuote } from './cut-quote.ts'
import { tokenIn } from './find-unit.ts'
import type { IncomingMail, MachineKind, MailReader } from './incoming-mail.ts'
import { caseByCode, casesOfSender } from './match-case.ts'
import { proofOfMail } from './prove-sender.ts'
import { openRaw, takeBeginning } from './take-arrival.ts'
import { fileTaker } from './take-files.ts'

/** Fetches announced content; `null` if the provider has it no more. @throws Error if it cannot be had now */
export type FetchFromProvider = (providerId: string) => Promise<AsyncIterable<Uint8Array> | null>

/** After this many tries, about half an hour, a message goes on without its file. */
const TRIES_FOR_A_FILE = 5

export interface ReadPorts extends ReceiveEvidencePorts {
  readonly tenants: TenantDirectory
  readonly complaints: ComplaintStore
  readonly readMail: MailReader
  /** `null` means that the provider announces no mail. */
  readonly fetchMail: FetchFromProvider | null
  /** `null` means that no files come by WhatsApp. */
  readonly fetchMedia: FetchFromProvider | null
  readonly platformHasher: () => Promise<(text: string) => string>
  readonly noticeHasher: (tenant: TenantId) => Promise<(text: string) => string>
  /** Mail from these addresses of ours is a loop. */
  readonly ownAddresses: readonly string[]
  /** The name under which our own mail server says who a sender is; `null` means that no sender of mail is proven. */
  readonly ownMailServer: string | null
}

export interface WasRead {
  readonly arrival: Arrival
  /** No person wrote it. */
  readonly machine: MachineKind | null
  /** The case that it answers, by its token or the message of ours that it refers to. */
  readonly answered: Complaint | null
  /** The headers of a returned mail, and the mail server's report. */
  readonly returned: string
  /** Numbers of a proven sender's open cases, if it could be any of them. */
  readonly couldBe: readonly string[]
}

/** Longer texts are cut: nobody reads them, and each word of a case is indexed. */
export const MOST_TEXT = 20_000
const MOST_QUOTED = 60_000
const MOST_SUBJECT = 300

/** Normalises line ends and removes control characters. */
export const asWritten = (text: string, most: number): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === '\n' || character === '\t' ? character : ' '))
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
    .slice(0, most)

/** Finds a complaint number. Anybody can write one, so it opens nothing. */
export const numberIn = (text: string): string | null =>
  /\b[A-Z][A-Z0-9]{0,7}-\d{4}-\d{6,}\b/.exec(text.toUpperCase())?.[0] ?? null

export const readArrival = (ports: ReadPorts, arrival: Arrival): Promise<WasRead> =>
  arrival.channel === 'email' ? readAsMail(ports, arrival) : readAsChat(ports, arrival)

async function readAsMail(ports: ReadPorts, arrival: Arrival): Promise<WasRead> {
  const { content } = arrival
  const tenant = await ports.tenants.get(arrival.tenant)
  const [hash, unitHash] = await Promise.all([ports.platformHasher(), ports.noticeHasher(arrival.tenant)])
  const nameHead = (head: IncomingMail) =>
    tokenIn(hash, {
      recipients: [...content.recipients, ...head.recipients],
      refersTo: `${content.refersTo} ${head.refersTo}`,
    })
  const kindOf = (head: IncomingMail) => classifyMail(head, ports.ownAddresses, nameHead(head) !== null)

  const { take, refuse, taken } = fileTaker(ports, tenant, arrival.id)
  const mail = await ports.readMail(await sourceOf(ports, arrival), async (file, head) => {
    if (kindOf(head) === null) await take(file)
  })
  if (!mail.isWhole) refuse('', 'unreadable')
  const machine = kindOf(mail)
  const { said, quoted } = cutQuote(mail.text)
  // A mail that is only a quote, or was only forwarded, says what it quotes.
  const isOnlyQuote = said === '' && taken.files.length === 0
  const token = nameHead(mail)
  const from = mail.from ?? content.from
  const written = asWritten((mail.subject || content.subject).replace(/\s+/g, ' '), MOST_SUBJECT)
  const coded = await caseByCode(ports, `${written}\n${mail.text}`, [arrival.tenant])
  const show = (text: string) => (coded ? coded.hide(text) : text)
  const subject = show(written)
  const standing = proofOfMail(mail, ports.ownMailServer)
  const byToken = token && (await ports.complaints.findInSeries(arrival.tenant, token.series, token.sequence))
  const byCode = coded?.tenant === arrival.tenant ? await ports.complaints.find(arrival.tenant, coded.number) : null
  const isProven = !byToken && !byCode && from !== null && standing === 'sender'
  const cases = isProven ? await casesOfSender(ports, { channel: 'email', from, isProven }, [arrival.tenant]) : []
  const named = cases.filter(({ number }) => number === numberIn(written))
  const [bySender] = named.length === 1 ? named : cases.length === 1 ? cases : []
  const answered = byToken || byCode || (bySender ? await ports.complaints.find(arrival.tenant, bySender.number) : null)
  const proof = byCode ? 'code' : standing
  return {
    machine,
    answered,
    returned: mail.returned,
    couldBe: answered ? [] : cases.map(({ number }) => number),
    arrival: {
      ...arrival,
      senderMark: from && unitHash(`inbound sender\n${dayOf(arrival)}\nemail\n${from}`),
      messageMark: mail.messageId && unitHash(`inbound message\n${from}\n${mail.messageId}\n${mail.text}`),
      content: {
        ...content,
        ...taken,
        from,
        fromName: mail.fromName ?? content.fromName,
        subject,
        text: show(asWritten(isOnlyQuote ? mail.text : said, MOST_TEXT)),
        quoted: isOnlyQuote ? '' : show(asWritten(quoted, MOST_QUOTED)),
        ...(proof && { proof }),
        answers: answered?.id ?? null,
        mentions: numberIn(subject),
      },
    },
  }
}

export async function sourceOf(
  ports: Pick<ReadPorts, 'fetchMail' | 'vault' | 'evidenceStore' | 'sealer'>,
  arrival: Arrival,
): Promise<AsyncIterable<Uint8Array>> {
  if (arrival.rawId) return openRaw(ports, arrival)
  if (!ports.fetchMail) throw new Error('Nobody gives the mails any more that were told of.')
  const mail = await ports.fetchMail(arrival.content.providerId)
  if (!mail) throw new Error('The provider has a mail no more that it told of.')
  return takeBeginning(mail)
}

async function readAsChat(ports: ReadPorts, arrival: Arrival): Promise<WasRead> {
  const { content } = arrival
  const tenant = await ports.tenants.get(arrival.tenant)
  const hash = await ports.noticeHasher(arrival.tenant)
  const { take, refuse, taken } = fileTaker(ports, tenant, arrival.id)
  for (const { id, name } of content.media) {
    const bytes = await ports.fetchMedia?.(id).catch((cause: unknown) => {
      if (arrival.tries < TRIES_FOR_A_FILE) throw cause
      return null
    })
    if (bytes) await take({ name, type: '', isInText: false, bytes })
    else refuse(name, 'not_fetched')
  }
  const text = asWritten(content.text, MOST_TEXT)
  return {
    machine: null,
    returned: '',
    couldBe: [],
    answered: content.answers === null ? null : await ports.complaints.find(arrival.tenant, content.answers),
    arrival: {
      ...arrival,
      senderMark: content.from && hash(`inbound sender\n${dayOf(arrival)}\n${arrival.channel}\n${content.from}`),
      content: { ...content, ...taken, text, mentions: numberIn(text) },
    },
  }
}

/** A sender's marks of two days cannot be compared, so that a thief of the store learns little from them. */
const dayOf = ({ arrivedAt }: Arrival): string => arrivedAt.slice(0, 10)
