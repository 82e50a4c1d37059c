import type { Assignment } from '../../service/case/shape/handling.ts'
import type { StaffId } from '../../service/storage/place.ts'

/** What a slip asks of one person. */
export const anAssignment = (to: string, details: Partial<Assignment> = {}): Assignment => ({
  to: to as StaffId,
  name: `Nama ${to}`,
  position: 'Petugas',
  instructions: [],
  text: null,
  dueOn: null,
  done: null,
  ...details,
})
