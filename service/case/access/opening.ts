import type { StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import { applyDecision } from '../complaint.ts'
import { ownCoveringOf } from '../covering.ts'
import { bothOf, chooseFirstReader, planGuard, whomOf } from '../guard.ts'
import type { Office } from '../office/office.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Actor, Moment } from '../shape/history.ts'
import { identityOf } from '../store/case-seals.ts'
import { changeByNumber, isDeclared, needsToRead, reads, sees } from './case-access.ts'
import { actorOf, momentOf } from './case-actions.ts'
import { handOn } from './guarding.ts'

interface Opening {
  readonly number: string
  /** In it the reporter's name is covered, not refused: a refusal would tell the name to who asks. */
  readonly reason?: string | undefined
  /** Whether the case may concern them. */
  readonly concerned?: boolean | undefined
}

/**
 * Takes up a case. Where a person may be meant, somebody first declares whether it may concern them: if so it goes to
 * others. Somebody with the duty and no part in it gives a reason; the heads are alerted, and the reporter reads who
 * opened it, when and why. It changes nothing for somebody who reads it already and is not concerned.
 * @returns whether they read it now
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/undeclared`, `case/reason-missing`
 */
export async function takeUp(
  office: Office,
  staff: StaffMember,
  { number, reason, concerned }: Opening,
): Promise<{ readonly number: string; readonly visible: boolean }> {
  const moment = await momentOf(office, staff.tenant)
  const by = actorOf(staff, ['cases.read'])
  let act: 'case.opened' | 'guard.set' | null = null
  const taken = await changeByNumber(office, staff, ['cases.read'], number, async (before) => {
    act = null
    if (concerned) {
      act = 'guard.set'
      return handOnFor(office, staff, before, by, moment)
    }
    if (reads(staff, before)) return before
    const isAsked = !isDeclared(staff, before)
    if (isAsked && concerned === undefined) throw new Refusal('forbidden', 'case/undeclared', { number })
    const declared = isAsked
      ? applyDecision(before, moment, {}, { event: 'declared_unconcerned', by, public: false })
      : before
    // Nothing changed that somebody else who looks at it decides on.
    const { revision } = before
    if (needsToRead(staff, before)) return { ...declared, revision }
    if (!reason) throw refuseField('case/reason-missing', 'reason', 'required')
    act = 'case.opened'
    const cover = ownCoveringOf({ own: await identityOf(office.vault, before), language: 'id' })
    const opened = applyDecision(declared, moment, {}, { event: 'case_opened', by, text: cover(reason) })
    return { ...opened, revision }
  })
  if (act) await office.record(staff.tenant, { by: staff.id, act, subject: taken.id, detail: null })
  return { number, visible: sees(staff, taken) }
}

async function handOnFor(office: Office, { id, tenant }: StaffMember, before: Complaint, by: Actor, moment: Moment) {
  const whom = bothOf(whomOf(before), { concerned: [], chosen: [], candidates: [{ id, declared: true }] })
  const guarding = await planGuard(office.staff, tenant, whom, before.category)
  const wasFirst = before.dossier.readers.some((one) => one.id === id && one.as === 'first')
  const isWithout = wasFirst && before.status === 'received' && !guarding.guard?.steward
  const drawn = { now: moment.at, drawn: moment.newId(), receivedBy: by }
  const members = await office.staff.members(tenant)
  const first = isWithout ? chooseFirstReader(members, guarding.keptFrom, before.category, drawn) : null
  return handOn(before, guarding, { by, first }, moment)
}
