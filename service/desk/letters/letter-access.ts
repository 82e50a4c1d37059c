import {
  caseFor,
  findHiddenCases,
  mayIn,
  mayOn,
  pageWithoutHoles,
  reads,
  refuseUnread,
  sees,
} from '../../case/access/case-access.ts'
import { actorOf } from '../../case/access/case-actions.ts'
import { subjectUnread, withoutWords } from '../../case/access/cover-for.ts'
import { ownCoveringOf } from '../../case/covering.ts'
import { mayInCategory } from '../../case/guard.ts'
import { applyLetterState, type Deliverer } from '../../case/notices/notice-queue.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { caseKeyOf, identityOf } from '../../case/store/case-seals.ts'
import { type Letter, type LetterContent, unknownLetter } from '../../keeping/letters/letter.ts'
import type { KeptLetter, LetterStore } from '../../keeping/letters/letter-store.ts'
import type { LetterState } from '../../offices/notice-vocabulary.ts'
import { absenceOf, isAccepted, type Membership } from '../../offices/staff/account.ts'
import { notPermitted, type Permission, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { type Instant, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { isOneOf, keysOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Page } from '../../storage/collection.ts'
import type { SealedIdentity } from '../../storage/vault.ts'
import { carers } from '../messages.ts'

export interface LetterOnCase {
  readonly letter: Letter
  readonly complaint: Complaint
}

/**
 * Opens the words of a letter, the same for everybody: where the reporter is not named to staff they are without name,
 * address and contact, also in a letter that was begun while the reporter was named. So what a person approves is what
 * that person read. A paper that was approved before stays as it was signed, for those who may print it.
 */
export async function openLetter(office: LetterOffice, kept: KeptLetter, complaint: Complaint) {
  const letter = await office.letters.open(kept, caseKeyOf(complaint))
  return { letter: await coverLetter(office, letter, complaint), complaint }
}

/** Takes name, address and contact out of the words of a letter whose reporter is not named to staff. */
export async function coverLetter({ vault }: LetterOffice, letter: Letter, complaint: Complaint) {
  if (complaint.privacy === 'named') return letter
  const cover = ownCoveringOf({ own: await identityOf(vault, complaint), language: letter.language })
  return { ...letter, content: rewriteContent(letter.content, cover) }
}

const rewriteContent = (content: LetterContent, rewrite: (text: string) => string): LetterContent => ({
  ...content,
  subject: rewrite(content.subject),
  body: rewrite(content.body),
  enclosures: rewrite(content.enclosures),
  history: content.history.map((line) => ({ ...line, note: line.note && rewrite(line.note) })),
})

/**
 * Updates the notice of a letter. The letter is written first, the case second; after a crash in between
 * `followLetters` completes it.
 */
export async function tellCase(
  { letters, complaints, deliverer }: LetterOffice,
  letter: Omit<KeptLetter, 'content'>,
): Promise<void> {
  const { tenant, number, noticeId } = letter
  await complaints.record(tenant, number, noticeId, (notice) => applyLetterState(notice, letter))
  await letters.markCaseCaughtUp(letter)
  deliverer.wakeUp()
}

/** It gives the process that changed a letter time to update its case itself. */
const LEFT_ALONE_FOR = 30 * SECOND

/** Completes what a dead process left, across tenants. */
export async function followLetters(ports: LetterOffice): Promise<void> {
  const left = await ports.letters.behind(plusMilliseconds(ports.now(), -LEFT_ALONE_FOR), 50)
  for (const letter of left) await tellCase(ports, letter)
}

export interface LetterOffice extends Office {
  readonly letters: LetterStore
  readonly deliverer: Pick<Deliverer, 'wakeUp'>
}

/** What people do to a letter, the permissions of which one is needed on its case, and the next state. */
export const letterActs = {
  edit: { by: carers, to: null, from: ['draft'] },
  submit: { by: carers, to: 'awaiting_approval', from: ['draft'] },
  'give-back': { by: ['letters.approve'], to: 'draft', from: ['awaiting_approval'] },
  approve: { by: ['letters.approve'], to: 'approved', from: ['awaiting_approval'] },
  withdraw: {
    by: [...carers, 'letters.approve'],
    to: 'withdrawn',
    from: ['draft', 'awaiting_approval', 'approved', 'printed'],
  },
  print: { by: ['letters.post'], to: 'printed', from: ['approved', 'printed'] },
  post: { by: ['letters.post'], to: 'posted', from: ['printed'] },
  arrive: { by: ['letters.post'], to: 'arrived', from: ['posted'] },
  return: { by: ['letters.post'], to: 'returned', from: ['posted'] },
} as const satisfies Record<
  string,
  {
    readonly by: readonly [Permission, ...Permission[]]
    readonly to: LetterState | null
    readonly from: readonly LetterState[]
  }
>
export type LetterAct = keyof typeof letterActs

/** Printing shows name and address, so for a confidential reporter it takes the permission to open them. */
const permissionsFor = (act: LetterAct, { privacy }: Complaint): readonly Permission[] =>
  act === 'print' && privacy === 'confidential' ? ['letters.post_confidential'] : letterActs[act].by

export const mayAct = (staff: StaffMember, act: LetterAct, complaint: Complaint): boolean =>
  !complaint.destroyed && permissionsFor(act, complaint).some((permission) => mayOn(staff, permission, complaint))

/** Somebody who takes one of these steps reads the letter, and no more of the case. */
const stepsOfOthers = ['approve', 'print', 'post', 'arrive', 'return'] as const satisfies readonly LetterAct[]

export const readsLetter = (staff: StaffMember, { state }: Pick<KeptLetter, 'state'>, complaint: Complaint): boolean =>
  !complaint.destroyed &&
  (reads(staff, complaint) ||
    stepsOfOthers.some((act) => isOneOf(letterActs[act].from, state) && mayAct(staff, act, complaint)))

/**
 * The members who can approve a letter now and wrote none of it. In a guarded case that is its steward, who alone is sure
 * to see it.
 */
export const approversOf = (
  { letter, complaint }: LetterOnCase,
  members: readonly Membership[],
  now: Instant,
): readonly Membership[] =>
  members
    .filter((member) => isAccepted(member) && mayInCategory(member, 'letters.approve', complaint.category))
    .filter((member) => absenceOf(member, now) === null)
    .filter(({ id }) => letter.content.writers.every((writer) => writer !== id))
    .filter(({ id }) => !complaint.guard || complaint.guard.steward === id)

/** @param approvers as `approversOf` lists them */
export const actsOn = (
  staff: StaffMember,
  { letter, complaint }: LetterOnCase,
  approvers: readonly Membership[],
): LetterAct[] =>
  keysOf(letterActs).filter(
    (act) =>
      isOneOf(letterActs[act].from, letter.state) &&
      readsLetter(staff, letter, complaint) &&
      mayAct(staff, act, complaint) &&
      !(act === 'approve' && letter.content.writers.includes(staff.id) && approvers.length > 0) &&
      !((act === 'approve' || act === 'print') && obstacleOf({ letter, complaint })),
  )

/** Distinguishes sealings of an identity, by the end of the seal. */
export const markOf = ({ identity, mark }: SealedIdentity): string => mark ?? identity.slice(-22)

/** Why a letter can no longer reach its reporter: the identity was erased, or corrected after approval. */
export function obstacleOf({ letter, complaint }: LetterOnCase): 'no-address' | 'address-changed' | null {
  if (!complaint.identity) return 'no-address'
  const { approved } = letter
  return approved && approved.addressMark !== markOf(complaint.identity) ? 'address-changed' : null
}

/** With `act` the person must be allowed to do it. */
export async function letterFor(
  office: LetterOffice,
  staff: StaffMember,
  id: string,
  act: LetterAct | null = null,
): Promise<LetterOnCase> {
  const possible: readonly Permission[] = act
    ? [...letterActs[act].by, ...(act === 'print' ? (['letters.post_confidential'] as const) : [])]
    : ['cases.read']
  const [first = 'cases.read'] = possible
  if (!possible.some((permission) => staff.permissions.has(permission))) throw notPermitted(first)
  const kept = await office.letters.find(staff.tenant, id)
  const complaint = kept && (await office.complaints.find(staff.tenant, kept.number))
  if (!kept?.content || !complaint || complaint.destroyed || !sees(staff, complaint)) throw unknownLetter()
  if (!readsLetter(staff, kept, complaint)) throw refuseUnread(staff, complaint)
  if (act && !mayAct(staff, act, complaint)) {
    if (permissionsFor(act, complaint).includes('letters.post_confidential'))
      throw new Refusal('forbidden', 'letter/confidential')
    throw notPermitted(first)
  }
  return openLetter(office, kept, complaint)
}

/** The revision is the one that the person looked at. */
export interface LetterRequest {
  readonly id: string
  readonly revision: number
}

const MOST_TRIES = 50

/**
 * Checks permission, loads, decides, logs, saves and updates the case. Writes of the machine meanwhile are no
 * conflict.
 */
export async function actOnLetter(
  ports: LetterOffice,
  staff: StaffMember,
  act: LetterAct,
  { id, revision }: LetterRequest,
  decide: (on: LetterOnCase) => Letter | Promise<Letter>,
): Promise<LetterOnCase> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { letter, complaint } = await letterFor(ports, staff, id, act)
    if (letter.revision !== revision) throw changedMeanwhile()
    const after = await decide({ letter, complaint })
    if (tries === 0) await logAct(ports, staff, complaint, act)
    const saved = await ports.letters.replace(after, caseKeyOf(complaint))
    if (!saved) continue
    if (saved.tellsCaseAt) await tellCase(ports, saved)
    return { letter: saved, complaint }
  }
  throw changedMeanwhile()
}

