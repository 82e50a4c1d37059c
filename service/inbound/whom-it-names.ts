import { staffNamedIn } from '../complaints/staff-named-in.ts'
import type { Membership } from '../staff/account.ts'
import { withWhomTheySupervise } from '../staff/chain-of-command.ts'
import { permissionsFor } from '../staff/permissions.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { GuardMark } from '../staff/staff-member.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { ArrivalContent } from './arrival.ts'

/** `Kepada Yth. Bapak …`: whom a letter is addressed to is not whom it is about. */
const salutation = /^\W*(kepada|kpd|yth|yang terhormat|dear|to the|u\.?p\.?|attn|assalam|salam|selamat)\b/i

const wordsOf = ({ subject, text }: Pick<ArrivalContent, 'subject' | 'text'>): string =>
  [subject, ...text.split('\n').filter((line) => !salutation.test(line))].join('\n')

/** Staff whom a message names, for the officer to think of: by name, or by a position that only one of them has. */
export const staffToThinkOfIn = <M extends Membership>(
  content: Pick<ArrivalContent, 'subject' | 'text'>,
  members: readonly M[],
): M[] => staffNamedIn(wordsOf(content), members)

/**
 * From whose eyes a message is kept before an officer has read it: whom it names, and who is under them. A position alone
 * keeps it from nobody, because people write to "Bapak Kepala" whatever it is about. Where nobody would be left to take
 * it in, it is kept from nobody, like a complaint whose story names somebody: the officer is told whom.
 */
export async function marksAgainst(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  content: ArrivalContent,
): Promise<readonly GuardMark[]> {
  const members = await directory.members(tenant)
  const named = staffNamedIn(
    wordsOf(content),
    members.map((member) => ({ ...member, position: '' })),
  )
  const keptFrom = withWhomTheySupervise(
    named.map(({ id }) => id),
    members,
  )
  const isRead = members.some(({ id, roles }) => !keptFrom.includes(id) && permissionsFor(roles).has('cases.enter'))
  return isRead ? directory.marksOf(tenant, keptFrom) : []
}
