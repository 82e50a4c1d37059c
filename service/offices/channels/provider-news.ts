import { HOUR, type Instant, SECOND } from '../../shared/instant.ts'
import type { AttemptReason, InboundChannel, NoticeChannel } from '../notice-vocabulary.ts'

/** A message as its provider announces it. The rest of a mail is fetched, or comes with it. */
export interface Announcement {
  readonly channel: InboundChannel
  /** The provider's id, which is the same at each repeat. */
  readonly providerId: string
  readonly from: string | null
  readonly fromName: string | null
  readonly recipients: readonly string[]
  readonly subject: string
  /** The message that it answers: Message-IDs of a mail, the id of a WhatsApp message. */
  readonly refersTo: string
  /** It is empty for a mail. */
  readonly text: string
  readonly media: readonly AnnouncedFile[]
  /** When it was written, by the provider's clock, to the second. */
  readonly sentAt?: Instant
}

/** The provider has the file and returns it on request. */
export interface AnnouncedFile {
  /** The provider's id. */
  readonly id: string
  readonly name: string
}

/** A request that claims to come from a provider; nothing in it is trusted before it is authenticated. */
export interface ProviderCall {
  /** The body byte for byte, because signatures are made over it. */
  readonly body: string
  readonly query: Readonly<Record<string, string>>
  /** A secret in the address, for providers without signatures. */
  readonly secret: string | null
  header(name: string): string | undefined
}

/** `accepted` means no more than that the provider has the message. */
export interface ProviderReport {
  /** The reference that we gave with the message. */
  readonly reference: string
  readonly state: 'accepted' | 'delivered' | 'read' | 'failed'
  readonly reason: AttemptReason | null
  /** The provider's text as `providerAnswer` leaves it. */
  readonly answer: string
}

export interface ProviderNews {
  readonly reports: readonly ProviderReport[]
  /** Numbers that wrote to us, and when. */
  readonly heardFrom: readonly { readonly number: string; readonly at: Instant }[]
  readonly arrivals: readonly Announcement[]
}

export interface NewsReader {
  readonly channel: NoticeChannel
  /** Returns `null` if the call is not authentic. Authentic calls that are not understood give no news. */
  read(call: ProviderCall): ProviderNews | null
  /** The answer that proves to the provider that the address for reports is ours; `null` if the token is wrong. */
  greet(query: ProviderCall['query']): string | null
}

export const noNews: ProviderNews = { reports: [], heardFrom: [], arrivals: [] }

const LONGEST = 200
/** Masking takes time with the square of the length, and a provider can answer without end. */
const MOST_READ = 4_000
const NUMBER_DIGITS = 9

/** `s…@contoh.example`: enough to recognise an address, not to know it. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return at > 0 ? `${first}…${address.slice(at)}` : '…'
}

/** Makes a provider's text safe to store and show: one line, cut short, with every address in it masked. */
export function providerAnswer(words: string, to: string): string {
  const line = beginningOf(words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
  const masked = withoutLocalPart(line.replace(/[^\s<>"'`()[\]{},;:=]+@[^\s<>"'`()[\]{},;:]+/g, maskEmail), to)
  return cut(masked.replace(/\+?\d[\d\s().-]*\d/g, (digits) => (isTelephone(digits) ? '…' : digits)))
}

/** A word that is cut off is left out, because half an address would not be masked. */
const beginningOf = (line: string): string =>
  line.length > MOST_READ ? line.slice(0, MOST_READ).replace(/ \S*$/, '') : line

const isTelephone = (digits: string): boolean => digits.replace(/\D/g, '').length >= NUMBER_DIGITS

// Some mail servers answer "no such user siti.contoh", without the domain.
function withoutLocalPart(line: string, to: string): string {
  const local = to.slice(0, Math.max(to.lastIndexOf('@'), 0))
  if (local.length < 3) return line
  const escaped = local.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return line.replace(new RegExp(escaped, 'gi'), '…')
}

function cut(line: string): string {
  const characters = [...line]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line
}

/**
 * Reads the milliseconds of a `Retry-After` header, given as seconds or as a date (RFC 9110, 10.2.3). The result is
 * between a second and an hour, so that no mistake of a provider silences an office for days.
 */
export function waitAsked(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * SECOND : Date.parse(header) - Date.parse(now)
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, SECOND), HOUR)
}
