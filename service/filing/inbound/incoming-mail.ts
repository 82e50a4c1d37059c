import type { Complaint } from '../../case/shape/complaint.ts'
import type { Arrival, SenderProof } from '../arrivals/arrivals.ts'
import { caseByCode, casesOfSender, cutQuote } from './case-replies.ts'
import type { InboundOffice, IncomingMail } from './inbound-office.ts'
import { fileTaker, openRaw, takeBeginning, tokenIn } from './take-arrival.ts'

/** Kinds of mail that no person wrote: from ourselves, returned, an absence, or bulk. */
export type MachineKind = 'loop' | 'bounce' | 'auto_reply' | 'bulk'

/** Subjects that mail programs write by themselves (Outlook, Gmail, Exchange, Zimbra), in the languages met here. */
const writtenByPrograms =
  /^\s*((re|bls|balasan|aw|tr):\s*)*(\[?auto(matic)?[- ]?(reply|response|antwort)\b|auto:|(balasan|jawaban|respon|pesan) otomatis\b|out of (the )?office\b|ooo\b|abwesenheitsnotiz|r[ée]ponse automatique|di luar kantor\b)/i

/**
 * Subjects that people write for such answers. A complaint may begin so too, so it counts only in an answer to us.
 */
const writtenByPeopleAway =
  /^\s*((re|bls|balasan):\s*)*(sedang |saya )?(cuti|dinas luar|tidak (berada )?di (kantor|tempat)|libur)\b/i

const mailServers = /^(mailer-daemon|postmaster|mail-daemon)@/i

/**
 * Recognises mail from machines by RFC 3834 and 3464 and what providers do besides them. In doubt it takes the mail
 * for a person's.
 * @param own our own addresses, in lower case
 * @param isAnswer it refers to a message of ours
 */
export function classifyMail(mail: IncomingMail, own: readonly string[], isAnswer: boolean): MachineKind | null {
  const { from, headers, subject } = mail
  const header = (name: string) => headers.get(name)?.trim().toLowerCase() ?? ''
  const envelopeIsEmpty = header('return-path') === '<>'
  const type = header('content-type')

  if (/^multipart\/report\b/.test(type) && /report-type="?delivery-status/.test(type)) return 'bounce'
  if (headers.has('x-failed-recipients') || (from !== null && mailServers.test(from))) return 'bounce'
  if (headers.has('x-aduan') || (from !== null && own.some((address) => isSameMailbox(from, address)))) return 'loop'
  if (/^multipart\/report\b/.test(type)) return 'auto_reply'

  const submitted = header('auto-submitted').split(/[;\s]/)[0]
  if (submitted && submitted !== 'no') return 'auto_reply'
  if (envelopeIsEmpty || from === null) return 'auto_reply'
  if (['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply'].some((name) => headers.has(name))) {
    return 'auto_reply'
  }
  if (/\b(all|oof|autoreply)\b/.test(header('x-auto-response-suppress'))) return 'auto_reply'
  const precedence = header('precedence')
  if (/^auto[_-]?reply$/.test(precedence)) return 'auto_reply'
  if (writtenByPrograms.test(subject) || (isAnswer && writtenByPeopleAway.test(subject))) return 'auto_reply'

  if (/^(bulk|junk|list)$/.test(precedence) || headers.has('list-id') || headers.has('list-unsubscribe')) return 'bulk'
  return null
}

/** A suffix behind `+` is ignored. */
function isSameMailbox(one: string, other: string): boolean {
  const bare = (address: string) => address.toLowerCase().replace(/\+[^@]*@/, '@')
  return bare(one) === bare(other)
}

/** `(comment)`; they may contain anything, so nothing in them counts. */
const comment = /\([^()]*\)/g

interface Result {
  readonly method: string
  readonly result: string
  readonly properties: Readonly<Record<string, string>>
}

/**
 * Reads what our own mail server found out about a sender (RFC 8601). Only its topmost line counts, and only under the
 * name that the operator gave: anybody can write such a line into a mail, and our server puts its own above it.
 * @returns nothing where our server says nothing
 */
export function proofOfMail(
  { from, headers, hasOneSender }: Pick<IncomingMail, 'from' | 'headers' | 'hasOneSender'>,
  ownServer: string | null,
): Exclude<SenderProof, 'code'> | undefined {
  const domain = from?.split('@')[1]
  const results = ownServer === null ? null : resultsOf(headers.get('authentication-results') ?? '', ownServer)
  if (!domain || !results) return undefined
  const found = (method: string) => results.filter((one) => one.method === method)
  const dmarc = found('dmarc')
  if (dmarc.some(({ result }) => result === 'fail')) return 'denied'
  if (!hasOneSender) return undefined
  const isOurs = ({ properties }: Result) => (properties['header.from'] ?? domain) === domain
  if (dmarc.length > 0) return dmarc.some((one) => one.result === 'pass' && isOurs(one)) ? 'sender' : undefined
  const aligned = (named: string | undefined) => named !== undefined && isUnder(domain, named.split('@').at(-1) ?? '')
  const isSigned = found('dkim').some(({ result, properties }) => result === 'pass' && aligned(properties['header.d']))
  const isSent = found('spf').some(
    ({ result, properties }) => result === 'pass' && aligned(properties['smtp.mailfrom']),
  )
  return isSigned || isSent ? 'sender' : undefined
}

/** A single label, such as a top-level domain, stands for nobody. */
const isUnder = (domain: string, named: string): boolean =>
  named.includes('.') && (domain === named || domain.endsWith(`.${named}`))

function resultsOf(line: string, ownServer: string): readonly Result[] | null {
  const [server = '', ...parts] = line.replace(comment, ' ').toLowerCase().split(';')
  if (server.trim().split(/\s+/)[0] !== ownServer.toLowerCase()) return null
  return parts.flatMap((part) => {
    const [first = '', ...rest] = part.trim().split(/\s+/)
    const [method = '', result = ''] = first.split('=')
    const properties = Object.fromEntries(rest.map((one) => [one.split('=')[0] ?? '', one.split('=')[1] ?? '']))
    return method && result ? [{ method, result, properties }] : []
  })
}

/** After this many tries, about half an hour, a message goes on without its file. */
const TRIES_FOR_A_FILE = 5

export interface WasRead {
  readonly arrival: Arrival
  readonly machine: MachineKind | null
  readonly answered: Complaint | null
  readonly returned: string
  /** Numbers of a proven sender's open cases, if it could be any of them. */
  readonly couldBe: readonly string[]
}

/** Longer texts are cut: nobody reads them, and each word of a case is indexed. */
export const MOST_TEXT = 20_000
const MOST_QUOTED = 60_000
const MOST_SUBJECT = 300

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

export const readArrival = (ports: InboundOffice, arrival: Arrival): Promise<WasRead> =>
  arrival.channel === 'email' ? readAsMail(ports, arrival) : readAsChat(ports, arrival)

async function readAsMail(ports: InboundOffice, arrival: Arrival): Promise<WasRead> {
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

export async function sourceOf(ports: InboundOffice, arrival: Arrival): Promise<AsyncIterable<Uint8Array>> {
  if (arrival.rawId) return openRaw(ports, arrival)
  if (!ports.fetchMail) throw new Error('Nobody gives the mails any more that were told of.')
  const mail = await ports.fetchMail(arrival.content.providerId)
  if (!mail) throw new Error('The provider has a mail no more that it told of.')
  return takeBeginning(mail)
}

async function readAsChat(ports: InboundOffice, arrival: Arrival): Promise<WasRead> {
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
