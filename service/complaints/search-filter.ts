import type { Narrowing } from '../search/case-table.ts'
import type { GuardMark } from '../staff/staff-member.ts'

export interface SearchFilter extends Omit<Narrowing, 'hidden'> {
  readonly without?: readonly GuardMark[]
}
