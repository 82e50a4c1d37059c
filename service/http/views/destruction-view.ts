import type { DestructionView } from '../../contract/retention.ts'
import type { Destruction } from '../../keeping/retention/destruction.ts'
import type { DestructionWording } from '../../keeping/retention/destruction-record.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { sentenceFor } from '../problem.ts'
import { type ViewWording, viewWordings } from '../view-wording.ts'
import { byName, categoryView } from './common-views.ts'
import { endingLabel } from './retention-view.ts'

export function destructionView({ content, ...outline }: Destruction, wording: ViewWording): DestructionView {
  const { id, number, what, startedAt, finishedAt } = outline
  const name = byName(wording)
  return {
    ...{ id, number, what, startedAt },
    finished: finishedAt !== null,
    reason: content.reason,
    proposedBy: name(content.proposer),
    approvedBy: name(content.approver),
    cases: content.lines.map((line) => line.number),
    kept: content.kept.map((line) => ({
      number: line.number,
      because: sentenceFor(line.because, wording.language, { number: line.number }),
    })),
  }
}

/** A record of destruction is an official paper, and so its labels are Indonesian. */
export const destructionWording = (tenant: Tenant): DestructionWording => ({
  category: (code) => categoryView(tenant, code, viewWordings.id).label,
  ending: (code) => endingLabel(code, viewWordings.id),
  kept: (number, because) => sentenceFor(because, 'id', { number }),
})
