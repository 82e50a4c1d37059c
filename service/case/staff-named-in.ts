import { namesPerson, wordsOf } from '../offices/names/names-in-text.ts'
import { personsIn } from '../offices/questions/kept-answers.ts'
import type { Membership } from '../offices/staff/account.ts'
import { exits } from './complaint.ts'
import { hasHappened } from './older-pages.ts'
import type { Complaint } from './shape/complaint.ts'

type Named = Pick<Membership, 'id' | 'name' | 'formerNames' | 'position'>

interface Known {
  readonly names: readonly (readonly string[])[]
  readonly position: string
}

/** A member is taken apart once; the directory gives the same one until somebody changes it. */
const known = new WeakMap<Named, Known>()

function knowMember(member: Named): Known {
  const { name, formerNames = [], position } = member
  const found = known.get(member) ?? {
    names: [name, ...formerNames].map(wordsOf),
    position: wordsOf(position).join(' '),
  }
  known.set(member, found)
  return found
}

/**
 * Finds staff whom a text names: by a present or former name, however it is spelt, or by a position that only one of
 * them has. It rather finds too many, because somebody else can lift the guard.
 */
export function staffNamedIn<M extends Named>(text: string, members: readonly M[]): M[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const [together, spoken] = [words.join(''), ` ${words.join(' ')} `]
  const holders = new Map<string, number>()
  for (const member of members) {
    const { position } = knowMember(member)
    holders.set(position, (holders.get(position) ?? 0) + 1)
  }
  return members.filter((member) => {
    const { names, position } = knowMember(member)
    if (names.some((name) => namesPerson(words, name, together))) return true
    return position.includes(' ') && holders.get(position) === 1 && spoken.includes(` ${position} `)
  })
}

export const staffNamedBy = <M extends Named>({ dossier }: Complaint, members: readonly M[]): M[] =>
  staffNamedIn(
    [
      dossier.reportedPerson ?? '',
      ...personsIn(dossier.answers),
      dossier.subject,
      dossier.chronology,
      dossier.spoken?.transcript?.reply?.text ?? '',
    ].join('\n'),
    members,
  )

/** Lists staff who are named and see the case, because nobody else could decide or they only have such a position. */
export function staffToThinkOf<M extends Named>(complaint: Complaint, members: readonly M[]): M[] {
  const isOpen = exits[complaint.status].length > 0
  const isNew = complaint.status === 'received' || complaint.status === 'incomplete'
  // A spoken statement may be written only while the case is being handled.
  const isJustWritten = complaint.dossier.spoken?.transcript != null && isOpen
  const wasLifted = hasHappened(complaint.dossier, 'guard_lifted')
  return (isNew || isJustWritten) && !complaint.guard && !wasLifted ? staffNamedBy(complaint, members) : []
}
