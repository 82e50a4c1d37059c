import { Refusal } from '../shared/refusal.ts'
import type { Complaint } from './shape/complaint.ts'

/** Nobody was given a receipt when it was written into the old book. @throws Refusal `case/without-receipt` */
export function refuseWithoutReceipt({ imported }: Pick<Complaint, 'imported'>): void {
  if (imported) throw new Refusal('conflict', 'case/without-receipt')
}
