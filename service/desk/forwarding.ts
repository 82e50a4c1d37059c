import { stopAll } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Offered } from '../case/shape/case-ties.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { listProse } from '../case/shape/story-fields.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import { wordsIn } from '../offices/questions/kept-answers.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { parseDay } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps, Decide, DeskOffice } from './case-act.ts'
import { offerCase, recallOffer } from './transfers/offers.ts'
import { guardingThere } from './transfers/transfers.ts'

export interface OutsideForwarding {
  readonly name: string
  readonly address?: string | undefined
  readonly sentOn: string
  /** The reporter reads it. */
  readonly reason: string
}

/** Another authority is responsible: the complaint was sent there and ends here. */
export function forwardOutside(
  complaint: Complaint,
  { name, address, sentOn, reason }: OutsideForwarding,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'forwarded')
  const { at, calendar } = moment
  const isTooEarly = sentOn < localDateOf(complaint.receivedAt, calendar)
  if (isTooEarly || sentOn > localDateOf(at, calendar)) {
    const code = isTooEarly ? 'before-receipt' : 'in-future'
    throw refuseField('request/invalid', 'sentOn', code)
  }
  const to = { name, address: address ?? null }
  return applyDecision(
    complaint,
    moment,
    {
      status: 'forwarded',
      clocks: stopAll(complaint.clocks, at),
      // The contract has checked that this is a date of the calendar.
      dossier: { forwarded: { at, to, sentOn: parseDay(sentOn), reason, reference: null } },
    },
    { event: 'forwarded', by, text: reason, to: name, notice: 'forwarded' },
  )
}

interface ForwardingHere {
  readonly to: 'unit'
  readonly unit: string
  readonly reason: string
  /** Subject and story as the sender edited them; without them the originals. */
  readonly subject?: string | undefined
  readonly chronology?: string | undefined
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

async function offerThere(order: ForwardingHere, ports: DeskOffice, staff: StaffMember): Promise<Decide> {
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

interface ReferenceGiven {
  readonly reference: string
  /** The reporter may also read, for example, whom to ask there. */
  readonly text?: string | undefined
}

/**
 * Records the number that the outside authority gave the complaint; the reporter reads it as a message. A later number
 * replaces it.
 */
export function addReference(
  complaint: Complaint,
  { reference, text }: ReferenceGiven,
  by: Actor,
  moment: Moment,
): Complaint {
  const { forwarded, messages } = complaint.dossier
  if (!forwarded || complaint.movedTo) throw new Refusal('conflict', 'case/not-forwarded-outside')
  const { at } = moment
  const words = [`${forwarded.to.name}: ${reference}`, ...(text ? [text] : [])].join('\n\n')
  return applyDecision(
    complaint,
    moment,
    {
      dossier: {
        forwarded: { ...forwarded, reference: { at, text: reference } },
        messages: [...messages, { id: moment.newId(), at, by, text: words }],
      },
    },
    { event: 'reference_told', by, text: reference, notice: 'message' },
  )
}

export const addReferenceAct: ActSteps<ReferenceGiven> = {
  words: ({ reference, text }) => [reference, text],
  prepare: (request) => (complaint, by, moment) => addReference(complaint, request, by, moment),
}
