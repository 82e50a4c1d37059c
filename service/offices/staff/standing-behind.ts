import type { Absence, Membership } from './account.ts'

type Person = Pick<Membership, 'id' | 'position' | 'invitedBy' | 'invitation' | 'absences'>

/** A mark of this place hides a case from whom a person invited, and from who stands in for them. */
export const besidePlace = (id: string): string => `beside ${id}`

/** A mark of this place hides a case from everybody who has the position, now or later. */
export const postPlace = (position: string): string => `post ${plainPosition(position)}`

export const plainPosition = (position: string): string => position.trim().replace(/\s+/g, ' ').toLowerCase()

const namesDeputy = ({ absences = [] }: { readonly absences?: readonly Absence[] }, id: string): boolean =>
  absences.some(({ deputy }) => deputy === id)

/** An invitation of an earlier version names its sender only while it is open. */
const invitersOf = ({ invitedBy, invitation }: Person): readonly (string | null)[] =>
  invitedBy ?? [invitation?.by.id ?? null]

/** Returns by whom somebody came in, whose deputy they are, and so on of those; never themselves. */
export function listBehind(id: string, members: readonly Person[]): string[] {
  const found = new Set([id])
  for (const one of found) {
    const inviters = members.filter((member) => member.id === one).flatMap(invitersOf)
    const absent = members.filter((member) => namesDeputy(member, one))
    for (const behind of [...inviters, ...absent.map((member) => member.id)]) if (behind) found.add(behind)
  }
  found.delete(id)
  return [...found]
}

/** Returns whom these people invited and who stands in for them, as far as they are none of them. */
export const listBeside = (ids: readonly string[], members: readonly Person[]): string[] =>
  members
    .filter(({ id }) => !ids.includes(id) && listBehind(id, members).some((one) => ids.includes(one)))
    .map(({ id }) => id)
