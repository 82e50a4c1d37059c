import { momentOf } from '../../case/access/case-actions.ts'
import { askWhomWordsMean } from '../../case/access/staff-matching.ts'
import { hideNames } from '../../case/evidence.ts'
import { hasMessage } from '../../case/older-pages.ts'
import { addEvidence, reporterActsOpen, writeToOffice } from '../../case/reporter-acts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Message } from '../../case/shape/correspondence.ts'
import { identityOf } from '../../case/store/case-seals.ts'
import { claimEvidence, releaseEvidence, settleClaim } from '../../keeping/evidence/held-evidence.ts'
import type { InboundChannel } from '../../offices/notice-vocabulary.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import { meansNumber, readCredentials } from '../../shared/read-credentials.ts'
import { isTrackingCode, normaliseCode } from '../../shared/tracking-code.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Identity } from '../../storage/vault.ts'
import type { Arrival, ArrivedFile, RefusedFile } from '../arrivals/arrivals.ts'
import type { CaseOfSender } from '../conversation/conversation.ts'
import type { FilingOffice } from '../evidence/evidence.ts'
import type { InboundOffice } from './inbound-office.ts'

export interface CutText {
  readonly said: string
  readonly quoted: string
}

/** `Pada Sel, 24 Nov 2026 pukul 10.15 Aduan <…> menulis:`, also over several lines. */
const attributions = [
  /^(?:pada|on|le|am|op)\s[^\n]{6,400}?\s(?:menulis|wrote|a écrit|schrieb|schreef)\s?:\s*$/i,
  /^\d{4}-\d{2}-\d{2}[^\n]{3,200}<[^<>\n]{3,200}>\s?:\s*$/,
]
const LINES_OF_ATTRIBUTION = 4

/**
 * `-----Original Message-----`, as Outlook and telephones write it. A forwarded message is no quote, but the message
 * itself.
 */
const dividers = /^[-_*\s]{2,}(original message|original appointment|pesan asli|pesan awal)[-_*\s]{2,}$/i

const headLine = {
  from: /^\*?(from|dari|von)\s?:\*?\s/i,
  sent: /^\*?(sent|date|dikirim|terkirim|tanggal|gesendet)\s?:\*?\s/i,
  to: /^\*?(to|kepada|ke|untuk|an)\s?:\*?\s/i,
  subject: /^\*?(subject|subjek|perihal|judul|hal|betreff)\s?:\*?/i,
} as const
const LINES_OF_HEAD = 8

const signature = /^--\s?$/
const telephoneSignature =
  /^\W{0,3}(sent from|get outlook for|dikirim dari|terkirim dari|dikirim melalui|dapatkan outlook untuk)\s.{1,80}$/i

/** A person who answers a notice writes less; the end of a longer text stays as it is. */
const MOST_LOOKED_AT = 100_000

/**
 * Cuts quoted text. If the answer is between the quoted lines or below them, nothing is cut: it rather shows too much
 * than too little.
 */
export function cutQuote(text: string): CutText {
  const whole = text.replace(/\r\n?/g, '\n').trim()
  const lines = whole.slice(0, MOST_LOOKED_AT).split('\n')
  const at = quoteBegins(lines)
  const ends = signatureBegins(lines.slice(0, at ?? lines.length)) ?? at
  if (ends === null) return { said: whole, quoted: '' }
  const own = lines.slice(0, ends).join('\n').trim()
  return { said: own, quoted: whole.slice(lines.slice(0, ends).join('\n').length).trim() }
}

function quoteBegins(lines: readonly string[]): number | null {
  for (const [at, line] of lines.entries()) {
    if (dividers.test(line.trim())) return at
    if (isHead(lines, at)) return /^[_-]{5,}$/.test(lines[at - 1]?.trim() ?? '') ? at - 1 : at
    if (line.startsWith('>')) return isAnsweredBelow(lines, at) ? null : at
    const length = attributionAt(lines, at)
    if (length > 0) return isAnsweredBelow(lines, at + length) ? null : at
  }
  return null
}

function attributionAt(lines: readonly string[], at: number): number {
  if (!/^(pada|on|le|am|op|\d{4}-)/i.test(lines[at] ?? '')) return 0
  for (let length = 1; length <= LINES_OF_ATTRIBUTION; length++) {
    const joined = lines
      .slice(at, at + length)
      .map((line) => line.trim())
      .join(' ')
    if (attributions.some((pattern) => pattern.test(joined))) return length
  }
  return 0
}

/** Four header lines, in whatever order a mail program writes them. */
function isHead(lines: readonly string[], at: number): boolean {
  if (!headLine.from.test(lines[at] ?? '')) return false
  const below = lines.slice(at, at + LINES_OF_HEAD).map((line) => line.trim())
  return (
    [headLine.sent, headLine.to, headLine.subject].filter((one) => below.some((line) => one.test(line))).length >= 2
  )
}

