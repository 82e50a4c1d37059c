import type { Offered } from '../case/shape/case-ties.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { listProse } from '../case/shape/story-fields.ts'
import { wordsIn } from '../offices/questions/kept-answers.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActPorts, ActSteps, Decide } from './case-act.ts'
import { forwardOutside, type OutsideForwarding } from './forward-outside.ts'
import { guardingThere } from './transfers/guarding-there.ts'
import { offerCase, recallOffer } from './transfers/offer-case.ts'

interface ForwardingHere {
  readonly to: 'unit'
  readonly unit: string
  readonly reason: string
  /** Subject and story as the sender edited them; without them the originals. */
  readonly subject?: string | undefined
  readonly chronology?: string | undefined
  /** Ids of the files that go along. */
  readonly evidence: readonly string[]
  /** Without it the identity stays. */
  readonly identity?: NonNullable<Offered['identity']> | undefined
}

type Forwarding = ForwardingHere | ({ readonly to: 'outside' } & OutsideForwarding)

/**
 * Outside, the case ends here; another tenant may accept the transfer. It throws `request/invalid` for an unknown tenant,
 * and `transfer/nobody-there` if the complaint concerns everybody there who could read it.
 */
export const forwardAct: ActSteps<Forwarding> = {
  words: (order, complaint) =>
    order.to === 'outside' ? [order.name, order.address, order.reason] : wordsThere(order, complaint),
  prepare: (order, ports, staff) =>
    order.to === 'outside'
      ? (complaint, by, moment) => forwardOutside(complaint, order, by, moment)
      : offerThere(order, ports, staff),
}

const copyFor = ({ subject, chronology }: ForwardingHere, { dossier }: Complaint) => ({
  subject: subject ?? dossier.subject,
  chronology: chronology ?? dossier.chronology,
})

/** If the identity stays, the story must not reveal it. */
const wordsThere = (order: ForwardingHere, complaint: Complaint) => [
  order.reason,
  order.identity?.because,
  ...(order.identity
    ? []
    : [...listProse({ ...complaint.dossier, ...copyFor(order, complaint) }), ...wordsIn(complaint.dossier.answers)]),
]

async function offerThere(order: ForwardingHere, ports: ActPorts, staff: StaffMember): Promise<Decide> {
  const other = order.unit === staff.tenant ? null : await ports.tenants.find(order.unit)
  const { reason, identity = null, evidence } = order
  return async (complaint, by, moment) => {
    if (!other) throw refuseField('request/invalid', 'unit', 'unknown')
    const unit = { id: other.id, name: other.settings.name }
    const chosen = { reason, identity, evidence: [...new Set(evidence)], ...copyFor(order, complaint) }
    const offered = offerCase(complaint, chosen, unit, by, moment)
    const { isUnread } = await guardingThere(ports.staff, unit.id, complaint.dossier)
    if (isUnread) throw new Refusal('conflict', 'transfer/nobody-there')
    return offered
  }
}

/** An offer can be recalled until it is taken; afterwards it throws `transfer/not-offered`. */
export const recallForwardAct: ActSteps<object> = { words: () => [], prepare: () => recallOffer }
