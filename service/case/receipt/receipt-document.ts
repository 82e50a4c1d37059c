import { printable } from '../../offices/paper/printable.ts'
import type { OwnText } from '../../offices/translated.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import type { Signing } from '../shape/signing.ts'
import type { ReceiptContent, ReceiptReporter } from './receipt.ts'
import type { SignedReceipt } from './sign-receipt.ts'
import { receiptWordingEn } from './wording/en.ts'
import { receiptWordingId } from './wording/id.ts'
import type { ReceiptWording } from './wording/receipt-wording.ts'

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
  page(page: number, pages: number): string
}

const wordings: Readonly<Record<Language, ReceiptWording>> = { id: receiptWordingId, en: receiptWordingEn }

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
        due: words.due(sayDay(dueAt, timeZone, language)),
        explanation,
      })),
    },
    nextSteps: content.nextSteps && {
      ...{ heading: words.nextSteps, text: printable(content.nextSteps.text) },
      ...langBeside(content.nextSteps, language),
    },
    followUp: {
      heading: words.followUp,
      text: shownCode ? words.followUpWithCode(shownCode) : words.followUpText,
      url: followUpUrl,
    },
    receivedBy: receivedBy
      ? { caption: words.receivedBy, name: printable(receivedBy.name), text: printable(receivedBy.position) }
      : { caption: words.bySystem, name: null, text: words.bySystemText },
    verification: {
      heading: words.verification,
      text: words.verificationText,
      url: verifyUrl,
      qrAlternative: words.qrAlternative(verifyUrl),
      fingerprint: `${words.fingerprint}: ${fingerprint}`,
      keyFingerprint: `${words.keyFingerprint}: ${keyFingerprint.join(' ')}`,
    },
    page: words.page,
  }
}

function factsOf(content: ReceiptContent, words: ReceiptWording): ReceiptDocument['facts'] {
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
            value: words.declared(content.consent.version),
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

const signingIn = (signing: Signing, words: ReceiptWording) =>
  signing.kind === 'signed'
    ? { value: words.signed, note: hash(signing.sha256) }
    : { value: words.witnessed(words.unsigned[signing.because], signing.witness) }

function reporterIn(reporter: ReceiptReporter, words: ReceiptWording): string {
  if (reporter.privacy === 'named') return [reporter.name, ...reporter.details].join('\n')
  return words[reporter.privacy]
}
