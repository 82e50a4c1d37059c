import { mayOn } from '../case/access/case-access.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Improvement, ImprovementDue, ImprovementProof } from '../case/shape/handling.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { isProven } from '../case/tasks.ts'
import { dayNumberOf } from '../offices/calendar/office-calendar.ts'
import { localDateOf, momentAt } from '../offices/calendar/working-days.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { FailureCause } from '../offices/vocabulary.ts'
import { type Day, parseDay } from '../shared/instant.ts'
import { keysOf } from '../shared/records.ts'
import { type FieldProblem, Refusal, refuseField } from '../shared/refusal.ts'
import type { StaffId } from '../storage/place.ts'
import type { ActSteps, DeskOffice } from './case-act.ts'

export interface WrittenImprovement {
  readonly cause?: FailureCause | undefined
  readonly causeText?: string | undefined
  readonly change?: string | undefined
  /** The id of somebody with an account … */
  readonly owner?: string | undefined
  /** … or the position of somebody without one. */
  readonly ownerPosition?: string | undefined
  readonly checkOn?: string | undefined
  /** The id of a file or a finished paper of the case, and the day of what it shows … */
  readonly proof?: string | undefined
  readonly proofOn?: string | undefined
  /** … or why there is none. */
  readonly noProof?: string | undefined
}

export interface ImprovementFound {
  /** `null` where no account was named, or it is no member's. */
  readonly owner: StaffMember | null
  readonly paperNumber: string | null
}

/** How many days from now a check may lie. */
export const FARTHEST_CHECK = 366

export async function findForImprovement(
  ports: DeskOffice,
  { tenant }: StaffMember,
  number: string,
  { owner, proof }: WrittenImprovement,
): Promise<ImprovementFound> {
  const paper = proof ? await ports.papers.find(tenant, proof) : null
  return {
    owner: owner ? await ports.staff.findMember(tenant, owner) : null,
    paperNumber: paper?.number === number ? (paper.finished?.paperNumber ?? null) : null,
  }
}

type Owner = Improvement['owner'] & { readonly id: StaffId | null }

type Named = Pick<Improvement, 'cause' | 'causeText' | 'change' | 'checkOn' | 'proof'> & { readonly owner: Owner }
type Draft = { readonly [Part in keyof Named]: Named[Part] | null }

const isWhole = (draft: Draft): draft is Named => Object.values(draft).every((part) => part !== null)

/** Names what went wrong and what the office changed. The owner must be able to see to it. */
export function nameImprovement(
  complaint: Complaint,
  written: WrittenImprovement,
  found: ImprovementFound,
  by: Actor,
  moment: Moment,
): Complaint {
  if (!isProven(complaint.dossier.answer?.outcome)) throw new Refusal('conflict', 'improvement/not-proven')
  const draft: Draft = {
    cause: written.cause ?? null,
    causeText: written.causeText || null,
    change: written.change || null,
    owner: ownerOf(complaint, written, found),
    checkOn: written.checkOn ? parseDay(written.checkOn) : null,
    proof: proofOf(complaint, written, found),
  }
  const problems = [...listMissing(draft, written), ...listMisfits(draft, moment)]
  if (problems.length > 0 || !isWhole(draft)) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const { id, ...owner } = draft.owner
  const improvement: Improvement = { at: moment.at, by, ...draft, owner, checks: [] }
  return applyDecision(
    complaint,
    moment,
    { improvementDue: checkFrom(draft.checkOn, id, moment), dossier: { improvement } },
    { event: 'improvement_named', by, public: false },
  )
}

const listMissing = (draft: Draft, written: WrittenImprovement): FieldProblem[] =>
  keysOf(draft)
    .filter((part) => draft[part] === null)
    .map((part) => missing[part]?.(written) ?? { path: part, code: 'required' })

/** Parts that may also have been given and be nobody or nothing of the case. */
const missing: { readonly [Part in keyof Draft]?: (written: WrittenImprovement) => FieldProblem } = {
  owner: ({ owner }) => (owner ? { path: 'owner', code: 'unknown' } : { path: 'ownerPosition', code: 'required' }),
  proof({ proof, proofOn }) {
    if (!proof) return { path: 'noProof', code: 'required' }
    return proofOn ? { path: 'proof', code: 'unknown' } : { path: 'proofOn', code: 'required' }
  },
}

