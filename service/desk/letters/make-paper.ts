import { identityKeyOf, identityOf } from '../../case/store/case-seals.ts'
import { type ApprovedPaper, kindOf, type Letter } from '../../keeping/letters/letter.ts'
import { type LetterStore, letterPlace } from '../../keeping/letters/letter-store.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { type LetterSettings, numberFrom, seriesOf } from '../../offices/tenants/letter-settings.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Clock, Day } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Vault } from '../../storage/vault.ts'
import { base64Of } from './base64.ts'
import { markOf } from './letter-access.ts'
import {
  type Addressee,
  canonicalLetter,
  composeLetter,
  type LetterDocument,
  type LetterFacts,
  type RenderLetters,
  type SignLetter,
} from './letter-document.ts'
import type { LetterOnCase } from './open-letter.ts'

export interface PaperMaking {
  readonly vault: Vault
  readonly now: Clock
  readonly letters: LetterStore
  readonly renderLetters: RenderLetters
  readonly signLetter: SignLetter
  /** SHA-256 in hexadecimal digits. */
  readonly digest: (bytes: Uint8Array) => string
  readonly links: { follow(tenant: string): string; verify(id: string): string }
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
  { letters }: Pick<PaperMaking, 'letters'>,
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

/** @throws Refusal `letter/no-address`, `letter/no-signatory` */
export async function makePaper(
  ports: PaperMaking,
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