/** Somebody wrote below or between lines quoted with `>`. */
function isAnsweredBelow(lines: readonly string[], at: number): boolean {
  const below = lines.slice(at)
  const first = below.findIndex((line) => line.startsWith('>'))
  if (first < 0) return false
  const answer = below.slice(first).findIndex((line) => line.trim() !== '' && !line.startsWith('>'))
  return answer >= 0 && !signature.test(below[first + answer] ?? '')
}

function signatureBegins(lines: readonly string[]): number | null {
  const at = lines.findIndex((line) => signature.test(line))
  if (at > 0) return at
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return last > 0 && telephoneSignature.test(lines[last]?.trim() ?? '') ? last : null
}

const MASK = '[…]'

/** Equal last digits make telephone numbers equal, however they are written. */
const TELLING_DIGITS = 8

/**
 * Removes what mail programs and telephones add about the sender: addresses and numbers of the sender and the
 * reporter, and the reporter's whole name. Other words about themselves stay, as in a message on their page.
 */
export function maskSender(text: string, identity: Identity | null, senders: readonly (string | null)[]): string {
  const addresses = [identity?.email, ...senders].filter((one): one is string => Boolean(one?.includes('@')))
  const numbers = [identity?.phone, ...senders].filter((one): one is string => Boolean(one && !one.includes('@')))
  let masked = text
  for (const address of addresses) masked = masked.replace(new RegExp(escapePattern(address), 'gi'), MASK)
  for (const tail of numbers.map((number) => number.replace(/\D/g, '').slice(-TELLING_DIGITS))) {
    if (tail.length === TELLING_DIGITS) masked = masked.replace(/\+?\d[\d\s().-]{6,22}\d/g, withoutNumber(tail))
  }
  const words = identity?.name?.trim().split(/\s+/) ?? []
  if (words.length >= 2) {
    masked = masked.replace(new RegExp(`(?<!\\p{L})${words.map(escapePattern).join('\\s+')}(?!\\p{L})`, 'giu'), MASK)
  }
  return masked
}

const withoutNumber = (tail: string) => (found: string) => (found.replace(/\D/g, '').endsWith(tail) ? MASK : found)

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** A later message becomes a new one. */
export const takesMessages = (complaint: Complaint, at: Arrival['arrivedAt']): boolean =>
  reporterActsOpen(complaint, at).includes('message')

/**
 * Adds the message and its files to the case in one write; a repeat changes nothing.
 * @param alsoDone further changes of the same write, such as the history line of the officer
 */
export async function putOnCase(
  ports: FilingOffice,
  arrival: Arrival,
  number: string,
  change: (
    tenant: TenantId,
    number: string,
    decide: (complaint: Complaint) => Promise<Complaint>,
  ) => Promise<Complaint> = ports.complaints.change,
  alsoDone: (complaint: Complaint) => Complaint = (complaint) => complaint,
): Promise<Complaint> {
  const { tenant, id, content } = arrival
  const { settings } = await ports.tenants.get(tenant)
  const moment = await momentOf(ports, tenant)
  const waiting = await filesStillHeld(ports, tenant, content.files)
  const ids = waiting.map((file) => file.id)
  const claim = { by: number, at: moment.at }
  try {
    const claimed = await claimEvidence(ports, tenant, ids, claim)
    const changed = await change(tenant, number, async (complaint) => {
      if (hasMessage(complaint.dossier, id)) return complaint
      const identity = await identityOf(ports.vault, complaint)
      const room = Math.max(0, settings.evidence.maxFiles - complaint.evidence.length)
      const [fitting, tooMany] = [claimed.slice(0, room), claimed.slice(room)]
      const refused = [...content.refused, ...tooMany.map(({ name }) => ({ name, why: 'too_many' as const }))]
      const arrived = arrivedMessage(arrival, complaint, identity, refused)
      const written = writeToOffice(complaint, { text: arrived.text, completes: true, arrived }, moment)
      const names = Object.fromEntries(fitting.map(({ id: file, name }) => [file, name]))
      const items = fitting.map(({ name: _, ...item }) => item)
      const most = settings.evidence.maxFiles
      const whole = items.length > 0 ? addEvidence(written, items, names, most, moment) : written
      const asked = await askWhomWordsMean(ports.staff, complaint, alsoDone(whole), moment)
      return hideNames(asked, identity)
    })
    await settleClaim(
      ports,
      tenant,
      ids.filter((file) => changed.evidence.some((item) => item.id === file)),
    )
    return changed
  } catch (cause) {
    await releaseEvidence(ports, tenant, ids, claim, cause)
    throw cause
  }
}