const logAct = (
  { record }: LetterOffice,
  { tenant, id: by }: StaffMember,
  { id: subject }: Complaint,
  act: LetterAct,
) => record(tenant, { by, act: 'case.acted', subject, detail: `letter-${act}` })

export const letterStep = (ports: LetterOffice, staff: StaffMember, note?: string) => ({
  by: actorOf(staff, ['letters.approve']),
  at: ports.now(),
  note,
})

export const changedMeanwhile = () => new Refusal('conflict', 'letter/changed-meanwhile')

interface Asked {
  readonly state: LetterState
  readonly after?: string | undefined
  readonly limit: number
}

/** The longest waiting comes first; only letters of cases that the person sees, and without words of one that they do not read. */
export async function listLetters(
  ports: LetterOffice,
  staff: StaffMember,
  { state, ...paging }: Asked,
): Promise<Page<LetterOnCase>> {
  requirePermission(staff, 'cases.read')
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'letters' })
  const page = await pageWithoutHoles<LetterOnCase | null>(
    paging,
    async (asked) => {
      const { items, nextCursor } = await ports.letters.inState(staff.tenant, state, asked)
      return { items: await Promise.all(items.map((kept) => listVisible(ports, staff, kept))), nextCursor }
    },
    (one) => one !== null,
  )
  return { ...page, items: page.items.flatMap((one) => one ?? []) }
}

