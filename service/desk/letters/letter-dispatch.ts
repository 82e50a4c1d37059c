import { actorOf, momentOf, positionFor } from '../../case/access/case-actions.ts'
import { caseKeyOf, identityKeyOf } from '../../case/store/case-seals.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import { recordOpening } from '../../keeping/identity/identity.ts'
import {
  approveLetter,
  type Letter,
  markArrived,
  markReturned,
  postLetter,
  printLetter,
  refuseUnlessApprovable,
} from '../../keeping/letters/letter.ts'
import { letterPlace, letterSpec } from '../../keeping/letters/letter-store.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { ReturnReason } from '../../offices/notice-vocabulary.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { notPermitted, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Day } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Store } from '../../storage/collection.ts'
import { type KeyHolder, sealBinder, withoutOwnKeys } from '../../storage/key-holder.ts'
import type { Vault } from '../../storage/vault.ts'
import {
  actOnLetter,
  approversOf,
  changedMeanwhile,
  type LetterOffice,
  type LetterOnCase,
  type LetterRequest,
  letterFor,
  letterStep,
  markOf,
  obstacleOf,
} from './letter-access.ts'
import { bytesOf, makePaper, type Paper, type PrintOffice } from './letter-document.ts'
import { letterTexts } from './letter-texts.ts'

/**
 * A person who wrote part of it cannot approve, unless nobody else is there who can. The number, the paper and its
 * signature are one write, so that numbers have neither gaps nor doubles, and an approved letter never changes.
 */
export async function approve(ports: PrintOffice, staff: StaffMember, request: LetterRequest) {
  const tenant = await ports.tenants.get(staff.tenant)
  return actOnLetter(ports, staff, 'approve', request, async (on) => {
    const others = approversOf(on, await ports.staff.members(staff.tenant), ports.now())
    refuseUnlessApprovable(
      on.letter,
      staff.id,
      others.map(({ name }) => name),
    )
    const signed = { ...on, letter: signedBy(staff, on.letter) }
    return approveLetter(signed.letter, await makePaper(ports, tenant, signed), letterStep(ports, staff))
  })
}

/** A deputy signs in their own name, under the title of a deputy. */
function signedBy(approver: StaffMember, letter: Letter): Letter {
  if (!approver.asDeputy?.has('letters.approve')) return letter
  const position = positionFor(approver, ['letters.approve'])
  return { ...letter, content: { ...letter.content, signatory: { name: approver.name, position, rank: '', nip: '' } } }
}

/**
 * Returns the papers as one file, in the requested order. Printing shows the addressees, so each reporter reads on
 * their page that their identity was opened for a letter. Log and cases are written first, and if one letter cannot
 * be printed none is.
 */
export async function printLetters(
  ports: PrintOffice,
  staff: StaffMember,
  requests: readonly [LetterRequest, ...LetterRequest[]],
): Promise<Uint8Array> {
  const maySomewhere = (['letters.post', 'letters.post_confidential'] as const).some((one) =>
    staff.permissions.has(one),
  )
  if (!maySomewhere) throw notPermitted('letters.post')
  // Several letters open many identities at once.
  if (requests.length > 1) requireFreshConfirmation(staff, ports.now())
  const papers: Paper[] = []
  const printable: LetterOnCase[] = []
  for (const { id, revision } of requests) {
    const on = await letterFor(ports, staff, id, 'print')
    if (on.letter.revision !== revision) throw changedMeanwhile()
    printLetter(on.letter, letterStep(ports, staff))
    papers.push(await paperOf(ports, on))
    printable.push(on)
  }
  for (const { letter } of printable) {
    await tellOfOpening(ports, staff, letter)
    const { id, revision } = letter
    await actOnLetter(ports, staff, 'print', { id, revision }, (on) => printLetter(on.letter, letterStep(ports, staff)))
  }
  const [first, ...more] = papers
  if (!first) throw new Error('Nothing was asked for.')
  if (more.length === 0) return bytesOf(first.pdf)
  return ports.renderLetters([first.document, ...more.map(({ document }) => document)])
}

