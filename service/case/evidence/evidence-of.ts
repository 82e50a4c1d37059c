import { Refusal } from '../../shared/refusal.ts'
import type { Complaint } from '../shape/complaint.ts'

/** @throws Refusal `evidence/unknown` */
export function evidenceOf(complaint: Complaint, id: string) {
  const item = complaint.evidence.find((evidence) => evidence.id === id)
  if (!item) throw new Refusal('not-found', 'evidence/unknown')
  return item
}
