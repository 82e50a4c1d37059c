import { identityKeyOf, identityOf } from '../../case/store/identity-of.ts'
import { approveLetter, kindOf, type Letter, refuseUnlessApprovable } from '../../keeping/letters/letter.ts'
import { letterPlace } from '../../keeping/letters/letter-place.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { numberFrom, seriesOf } from '../../offices/tenants/letter-number.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { parseDay } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { base64Of } from './base64.ts'
import {
  actOnLetter,
  type LetterOnCase,
  type LetterPorts,
  type LetterRequest,
  letterStep,
  markOf,
} from './letter-access.ts'
import {
  type Addressee,
  canonicalLetter,
  composeLetter,
  type LetterDocument,
  type LetterFacts,
  type RenderLetters,
  type SignLetter,
} from './letter-document.ts'

export interface PaperPorts extends LetterPorts {
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
 * The writer cannot approve. The number, the paper and its signature are one write, so that numbers have neither gaps
 * nor doubles, and an approved letter never changes.
 * @throws Refusal `letter/own-words`, `letter/no-address`, `letter/no-signatory`, and those of `actOnLetter`
 */
export async function approve(ports: PaperPorts, staff: StaffMember, request: LetterRequest) {
  const tenant = await ports.tenants.get(staff.tenant)
  return actOnLetter(ports, staff, 'approve', request, async (on) => {
    refuseUnlessApprovable(on.letter, staff.id)
    return approveLetter(on.letter, await paperFor(ports, tenant, on), staff.id, letterStep(ports, staff))
  })
}

async function paperFor(ports: PaperPorts, tenant: Tenant, { letter, complaint }: LetterOnCase) {
  const { settings } = tenant
  const { identity, privacy, tenant: unit } = complaint
  const opened = await identityOf(ports.vault, complaint)
  if (!identity || !opened?.address) throw new Refusal('conflict', 'letter/no-address')
  const day = localDateOf(ports.now(), settings.calendar)
  const kind = kindOf[letter.event]
  const { pattern, code, signatories } = settings.letters
  const signatory = letter.content.signatory ?? signatories[0]
  if (!signatory) throw new Refusal('conflict', 'letter/no-signatory')

  const series = seriesOf(pattern, { kind, day })
  const sequence = await ports.letters.nextIn(unit, series)
  const number = numberFrom(pattern, { sequence, code, kind, day })
  const addressee = { name: opened.name ?? '', address: opened.address }
  const facts: LetterFacts = {
    ...factsOf(letter, privacy !== 'named', addressee, ports.links.verify(letter.verifyId)),
    ...{ number, day, signatory },
  }
  const content = canonicalLetter(composeLetter(facts, settings, null))
  const signed = await ports.signLetter(unit, { verifyId: letter.verifyId, number, day, content })
  const document = composeLetter(facts, settings, signed)
  const pdf = await ports.renderLetters([document])
  const paper: Paper = { document, pdf: base64Of(pdf) }
  return {
    ...{ letterNumber: number, series, sequence, day, fingerprint: signed.fingerprint },
    paper: await ports.vault.seal(identityKeyOf(complaint, identity), letterPlace(letter, 'paper'), paper),
    addressMark: markOf(identity),
    sha256: ports.digest(pdf),
  }
}

export const factsOf = (
  { verifyId, language, content, approved, createdAt }: Letter,
  confidential: boolean,
  addressee: Addressee,
  verifyUrl: string,
): LetterFacts => {
  const { nature, enclosures, subject, body, signatory } = content
  const day = approved?.day ?? parseDay(createdAt.slice(0, 10))
  const number = approved?.letterNumber ?? null
  return {
    ...{ verifyId, language, number, day, nature, enclosures, subject, body, signatory },
    confidential,
    addressee,
    verifyUrl,
  }
}