async function tellOfOpening(ports: PrintOffice, staff: StaffMember, { number, language, approved }: Letter) {
  const moment = await momentOf(ports, staff.tenant)
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.opened', subject: number, detail: 'send_letter' })
  const reason = `${letterTexts[language].title} ${approved?.letterNumber}`
  await ports.complaints.change(staff.tenant, number, (complaint) =>
    recordOpening(complaint, { ground: 'send_letter', reason }, actorOf(staff), moment),
  )
}

async function paperOf({ vault }: PrintOffice, on: LetterOnCase): Promise<Paper> {
  const obstacle = obstacleOf(on)
  if (obstacle) throw new Refusal('conflict', `letter/${obstacle}`)
  const { letter, complaint } = on
  if (!complaint.identity || !letter.approved?.paper) throw new Refusal('conflict', 'letter/no-address')
  const key = identityKeyOf(complaint, complaint.identity)
  return (await vault.open(key, letterPlace(letter, 'paper'), letter.approved.paper)) as Paper
}

/** Binds the seals of letters to their places: texts open with the key of their case, papers with the identity's. */
export async function letterHolder(store: Store, vault: Vault): Promise<KeyHolder> {
  const letters = await store.collection(letterSpec)
  const cases = await store.collection(complaintSpec)
  const bindSome = sealBinder(letters, vault, async (letter, renewal) => {
    const { content, approved } = letter
    const complaint = content && (await cases.get(letter.tenant, letter.number))
    if (!complaint) return letter
    const { identity } = complaint
    const words = await renewal.seal(caseKeyOf(complaint), letterPlace(letter, 'content'), content)
    // The paper of an identity that was corrected since opens with no key any more.
    if (!approved?.paper || !identity || approved.addressMark !== markOf(identity)) return { ...letter, content: words }
    const paper = await renewal.seal(identityKeyOf(complaint, identity), letterPlace(letter, 'paper'), approved.paper)
    return { ...letter, content: words, approved: { ...approved, paper } }
  })
  return withoutOwnKeys(bindSome)
}

export interface PostRequest extends LetterRequest {
  readonly on: Day
  readonly courierNumber?: string | undefined
}

export async function post(ports: LetterOffice, staff: StaffMember, { on, courierNumber, ...request }: PostRequest) {
  const { settings } = await ports.tenants.get(staff.tenant)
  const today = localDateOf(ports.now(), settings.calendar)
  return actOnLetter(ports, staff, 'post', request, ({ letter }) =>
    postLetter(letter, { on, courierNumber: courierNumber || null }, today, letterStep(ports, staff)),
  )
}

interface PostedLetter extends LetterRequest {
  readonly courierNumber?: string | undefined
}

/**
 * Posts several letters at once. If one of them cannot be posted, none is.
 * @returns how many were posted
 */
export async function postLetters(
  ports: LetterOffice,
  staff: StaffMember,
  { letters, on }: { readonly letters: readonly PostedLetter[]; readonly on: Day },
): Promise<number> {
  const { settings } = await ports.tenants.get(staff.tenant)
  const today = localDateOf(ports.now(), settings.calendar)
  for (const { id, revision } of letters) {
    const { letter } = await letterFor(ports, staff, id, 'post')
    if (letter.revision !== revision) throw changedMeanwhile()
    postLetter(letter, { on, courierNumber: null }, today, letterStep(ports, staff))
  }
  for (const letter of letters) await post(ports, staff, { ...letter, on })
  return letters.length
}

export const recordArrival = (ports: LetterOffice, staff: StaffMember, request: LetterRequest) =>
  actOnLetter(ports, staff, 'arrive', request, ({ letter }) => markArrived(letter, letterStep(ports, staff)))

/** The reporter's next channel begins. */
export const recordReturn = (
  ports: LetterOffice,
  staff: StaffMember,
  { reason, ...request }: LetterRequest & { readonly reason: ReturnReason },
) =>
  actOnLetter(ports, staff, 'return', request, ({ letter }) => markReturned(letter, reason, letterStep(ports, staff)))
