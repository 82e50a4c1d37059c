import { changeCaseFor, mayOn } from '../case/access/case-access.ts'
import { actorOf } from '../case/access/case-actions.ts'
import type { UnitNow } from '../case/access/deciders.ts'
import { applyDecision, madeConfidential, refuseUnlessIn } from '../case/complaint.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { openStatuses } from '../case/store/complaint-tallies.ts'
import { tickStep as decide } from '../case/tasks.ts'
import { mayWorkIn } from '../offices/duties/duties.ts'
import type { Permission, StaffMember } from '../offices/staff/permissions.ts'
import { labelsInUse, labelsOf, MOST_ON_A_CASE, type TenantSettings } from '../offices/tenants/tenant.ts'
import { isOneOf } from '../shared/records.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

export interface LabelSet {
  readonly label: string
  /** `false` takes it off. */
  readonly on: boolean
}

/**
 * Sets a label of the unit's own on a case or takes it off. Staff alone read it; the history keeps the name that it
 * had then.
 */
export function setLabel(
  complaint: Complaint,
  { label, on }: LabelSet,
  by: Actor,
  moment: Moment,
  settings: Pick<TenantSettings, 'labels'>,
): Complaint {
  const { labels } = complaint.dossier
  if (labels.includes(label) === on) throw new Refusal('conflict', 'label/as-it-is')
  const known = (on ? labelsInUse(settings) : labelsOf(settings)).find(({ id }) => id === label)
  if (on && !known) throw new Refusal('invalid', 'label/unknown')
  if (on && labels.length >= MOST_ON_A_CASE) throw new Refusal('conflict', 'label/too-many', { most: MOST_ON_A_CASE })
  return applyDecision(
    complaint,
    moment,
    { dossier: { labels: on ? [...labels, label] : labels.filter((one) => one !== label) } },
    { event: on ? 'labelled' : 'unlabelled', by, text: known?.name ?? label, public: false },
  )
}

export const setLabelAct: ActSteps<LabelSet> = {
  words: () => [],
  prepare: (request) => (complaint, by, moment, settings) => setLabel(complaint, request, by, moment, settings),
}

export const ticking = ['cases.handle', 'cases.verify', 'cases.approve'] as const satisfies readonly Permission[]

/** Whether the checklist of the case is open to the person, as `tickStep` decides it. */
export const mayTick = (staff: StaffMember, complaint: Complaint): boolean =>
  isOneOf(openStatuses, complaint.status) && ticking.some((permission) => mayOn(staff, permission, complaint))

/**
 * Ticks a step of the checklist of an open case, or takes the tick off. The history has no line of it, the access log has.
 */
export async function tickStep(
  ports: Office,
  staff: StaffMember,
  number: string,
  order: { readonly step: string; readonly on: boolean },
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(staff.tenant)
  const changed = await changeCaseFor(ports, staff, ticking, number, (complaint) => {
    refuseUnlessIn(complaint, openStatuses)
    return decide(complaint, order, actorOf(staff, ticking), ports.now(), settings)
  })
  const detail = order.on ? 'tick-step' : 'untick-step'
  await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: number, detail })
  return changed
}

/** Treats the case from now on as if its reporter had asked for confidence. Nothing makes it open again. */
export function keepConfidential(complaint: Complaint, reason: string, by: Actor, moment: Moment): Complaint {
  if (complaint.privacy !== 'named') throw new Refusal('conflict', 'confidence/as-it-is')
  return applyDecision(complaint, moment, madeConfidential, {
    event: 'made_confidential',
    by,
    text: reason,
    notice: 'message',
  })
}

/** What another unit was offered must be what it gets. */
const isNamedAndHere = ({ privacy, offer, imported }: Complaint): boolean =>
  privacy === 'named' && offer === null && imported === null

/** Units without keepers of identities do not see the act at all. */
export const mayBeConfidential = (complaint: Complaint, staff: StaffMember, office: UnitNow): boolean =>
  isNamedAndHere(complaint) && whyNotConfidential(staff, complaint, office) === null

/** Nobody could open the identity any more, or send the reporter a letter. */
export const whyNotConfidential = (_: StaffMember, { category }: Complaint, { working }: UnitNow): Refusal | null =>
  working.some((one) => mayWorkIn(one, 'identity.open_confidential', category))
    ? null
    : new Refusal('conflict', 'confidence/nobody-keeps')

export const keepConfidentialAct: ActSteps<{ readonly reason: string }> = {
  words: ({ reason }) => [reason],
  prepare:
    ({ reason }) =>
    (complaint, by, moment) =>
      keepConfidential(complaint, reason, by, moment),
}
