import type { StaffId } from '../../offices/staff-id.ts'

/** The position is the one that they had then. */
export interface Concerned {
  readonly id: StaffId
  readonly name: string
  readonly position: string
}

/** The complaint may mean them. Until somebody decides, the case is kept from them. */
export interface Candidate extends Concerned {
  /** Only the story names them, not the answer to whom it is about. */
  readonly mentioned?: true
}
