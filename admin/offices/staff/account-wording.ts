import type { StaffMemberView } from '../../../service/contract/session.ts'
import type { Wording } from '../../wording/wording.ts'

type KnownAccount = NonNullable<NonNullable<StaffMemberView['invitation']>['account']>

/** Whose account an invitation went to, since when it exists and in how many other units it counts. */
export const accountWording = ({ name, since, otherUnits }: KnownAccount, { staff, formats }: Wording): string =>
  staff.accountOf(name, since ? staff.accountSince(formats.day(since)) : staff.accountOld, otherUnits)
