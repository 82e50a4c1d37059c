import { printable } from '../../offices/office-paper.ts'
import type { OwnText } from '../../offices/translated.ts'
import type { IntakeChannel, Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Consent, Signing } from '../shape/intake.ts'
import { type ReceiptTexts, receiptTexts } from './receipt-texts.ts'

export type ReceiptReporter =
  /** `details` are address, telephone and e-mail as given, a line each. */
  | { readonly privacy: 'named'; readonly name: string; readonly details: readonly string[] }
  | { readonly privacy: 'sealed' }
  | { readonly privacy: 'confidential' }
  | { readonly privacy: 'anonymous' }

export interface ReceiptFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** The reporter's browser had computed the same. */
  readonly browserAgreed: boolean
}

/** The complaint as it was received. */
export interface ReceiptContent {
  /** It is random, and the last part of the address where anyone can check the receipt. */
  readonly receiptId: string
  readonly language: Language
  readonly office: {
    readonly name: string
    readonly parent: string
    readonly address: string | null
    readonly telephone: string | null
  }
  readonly number: string
  readonly receivedAt: Instant
  /** IANA name of the office's time zone. */
  readonly timeZone: string
  /** Where it was received, e.g. a counter; `null` if nobody met the reporter. */
  readonly place: string | null
  /** The number that the sender gave the letter. */
  readonly letterNumber: string | null
  readonly channel: IntakeChannel
  readonly reporter: ReceiptReporter
  readonly subject: string
  readonly category: OwnText
  readonly evidence: readonly ReceiptFile[]
  /** How the reporter confirmed at the counter what was read back. */
  readonly signing: Signing | null
  /** What the reporter declared, on which version of the office's texts. */
  readonly consent: Pick<Consent, 'version' | 'sha256'> | null
  /** `null` means that the service received it. */
  readonly receivedBy: { readonly name: string; readonly position: string } | null
  /** The clocks as they stood at filing. */
  readonly clocks: readonly { readonly label: string; readonly dueAt: Instant; readonly explanation: string }[]
  /** What the unit announced to happen after filing in the category; `null` for nothing. It is not signed. */
  readonly nextSteps: OwnText | null
  readonly followUpUrl: string
  readonly verifyUrl: string
  /**
   * It is in the file but not printed. Staff get another one, so that nobody can find by guessing which file, with
   * what is masked on their copy, has the public hash of the reporter's.
   */
  readonly copyMark: string
}

/**
 * The facts that are fixed at filing, always in the same order. What may change later (the office's address, a label,
 * an identity that is added or erased, and a file name that revealed it) would make an honest old paper look false.
 */
export function canonicalReceipt(content: ReceiptContent): string {
  const { receiptId, number, receivedAt, channel, place, letterNumber, subject, evidence, receivedBy, clocks } = content
  const { signing, consent } = content
  return JSON.stringify({
    receiptId,
    number,
    receivedAt,
    channel,
    place,
    subject,
    evidence: evidence.map(({ size, sha256 }) => [size, sha256]),
    receivedBy: receivedBy && [receivedBy.name, receivedBy.position],
    dueAt: clocks.map(({ dueAt }) => dueAt),
    // What there is none of is left out, as on every earlier receipt.
    ...(letterNumber ? { letterNumber } : {}),
    ...(consent ? { consent: [consent.version, consent.sha256] } : {}),
    ...(signing ? { signing: signing.kind === 'signed' ? signing.sha256 : [signing.because, signing.witness] } : {}),
  })
}

/** A receipt in the order of the page. A renderer adds nothing but type and lines. */
export interface ReceiptDocument {
  readonly language: Language
  readonly createdAt: Instant
  readonly signature: string
  readonly copyMark: string
  readonly letterhead: { readonly parent: string; readonly office: string; readonly contact: string }
  readonly title: string
  readonly number: string
  readonly lead: string
  /** `lang` is set where a value stands in another language than the page; a note is printed smaller below it. */
  readonly facts: readonly {
    readonly label: string
    readonly value: string
    readonly note?: string
    readonly lang?: Language
  }[]
  readonly evidence: {
    readonly heading: string
    /** The text in place of an empty list. */
    readonly none: string
    readonly files: readonly { readonly name: string; readonly size: string; readonly sha256: string }[]
  }
  readonly clocks: {
    readonly heading: string
    readonly dates: readonly { readonly label: string; readonly due: string; readonly explanation: string }[]
  }
  /** What the office announced to happen next; `null` for nothing. */
  readonly nextSteps: { readonly heading: string; readonly text: string; readonly lang?: Language } | null
  readonly followUp: { readonly heading: string; readonly text: string; readonly url: string }
  readonly receivedBy: { readonly caption: string; readonly name: string | null; readonly text: string }
  readonly verification: {
    readonly heading: string
    readonly text: string
    readonly url: string
    readonly qrAlternative: string
    readonly fingerprint: string
    readonly keyFingerprint: string
  }
  page(place: { readonly page: number; readonly pages: number }): string
}

const wordings: Readonly<Record<Language, ReceiptTexts>> = { id: receiptTexts.id, en: receiptTexts.en }

