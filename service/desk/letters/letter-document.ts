import type { CaseWords } from '../../case/case-values.ts'
import type { SignedPaper } from '../../case/receipt/receipt.ts'
import { identityKeyOf, identityOf } from '../../case/store/case-seals.ts'
import { type ApprovedPaper, kindOf, type Letter } from '../../keeping/letters/letter.ts'
import { letterPlace } from '../../keeping/letters/letter-store.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { LetterNature } from '../../offices/notice-vocabulary.ts'
import { printable } from '../../offices/office-paper.ts'
import { type LetterSettings, numberFrom, type Signatory, seriesOf } from '../../offices/tenants/letter-settings.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { placeNames } from '../../offices/wording/places.ts'
import type { WordingStore } from '../../offices/wording/wording-store.ts'
import type { Day } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import type { TenantId } from '../../storage/place.ts'
import { type LetterOffice, type LetterOnCase, markOf } from './letter-access.ts'
import { letterTexts } from './letter-texts.ts'

export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

export interface Addressee {
  readonly name: string
  /** As it was given, with its line breaks. */
  readonly address: string
}

export interface LetterFacts {
  readonly verifyId: string
  readonly language: Language
  /** It is `null` before approval. */
  readonly number: string | null
  readonly day: Day
  readonly nature: LetterNature
  readonly enclosures: string
  readonly subject: string
  readonly body: string
  readonly signatory: Signatory | null
  /** It says in place of a name that nobody signed it. */
  readonly unsigned: boolean
  /** For a confidential complaint name and address are on a sheet of their own, without number or subject. */
  readonly confidential: boolean
  readonly addressee: Addressee
  readonly verifyUrl: string
}

/** A letter in the order of the page; it is plain JSON, so that it can be stored as it was approved. */
export interface LetterDocument {
  readonly language: Language
  readonly day: Day
  readonly signature: string
  readonly title: string
  readonly number: string
  readonly letterhead: {
    /** The last line is the office. */
    readonly lines: readonly string[]
    readonly address: string
    readonly contact: string
    readonly logo: string | null
  }
  readonly placeAndDate: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly addressee: readonly string[]
  readonly paragraphs: readonly string[]
  readonly signatory: {
    readonly position: string
    readonly name: string
    readonly below: readonly string[]
  }
  readonly verification: {
    readonly text: string
    readonly url: string
    readonly qrAlternative: string
    readonly fingerprint: string
  } | null
  /** The sheet whose text shows in the window of the envelope. */
  readonly addressSheet: {
    readonly senderLabel: string
    readonly sender: readonly string[]
    readonly label: string
    readonly to: readonly string[]
  } | null
}

/** Makes one tagged PDF, each letter beginning on a new page. The same letters give the same bytes. */
export type RenderLetters = (letters: readonly [LetterDocument, ...LetterDocument[]]) => Promise<Uint8Array>

export type SignLetter = (
  tenant: TenantId,
  letter: { readonly verifyId: string; readonly number: string; readonly day: Day; readonly content: string },
) => Promise<SignedPaper>

export const namePlace = (language: Language): string => `{${placeNames[language].name}}`

interface LetterSender {
  readonly name: string
  readonly parent: string
  readonly letters: LetterSettings
}

const linesOf = (text: string): string[] => printable(text).split('\n').filter(Boolean)
const keepFilled = (...lines: readonly string[]): string[] => lines.map(printable).filter(Boolean)

export function letterheadOf(office: LetterSender): LetterDocument['letterhead'] {
  const { lines: own, address, contact, logo } = office.letters.letterhead
  const lines = keepFilled(...own)
  return {
    lines: lines.length > 0 ? lines : keepFilled(office.parent, office.name),
    address: printable(address),
    contact: printable(contact),
    logo,
  }
}

