import { mayOn } from '../case/access/case-access.ts'
import { handlingClockOf, stopClocks, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { notPermitted } from '../offices/staff/permissions.ts'
import { type IdentityPolicy, policyFor } from '../offices/tenants/tenant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'
import { dispatchAct } from './dispatch-complaint.ts'
import { spreadVerified } from './spread-cases.ts'
import { type GroundedDecision, needsGroundedDecision } from './weigh-without-identity.ts'

/**
 * The complaint is complete, within our authority and worth following up, so handling begins. Its notice is the first
 * response.
 */
export function verify(
  complaint: Complaint,
  decision: GroundedDecision | undefined,
  policy: IdentityPolicy,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'in_progress')
  if (needsGroundedDecision(complaint, policy)) {
    if (!decision) throw new Refusal('invalid', 'verification/decision-needed', {}, missingDecision)
    if (!decision.wellFounded) throw new Refusal('conflict', 'verification/not-well-founded')
  }
  return applyDecision(
    complaint,
    moment,
    {
      status: 'in_progress',
      clocks: withClock(
        stopClocks(complaint.clocks, ['verification', 'first_response'], moment.at),
        handlingClockOf(complaint),
        complaint,
        moment,
        moment.at,
      ),
      dossier: {
        grounded:
          decision && complaint.privacy === 'anonymous' ? { at: moment.at, ...decision } : complaint.dossier.grounded,
      },
    },
    { event: 'in_progress', by, text: decision?.because, notice: 'in_progress' },
  )
}

const missingDecision = [{ path: 'grounded', code: 'required' }]

interface Verification {
  readonly grounded?: GroundedDecision | undefined
  /** A person who may dispatch names the handler with it; then the case is not spread. */
  readonly handler?: string | undefined
}

/** It throws what `dispatchAct` throws where a handler is named. */
export const verifyAct: ActSteps<Verification> = {
  words: ({ grounded }) => [grounded?.because],
  async prepare({ grounded, handler, ...request }, ports, staff) {
    const give = handler ? await dispatchAct.prepare({ ...request, handler }, ports, staff) : null
    return async (complaint, by, moment, settings) => {
      const verified = verify(complaint, grounded, policyFor(settings, complaint.category), by, moment)
      if (!give) return spreadVerified(ports, verified, settings, moment)
      if (!mayOn(staff, 'cases.dispatch', complaint)) throw notPermitted('cases.dispatch')
      // It is one act of one person.
      return { ...(await give(verified, by, moment, settings)), revision: verified.revision }
    }
  },
}
