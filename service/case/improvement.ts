import type { StaffId } from '../offices/staff-id.ts'
import type { Outcome } from '../offices/vocabulary.ts'
import type { Complaint } from './shape/complaint.ts'
import type { ImprovementDue } from './shape/improvement.ts'

export const isProven = (outcome: Outcome | undefined): boolean =>
  outcome === 'substantiated' || outcome === 'partly_substantiated'

/** The answer says that the complaint is proven, and nobody has named since what was changed. */
export const owesImprovement = ({ improvementDue }: Pick<Complaint, 'improvementDue'>): boolean =>
  improvementDue?.what === 'name'

/** Returns whose turn it is; `null` if it is that of all who sign. */
export const improvementOwner = ({
  improvementDue,
  handler,
}: Pick<Complaint, 'improvementDue' | 'handler'>): StaffId | null =>
  improvementDue && (improvementDue.owner ?? (improvementDue.what === 'name' ? handler : null))

/** While a case is open its answer may still change, so only a closed one waits for its improvement. */
export const waitingImprovement = ({
  status,
  improvementDue,
  destroyed,
}: Pick<Complaint, 'status' | 'improvementDue' | 'destroyed'>): ImprovementDue | null =>
  status === 'closed' && !destroyed ? (improvementDue ?? null) : null