/** @param signed `null` for a preview */
export function composeLetter(facts: LetterFacts, office: LetterSender, signed: SignedPaper | null): LetterDocument {
  const { language, addressee, confidential, signatory, unsigned, verifyUrl } = facts
  const words = letterTexts[language]
  const letterhead = letterheadOf(office)
  const name = printable(addressee.name).replaceAll('\n', ' ')
  const called = confidential ? words.somebody : name
  const to = [words.honoured({ name }), ...linesOf(addressee.address)]
  return {
    language,
    day: facts.day,
    signature: signed?.signature ?? '',
    title: words.title,
    number: facts.number ?? words.unnumbered,
    letterhead,
    placeAndDate: keepFilled(office.letters.city, sayDate(facts.day, language)).join(', '),
    facts: [
      { label: words.labels.number, value: facts.number ?? words.unnumbered },
      { label: words.labels.nature, value: words.natures[facts.nature] },
      { label: words.labels.enclosures, value: printable(facts.enclosures) || words.noEnclosures },
      { label: words.labels.subject, value: printable(facts.subject).replaceAll('\n', ' ') },
    ],
    addressee: confidential ? [words.confidentialReporter] : to,
    paragraphs: facts.body
      .split(/\n{2,}/)
      .map((paragraph) => printable(paragraph.replaceAll(namePlace(language), () => called)))
      .filter(Boolean),
    signatory: {
      position: printable(signatory?.position ?? ''),
      name: printable(signatory?.name ?? ''),
      below: unsigned
        ? [words.unsigned]
        : keepFilled(signatory?.rank ?? '', signatory?.nip ? words.civilServant({ nip: signatory.nip }) : ''),
    },
    verification: signed && {
      text: words.verification,
      url: verifyUrl,
      qrAlternative: words.qrAlternative({ url: verifyUrl }),
      fingerprint: words.fingerprint({ mark: signed.fingerprint }),
    },
    addressSheet: confidential
      ? {
          senderLabel: words.sender,
          sender: [...letterhead.lines.slice(-1), ...keepFilled(letterhead.address, facts.number ?? '')],
          label: words.addressedTo,
          to,
        }
      : null,
  }
}

/** The signature covers all that is on the paper but the logo and the signature itself. */
export const canonicalLetter = ({ letterhead, signature: _, verification: __, ...rest }: LetterDocument): string =>
  JSON.stringify({ ...rest, letterhead: { ...letterhead, logo: null } })

/** What writes letters and puts them on paper. */
export interface PrintOffice extends LetterOffice {
  readonly renderLetters: RenderLetters
  readonly signLetter: SignLetter
  /** SHA-256 in hexadecimal digits. */
  readonly digest: (bytes: Uint8Array) => string
  readonly wordings: WordingStore
  readonly letterLabels: Readonly<Record<Language, CaseWords>>
}

/** The approved text part by part, and the file as base64. It is sealed with the reporter's identity. */
export interface Paper {
  readonly document: LetterDocument
  readonly pdf: string
}

/**
 * A letter that nobody signs is numbered after its case, so that the office's letter book has no numbers of papers that
 * were never sent.
 */
const nextNumber = async (
  { letters }: PrintOffice,
  { tenant, number, event, content }: Letter,
  { pattern, code }: LetterSettings,
  day: Day,
) => {
  const kind = kindOf[event]
  const series = content.unsigned ? `case ${number}` : seriesOf(pattern, { kind, day })
  const sequence = await letters.nextIn(tenant, series)
  const letterNumber = content.unsigned ? `${number}/${sequence}` : numberFrom(pattern, { sequence, code, kind, day })
  return { series, sequence, letterNumber }
}

export async function makePaper(
  ports: PrintOffice,
  { settings }: Tenant,
  { letter, complaint }: LetterOnCase,
): Promise<ApprovedPaper> {
  const { identity, privacy, tenant } = complaint
  const opened = await identityOf(ports.vault, complaint)
  if (!identity || !opened?.address) throw new Refusal('conflict', 'letter/no-address')
  const day = localDateOf(ports.now(), settings.calendar)
  const signatory = letter.content.unsigned ? null : (letter.content.signatory ?? settings.letters.signatories[0])
  if (signatory === undefined) throw new Refusal('conflict', 'letter/no-signatory')

  const numbered = await nextNumber(ports, letter, settings.letters, day)
  const addressee = { name: opened.name ?? '', address: opened.address }
  const facts: LetterFacts = {
    ...factsOf(letter, privacy !== 'named', addressee, ports.links.verify(letter.verifyId)),
    ...{ number: numbered.letterNumber, day, signatory },
  }
  const content = canonicalLetter(composeLetter(facts, settings, null))
  const toSign = { verifyId: letter.verifyId, number: numbered.letterNumber, day, content }
  const signed = await ports.signLetter(tenant, toSign)
  const document = composeLetter(facts, settings, signed)
  const pdf = await ports.renderLetters([document])
  const paper: Paper = { document, pdf: base64Of(pdf) }
  return {
    ...numbered,
    ...{ day, fingerprint: signed.fingerprint },
    paper: await ports.vault.seal(identityKeyOf(complaint, identity), letterPlace(letter, 'paper'), paper),
    addressMark: markOf(identity),
    sha256: ports.digest(pdf),
  }
}

export const factsOf = (
  { verifyId, language, content }: Letter,
  confidential: boolean,
  addressee: Addressee,
  verifyUrl: string,
): Omit<LetterFacts, 'number' | 'day' | 'signatory'> => {
  const { nature, enclosures, subject, body, unsigned = false } = content
  return { verifyId, language, nature, enclosures, subject, body, unsigned, confidential, addressee, verifyUrl }
}