function listMisfits({ checkOn, proof }: Draft, { at, calendar }: Moment): FieldProblem[] {
  const today = dayNumberOf(localDateOf(at, calendar))
  const daysUntil = (day: Day) => dayNumberOf(day) - today
  const misfits = [
    { path: 'checkOn', code: 'in-past', is: checkOn !== null && daysUntil(checkOn) < 0 },
    { path: 'checkOn', code: 'too-far', is: checkOn !== null && daysUntil(checkOn) > FARTHEST_CHECK },
    { path: 'proofOn', code: 'in-future', is: proof !== null && proof.kind !== 'none' && daysUntil(proof.on) > 0 },
  ]
  return misfits.filter(({ is }) => is).map(({ path, code }) => ({ path, code }))
}

/** The check is due from the morning of its day on. */
export const checkFrom = (checkOn: Day, owner: StaffId | null, { calendar }: Moment): ImprovementDue => ({
  what: 'check',
  at: momentAt(dayNumberOf(checkOn), '00:00', calendar),
  owner,
})

function ownerOf(
  complaint: Complaint,
  { owner, ownerPosition }: WrittenImprovement,
  found: ImprovementFound,
): Owner | null {
  if (!owner) return ownerPosition ? { id: null, name: '', position: ownerPosition } : null
  if (!found.owner || !mayOn(found.owner, 'cases.close', complaint)) return null
  const { id, name, position } = found.owner
  return { id, name, position }
}

function proofOf(
  { evidence }: Complaint,
  { proof, proofOn, noProof }: WrittenImprovement,
  { paperNumber }: ImprovementFound,
): ImprovementProof | null {
  if (!proof) return noProof ? { kind: 'none', because: noProof } : null
  if (!proofOn) return null
  const on = parseDay(proofOn)
  if (paperNumber) return { kind: 'paper', id: proof, paperNumber, on }
  return evidence.some(({ id }) => id === proof) ? { kind: 'file', id: proof, on } : null
}

/** None of it may name the reporter, because reports quote it. */
export const wordsOfImprovement = ({ causeText, change, ownerPosition, noProof }: WrittenImprovement) => [
  causeText,
  change,
  ownerPosition,
  noProof,
]

export const nameImprovementAct: ActSteps<WrittenImprovement> = {
  words: wordsOfImprovement,
  async prepare(request, ports, staff) {
    const found = await findForImprovement(ports, staff, request.number, request)
    return (complaint, by, moment) => nameImprovement(complaint, request, found, by, moment)
  },
}

interface WrittenCheck {
  readonly holds: boolean
  readonly text: string
  /** The day of the next check; needed where the improvement does not hold. */
  readonly nextOn?: string | undefined
}

/** The owner looked whether what was changed holds. While it does not, a further check follows. */
export function checkImprovement(
  complaint: Complaint,
  { holds, text, nextOn }: WrittenCheck,
  by: Actor,
  moment: Moment,
): Complaint {
  const { improvementDue, dossier } = complaint
  const { improvement } = dossier
  if (improvementDue?.what !== 'check' || !improvement) throw new Refusal('conflict', 'improvement/no-check')
  const next = nextOn ? parseDay(nextOn) : null
  const today = dayNumberOf(localDateOf(moment.at, moment.calendar))
  const code = !next ? 'required' : dayNumberOf(next) <= today ? 'in-past' : 'too-far'
  const isFit = next ? dayNumberOf(next) > today && dayNumberOf(next) <= today + FARTHEST_CHECK : holds
  if (!isFit) throw refuseField('request/invalid', 'nextOn', code)
  const checks = [...improvement.checks, { at: moment.at, by, holds, text }]
  return applyDecision(
    complaint,
    moment,
    {
      improvementDue: next && checkFrom(next, improvementDue.owner, moment),
      dossier: { improvement: { ...improvement, checks, checkOn: next ?? improvement.checkOn } },
    },
    { event: 'improvement_checked', by, text, public: false },
  )
}

export const checkImprovementAct: ActSteps<WrittenCheck> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment) => checkImprovement(complaint, request, by, moment),
}
