import type { StaffMemberView } from '../../../service/contract/session.ts'
import type { Wording } from '../../wording/wording.ts'

type KnownAccount = NonNullable<NonNullable<StaffMemberView['invitation']>['account']>

/** Says to whose account an invitation went, how old it is, and in how many other units it is used. */
export const accountWording = ({ name, since, otherUnits }: KnownAccount, { staff, formats }: Wording): string =>
  staff.accountOf(name, since ? staff.accountSince(formats.day(since)) : staff.accountOld, otherUnits)
