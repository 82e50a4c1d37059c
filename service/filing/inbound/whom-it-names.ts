import { staffNamedIn, whoIsMeant } from '../../case/candidates.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { GuardMark } from '../../offices/staff/permissions.ts'
import { may, ownPlace, withWhomTheySupervise } from '../../offices/staff/posts.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ArrivalContent } from '../arrivals/arrival.ts'

/** `Kepada Yth. Bapak …`: the addressee of a letter is not the person that it is about. */
const salutation = /^\W*(kepada|kpd|yth|yang terhormat|dear|to the|u\.?p\.?|attn|assalam|salam|selamat)\b/i

const wordsOf = ({ subject, text }: Pick<ArrivalContent, 'subject' | 'text'>): string =>
  [subject, ...text.split('\n').filter((line) => !salutation.test(line))].join('\n')

/** Staff whom a message names, as a hint for the officer: by name, or by a position that only one of them has. */
export const staffToThinkOfIn = <M extends Membership>(
  content: Pick<ArrivalContent, 'subject' | 'text'>,
  members: readonly M[],
): M[] => {
  const named = [...staffNamedIn(wordsOf(content), members), ...whoIsMeant(storyOf(content), members).mentioned]
  return members.filter((one) => named.includes(one))
}

const storyOf = (content: Pick<ArrivalContent, 'subject' | 'text'>) => ({ who: [], story: [wordsOf(content)] })

/**
 * Those from whom a message is kept before an officer has read it: whom it names, as people write names, and who is
 * under those whose whole name it has. A position alone does not count, because people write to "Bapak Kepala" about
 * everything. If nobody would be left to take it in, fewer are kept from it: the officer sees whom it names.
 */
export async function marksAgainst(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  content: ArrivalContent,
): Promise<readonly GuardMark[]> {
  const members = await directory.members(tenant)
  const unplaced = members.map((member) => ({ ...member, position: '' }))
  const named = staffNamedIn(wordsOf(content), unplaced).map(({ id }) => id)
  const mentioned = whoIsMeant(storyOf(content), unplaced).mentioned.map(({ id }) => id)
  const under = withWhomTheySupervise(named, members)
  const isRead = (keptFrom: readonly string[]) =>
    members.some((member) => !keptFrom.includes(member.id) && may(member, 'cases.enter'))
  const own = [...mentioned, ...named].map(ownPlace)
  const ways = [
    { keptFrom: [...under, ...mentioned], marks: [...under, ...own] },
    { keptFrom: [...named, ...mentioned], marks: own },
  ]
  const way = ways.find(({ keptFrom }) => isRead(keptFrom))
  return way ? directory.marksOf(tenant, way.marks) : []
}
