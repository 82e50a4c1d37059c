import type { StaffMemberView } from '../../../service/contract/session.ts'
import type { Words } from '../../wording/wording.ts'

type KnownAccount = NonNullable<NonNullable<StaffMemberView['invitation']>['account']>

/** Whose account an invitation went to, since when it exists and in how many other units it counts. */
export const accountWords = ({ name, since, otherUnits }: KnownAccount, { staff, formats }: Words): string =>
  staff.accountOf(name, since ? staff.accountSince(formats.day(since)) : staff.accountOld, otherUnits)
