import { keysOf } from '../../../service/shared/records.ts'
import type { BulkOrder, Membership } from '../../api/wire.ts'

export type BulkAct = BulkOrder['act']

type Permission = Membership['permissions'][number]

const needed: Readonly<Record<BulkAct, readonly Permission[]>> = {
  dispatch: ['cases.dispatch'],
  note: ['cases.verify', 'cases.handle', 'cases.approve'],
  message: ['cases.verify', 'cases.handle'],
  'explain-delay': ['cases.verify', 'cases.handle', 'cases.approve'],
  'set-label': ['cases.verify', 'cases.handle', 'cases.approve'],
  series: ['cases.dispatch', 'cases.verify', 'cases.handle', 'cases.approve'],
}

export const bulkActsFor = ({ permissions }: Pick<Membership, 'permissions'>): BulkAct[] =>
  keysOf(needed).filter((act) => needed[act].some((one) => permissions.includes(one)))
