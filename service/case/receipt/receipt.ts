import type { OwnText } from '../../offices/translated.ts'
import type { IntakeChannel, Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Consent } from '../shape/consent.ts'
import type { Signing } from '../shape/signing.ts'

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
