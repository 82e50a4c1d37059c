import { nameForStaff } from '../../case/evidence.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Improvement } from '../../case/shape/handling.ts'
import type { Actor } from '../../case/shape/history.ts'
import { owesImprovement } from '../../case/tasks.ts'
import type { CaseView } from '../../contract/case-view.ts'

type ImprovementView = Pick<CaseView, 'improvement' | 'owesImprovement'>

export function improvementView(complaint: Complaint, name: (by: Actor) => string): ImprovementView {
  const { improvement } = complaint.dossier
  return {
    owesImprovement: owesImprovement(complaint),
    improvement: improvement && {
      ...improvement,
      by: name(improvement.by),
      checkOn: complaint.improvementDue?.what === 'check' ? improvement.checkOn : null,
      proof: proofView(complaint, improvement.proof),
      checks: improvement.checks.map((check) => ({ ...check, by: name(check.by) })),
    },
  }
}

function proofView(
  complaint: Complaint,
  proof: Improvement['proof'],
): NonNullable<ImprovementView['improvement']>['proof'] {
  if (proof.kind === 'none') return proof
  const { kind, id, on } = proof
  return { kind, on, name: kind === 'paper' ? proof.paperNumber : nameForStaff(complaint, id) }
}
