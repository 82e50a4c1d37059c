import { actOnCase, type CaseActionPorts, type CaseRequest } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Offered } from '../../case/shape/forwarding.ts'
import { listProse } from '../../case/shape/story-fields.ts'
import { wordsIn } from '../../offices/questions/kept-answers.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { forwardCaseOutside, type OutsideForwarding } from '../forward-outside.ts'
import { guardingThere } from './guarding-there.ts'
import { offerCase, recallOffer } from './offer-case.ts'
import type { TransferPorts } from './transfer-ports.ts'

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

type Forwarding = CaseRequest & (ForwardingHere | ({ readonly to: 'outside' } & OutsideForwarding))

/** Outside, the case ends here; another tenant may accept the transfer. */
export const forwardCase = (ports: TransferPorts, staff: StaffMember, request: Forwarding): Promise<Complaint> =>
  request.to === 'outside' ? forwardCaseOutside(ports, staff, request) : forwardToUnit(ports, staff, request)

/**
 * @throws Refusal those of `actOnCase` and `offerCase`; `request/invalid` for an unknown tenant;
 * `transfer/nobody-there` if the complaint concerns everybody there who could read it
 */
async function forwardToUnit(
  ports: TransferPorts,
  staff: StaffMember,
  request: CaseRequest & ForwardingHere,
): Promise<Complaint> {
  const other = request.unit === staff.tenant ? null : await ports.tenants.find(request.unit)
  const { reason, evidence, identity = null } = request
  const copyOf = ({ dossier }: Complaint) => ({
    subject: request.subject ?? dossier.subject,
    chronology: request.chronology ?? dossier.chronology,
  })

  // If the identity stays, the story must not reveal it.
  const words = (complaint: Complaint) => [
    reason,
    identity?.because,
    ...(identity
      ? []
      : [...listProse({ ...complaint.dossier, ...copyOf(complaint) }), ...wordsIn(complaint.dossier.answers)]),
  ]
  return actOnCase(ports, staff, 'forward', request, words, async (complaint, by, moment) => {
    if (!other) throw new Refusal('invalid', 'request/invalid', {}, [{ path: 'unit', code: 'unknown' }])
    const unit = { id: other.id, name: other.settings.name }
    const chosen = { reason, identity, evidence: [...new Set(evidence)] }
    const offered = offerCase(complaint, { ...chosen, ...copyOf(complaint) }, unit, by, moment)
    const { isUnread } = await guardingThere(ports.staff, unit.id, complaint.dossier)
    if (isUnread) throw new Refusal('conflict', 'transfer/nobody-there')
    return offered
  })
}

/** An offer can be recalled until it is taken. @throws Refusal those of `actOnCase`, `transfer/not-offered` */
export const recallForwarding = (
  ports: CaseActionPorts,
  staff: StaffMember,
  request: CaseRequest,
): Promise<Complaint> => actOnCase(ports, staff, 'recall-forward', request, [], recallOffer)
