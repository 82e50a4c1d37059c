import { staffNamedIn } from '../../case/staff-named-in.ts'
import type { Membership } from '../../offices/staff/account.ts'
import { withWhomTheySupervise } from '../../offices/staff/chain-of-command.ts'
import { permissionsFor } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ArrivalContent } from '../arrivals/arrival.ts'

/** `Kepada Yth. Bapak …`: the addressee of a letter is not the person that it is about. */
const salutation = /^\W*(kepada|kpd|yth|yang terhormat|dear|to the|u\.?p\.?|attn|assalam|salam|selamat)\b/i

const wordsOf = ({ subject, text }: Pick<ArrivalContent, 'subject' | 'text'>): string =>
  [subject, ...text.split('\n').filter((line) => !salutation.test(line))].join('\n')

/** Staff whom a message names, as a hint for the officer: by name, or by a position that only one of them has. */
export const staffToThinkOfIn = <M extends Membership>(
  content: Pick<ArrivalContent, 'subject' | 'text'>,
  members: readonly M[],
): M[] => staffNamedIn(wordsOf(content), members)

/**
 * Those from whom a message is kept before an officer has read it: whom it names, and who is under them. A position
 * alone does not count, because people write to "Bapak Kepala" about everything. If nobody would be left to take it
 * in, it is kept from nobody, like a complaint whose story names somebody: the officer sees whom it names.
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
