import { namesPerson, wordsOf } from '../offices/names/names-in-text.ts'
import { personsIn } from '../offices/questions/kept-answers.ts'
import type { Membership } from '../offices/staff/account.ts'
import { exits } from './complaint.ts'
import { hasHappened } from './older-pages.ts'
import type { Complaint } from './shape/complaint.ts'

type Named = Pick<Membership, 'id' | 'name' | 'formerNames' | 'position'>

/**
 * Finds staff whom a text names: by a present or former name, however it is spelt, or by a position that only one of
 * them has. It rather finds too many, because somebody else can lift the guard.
 */
export function staffNamedIn<M extends Named>(text: string, members: readonly M[]): M[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  return members.filter(
    ({ id, name, formerNames = [], position }) =>
      [name, ...formerNames].some((one) => namesPerson(words, wordsOf(one))) ||
      (isOnlyOne(id, position, members) && hasPosition(words, wordsOf(position))),
  )
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

const isOnlyOne = (id: string, position: string, members: readonly Named[]): boolean => {
  const own = wordsOf(position).join(' ')
  return members.every((other) => other.id === id || wordsOf(other.position).join(' ') !== own)
}

const hasPosition = (words: readonly string[], position: readonly string[]): boolean =>
  position.length >= 2 && ` ${words.join(' ')} `.includes(` ${position.join(' ')} `)