function arrivedMessage(
  { id, channel, content }: Arrival,
  { privacy }: Pick<Complaint, 'privacy'>,
  identity: Identity | null,
  refused: readonly RefusedFile[],
): Pick<Message, 'id' | 'text'> & Required<Pick<Message, 'inbound'>> {
  const clean = (text: string) => maskSender(text, identity, [content.from])
  const sender = isFromReporter(channel, content, privacy, identity) ? 'reporter' : 'other'
  const shown = refused.map(({ name, why }) => ({ name: clean(name.replaceAll('_', ' ')), why }))
  return { id, text: clean(content.text), inbound: { channel, sender, quoted: clean(content.quoted), refused: shown } }
}

/**
 * Anybody can write any address into a mail and any number over an SMS. In a case that does not show its reporter only
 * a proven sender counts as the reporter; in a named one an answer to our notice from their address does too, unless
 * our own mail server says that it is forged.
 */
function isFromReporter(
  channel: InboundChannel,
  { from, proof }: Pick<Arrival['content'], 'from' | 'proof'>,
  privacy: Complaint['privacy'],
  identity: Identity | null,
): boolean {
  if (proof === 'code') return true
  if (proof === 'denied' || channel === 'sms') return false
  const isKnown = channel === 'whatsapp' || proof === 'sender' || privacy === 'named'
  return isKnown && isReporters(channel, from, identity)
}

function isReporters(channel: InboundChannel, from: string | null, identity: Identity | null): boolean {
  if (!from || !identity) return false
  if (channel === 'email') return identity.email?.toLowerCase() === from
  return identity.phone !== null && internationalNumber(identity.phone) === from
}

/** Leaves out files that a failed try already put on the case. */
async function filesStillHeld({ heldEvidence }: FilingOffice, tenant: TenantId, files: readonly ArrivedFile[]) {
  const held = await Promise.all(files.map(async (file) => ((await heldEvidence.get(tenant, file.id)) ? [file] : [])))
  return held.flat()
}

/** No case is transferred more often. */
const LONGEST_PATH = 10
const CASES_LOOKED_AT = 20

/** What staff read in place of a tracking code. */
const HIDDEN_CODE = '[kode lacak]'

export interface ProvenByCode extends CaseOfSender {
  readonly hide: (text: string) => string
}

/**
 * The case of a text that holds a complaint number and its tracking code. A person who has both may do in a message
 * what they may do on the page. `null` says nothing about whether the number exists.
 */
export async function caseByCode(
  { tenants, complaints, vault }: InboundOffice,
  text: string,
  within: readonly TenantId[] | null = null,
): Promise<ProvenByCode | null> {
  const { number, code } = readCredentials({ number: '', code: text })
  if (!isTrackingCode(code) || number === '') return null
  for (const id of within ?? (await tenants.list()).map((tenant) => tenant.id)) {
    const hash = await vault.hasher(id, 'tracking-code')
    // A complaint that was split has one code for each of its matters.
    for (const filed of await complaints.findByCode(id, hash(normaliseCode(code)))) {
      if (filed.destroyed) continue
      const last = await whereItIs(complaints, filed)
      if (![filed.id, last.id].some((one) => meansNumber(one, number))) continue
      return { tenant: last.tenant, number: last.id, hide: (shown) => hideCode(shown, code) }
    }
  }
  return null
}

async function whereItIs(complaints: InboundOffice['complaints'], filed: Complaint): Promise<Complaint> {
  let last = filed
  for (let steps = 0; last.movedTo?.number && steps < LONGEST_PATH; steps++) {
    const next = await complaints.find(last.movedTo.tenant, last.movedTo.number)
    if (!next) break
    last = next
  }
  return last
}

function hideCode(text: string, code: string): string {
  const parted = [...normaliseCode(code)].join('[\\s–—-]*')
  return text.replace(new RegExp(parted, 'gi'), HIDDEN_CODE)
}

/**
 * The open cases whose reporter confirmed this address or number, newest unit first. A case that does not show its
 * reporter counts only where the sender is proven.
 */
export async function casesOfSender(
  { tenants, complaints, now }: InboundOffice,
  {
    channel,
    from,
    isProven,
  }: { readonly channel: 'email' | 'whatsapp' | 'sms'; readonly from: string; readonly isProven: boolean },
  within: readonly TenantId[] | null = null,
): Promise<readonly CaseOfSender[]> {
  const found: CaseOfSender[] = []
  for (const tenant of within ?? (await tenants.list()).map(({ id }) => id)) {
    const cases = await complaints.withContact(tenant, { channel, address: from }, CASES_LOOKED_AT)
    for (const one of cases) {
      if (takesMessages(one, now()) && (isProven || one.privacy === 'named')) found.push({ tenant, number: one.id })
    }
  }
  return found
}