export function composeReceipt(
  content: ReceiptContent,
  { signature, fingerprint, keyFingerprint }: SignedReceipt,
  shownCode?: string,
): ReceiptDocument {
  const { language, office, timeZone, evidence, clocks, receivedBy, followUpUrl, verifyUrl } = content
  const words = wordings[language]
  return {
    language,
    createdAt: content.receivedAt,
    signature,
    copyMark: content.copyMark,
    letterhead: {
      parent: printable(office.parent),
      office: printable(office.name),
      contact: printable(
        [office.address, office.telephone && `${words.telephone} ${office.telephone}`].filter(Boolean).join(' · '),
      ),
    },
    title: shownCode ? words.titleWithCode : words.title,
    number: `${words.number}: ${content.number}`,
    lead: words.lead,
    facts: factsOf(content, words),
    evidence: {
      heading: words.evidence,
      none: words.noEvidence,
      files: evidence.map(({ name, size, sha256, browserAgreed }) => ({
        name: printable(name),
        size: saySize(size, language),
        sha256: `${hash(sha256)}${browserAgreed ? ` (${words.browserAgreed})` : ''}`,
      })),
    },
    clocks: {
      heading: words.clocks,
      dates: clocks.map(({ label, dueAt, explanation }) => ({
        label,
        due: words.due({ day: sayDay(dueAt, timeZone, language) }),
        explanation,
      })),
    },
    nextSteps: content.nextSteps && {
      ...{ heading: words.nextSteps, text: printable(content.nextSteps.text) },
      ...langBeside(content.nextSteps, language),
    },
    followUp: {
      heading: words.followUp,
      text: shownCode ? words.followUpWithCode({ code: shownCode }) : words.followUpText,
      url: followUpUrl,
    },
    receivedBy: receivedBy
      ? { caption: words.receivedBy, name: printable(receivedBy.name), text: printable(receivedBy.position) }
      : { caption: words.bySystem, name: null, text: words.bySystemText },
    verification: {
      heading: words.verification,
      text: words.verificationText,
      url: verifyUrl,
      qrAlternative: words.qrAlternative({ url: verifyUrl }),
      fingerprint: `${words.fingerprint}: ${fingerprint}`,
      keyFingerprint: `${words.keyFingerprint}: ${keyFingerprint.join(' ')}`,
    },
    page: words.page,
  }
}

function factsOf(content: ReceiptContent, words: ReceiptTexts): ReceiptDocument['facts'] {
  const { channel, language, letterNumber, office, place, timeZone } = content
  const met = channel === 'web_widget' || channel === 'email' ? words.online : office.name
  return [
    { label: words.receivedAt, value: sayMoment(content.receivedAt, timeZone, language) },
    { label: words.place, value: place ?? met },
    { label: words.channel, value: words.channels[channel] },
    // A letter's number may tell who wrote it.
    ...(letterNumber && content.reporter.privacy === 'named'
      ? [{ label: words.letterNumber, value: printable(letterNumber) }]
      : []),
    { label: words.reporter, value: reporterIn(content.reporter, words) },
    { label: words.category, value: content.category.text, ...langBeside(content.category, language) },
    { label: words.subject, value: content.subject },
    ...(content.consent
      ? [
          {
            label: words.statements,
            value: words.declared({ version: content.consent.version }),
            note: hash(content.consent.sha256),
          },
        ]
      : []),
    ...(content.signing ? [{ label: words.signing, ...signingIn(content.signing, words) }] : []),
  ].map(({ value, ...fact }) => ({ ...fact, value: printable(value) }))
}

const hash = (sha256: string): string => `SHA-256 ${sha256}`

const langBeside = (own: OwnText, language: Language): { readonly lang?: Language } =>
  own.language === language ? {} : { lang: own.language }

const signingIn = (signing: Signing, words: ReceiptTexts) =>
  signing.kind === 'signed'
    ? { value: words.signed, note: hash(signing.sha256) }
    : { value: words.witnessed({ because: words.unsigned[signing.because], witness: signing.witness }) }

function reporterIn(reporter: ReceiptReporter, words: ReceiptTexts): string {
  if (reporter.privacy === 'named') return [reporter.name, ...reporter.details].join('\n')
  return words[reporter.privacy]
}

export interface RenderedReceipt {
  readonly bytes: Uint8Array
  /** Written in hex. */
  readonly sha256: string
}

/** It makes a tagged PDF. The same document always gives the same bytes. */
export type RenderReceipt = (receipt: ReceiptDocument) => Promise<RenderedReceipt>

export interface SignedPaper {
  /** Compact JWS over the receipt's number, time, id and a hash of the facts fixed at filing. */
  readonly signature: string
  /** A few characters of the signature's hash, `4F2A-91C0-77BE`, short enough to compare by eye. */
  readonly fingerprint: string
}

export interface SignedReceipt extends SignedPaper {
  /** The fingerprint of the tenant's key, thirty digits in groups, as the form and the office's own page show it. */
  readonly keyFingerprint: readonly string[]
}

/** The same content always gives the same signature. */
export type SignReceipt = (tenant: TenantId, content: ReceiptContent) => Promise<SignedReceipt>

/** The input of RFC 7638's hash, for a key of the kind that signs receipts. */
export const thumbprintSource = ({ crv, kty, x }: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ crv, kty, x })

const GROUPS = 6
const HEX_OF_A_GROUP = 10

/**
 * Thirty digits in groups of five, which two people can read to each other over the telephone: of each five bytes of
 * the SHA-256, the rest after division by 100,000. 99 bits, so nobody finds a second key for them.
 */
export const spokenFingerprint = (sha256: string): readonly string[] =>
  Array.from({ length: GROUPS }, (_, at) =>
    String(Number.parseInt(sha256.slice(at * HEX_OF_A_GROUP, (at + 1) * HEX_OF_A_GROUP), 16) % 100_000).padStart(
      5,
      '0',
    ),
  )
