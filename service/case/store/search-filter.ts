import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { Narrowing } from '../search/case-columns.ts'

export interface SearchFilter extends Omit<Narrowing, 'hidden'> {
  readonly without?: readonly GuardMark[]
}
