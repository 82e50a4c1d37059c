import { mayOn, sees } from '../../case/access/case-access.ts'
import { actorOf, type CaseActionPorts } from '../../case/access/case-actions.ts'
import { mayInCategory } from '../../case/guard.ts'
import type { Deliverer } from '../../case/notices/notice-queue.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import { type Letter, unknownLetter } from '../../keeping/letters/letter.ts'
import type { LetterStore } from '../../keeping/letters/letter-store.ts'
import type { LetterState } from '../../offices/notice-vocabulary.ts'
import { absenceOf, isAccepted, type Membership } from '../../offices/staff/account.ts'
import { notPermitted, type Permission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf, keysOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { SealedIdentity } from '../../storage/vault.ts'
import { carers } from '../undelivered-notices.ts'
import { type LetterOnCase, openLetter } from './open-letter.ts'
import { tellCase } from './tell-case.ts'

export interface LetterPorts extends CaseActionPorts {
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

/**
 * With `act` the person must be allowed to do it.
 * @throws Refusal `staff/not-permitted`, `letter/confidential`, `letter/unknown`
 */
export async function letterFor(
  { letters, complaints, vault }: LetterPorts,
  staff: StaffMember,
  id: string,
  act: LetterAct | null = null,
): Promise<LetterOnCase> {
  const possible: readonly Permission[] = act
    ? [...letterActs[act].by, ...(act === 'print' ? (['letters.post_confidential'] as const) : [])]
    : ['cases.read']
  const [first = 'cases.read'] = possible
  if (!possible.some((permission) => staff.permissions.has(permission))) throw notPermitted(first)
  const kept = await letters.find(staff.tenant, id)
  const complaint = kept && (await complaints.find(staff.tenant, kept.number))
  if (!kept?.content || !complaint || complaint.destroyed || !sees(staff, complaint)) throw unknownLetter()
  if (act && !mayAct(staff, act, complaint)) {
    if (permissionsFor(act, complaint).includes('letters.post_confidential'))
      throw new Refusal('forbidden', 'letter/confidential')
    throw notPermitted(first)
  }
  return openLetter({ letters, vault }, kept, complaint)
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
 * @throws Refusal `staff/not-permitted`, `letter/unknown`, `letter/changed-meanwhile`, and what `decide` throws
 */
export async function actOnLetter(
  ports: LetterPorts,
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

const logAct = ({ record }: LetterPorts, { tenant, id: by }: StaffMember, { id: subject }: Complaint, act: LetterAct) =>
  record(tenant, { by, act: 'case.acted', subject, detail: `letter-${act}` })

export const letterStep = (ports: LetterPorts, staff: StaffMember, note?: string) => ({
  by: actorOf(staff, ['letters.approve']),
  at: ports.now(),
  note,
})

export const changedMeanwhile = () => new Refusal('conflict', 'letter/changed-meanwhile')