async function listVisible(office: LetterOffice, staff: StaffMember, kept: KeptLetter): Promise<LetterOnCase | null> {
  const complaint = kept.content && (await office.complaints.find(staff.tenant, kept.number))
  if (!complaint || complaint.destroyed || !sees(staff, complaint)) return null
  const { letter } = await openLetter(office, kept, complaint)
  if (readsLetter(staff, kept, complaint)) return { letter, complaint }
  const { language, content } = letter
  return {
    letter: { ...letter, content: { ...content, subject: subjectUnread(staff, complaint, language) } },
    complaint: withoutWords(staff, complaint, language),
  }
}

export async function letterCounts(
  ports: LetterOffice,
  staff: StaffMember,
): Promise<Partial<Record<LetterState, number>>> {
  requirePermission(staff, 'cases.read')
  const counts = await ports.letters.counts(staff.tenant)
  // Most units write none: then there are none to subtract, however many cases are hidden.
  if (counts.length === 0) return {}
  const numbers = (await findHiddenCases(ports, staff)).map(({ number }) => number)
  const kept = await ports.letters.ofCases(staff.tenant, numbers)
  const sums: Partial<Record<LetterState, number>> = {}
  const add = (category: string, state: LetterState, letters: number) => {
    if (mayIn(staff, 'cases.read', category)) sums[state] = (sums[state] ?? 0) + letters
  }
  for (const { category, state, letters } of counts) add(category, state, letters)
  for (const { category, state } of kept) add(category, state, -1)
  return sums
}

/** The oldest comes first. */
export async function lettersOfCase(
  ports: LetterOffice,
  staff: StaffMember,
  number: string,
): Promise<readonly LetterOnCase[]> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  await ports.record(staff.tenant, { by: staff.id, act: 'case.read', subject: number, detail: 'letters' })
  const kept = (await ports.letters.ofCases(staff.tenant, [number])).filter(({ content }) => content !== null)
  if (complaint.destroyed) return []
  return Promise.all(kept.map((one) => openLetter(ports, one, complaint)))
}

export async function readLetter(ports: LetterOffice, staff: StaffMember, id: string): Promise<LetterOnCase> {
  const found = await letterFor(ports, staff, id)
  await ports.record(staff.tenant, { by: staff.id, act: 'case.read', subject: found.letter.number, detail: 'letter' })
  return found
}
