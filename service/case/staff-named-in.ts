import { areAlike, namesPerson, titles, wordsOf } from '../offices/names/names-in-text.ts'
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

/** A name follows these as people say them. */
const addressed = new Set(['bapak', 'pak', 'ibu', 'bu', 'mas', 'mbak', 'sdr', 'sdri', 'kak', 'bang', 'om', 'tante'])

/**
 * Finds staff who may be meant where a reporter says whom it is about: also by one name of several, by a nickname that
 * begins or ends it, and by initials. Somebody who is none of them decides who is.
 */
export function candidatesIn<M extends Named>(text: string, members: readonly M[]): M[] {
  const words = wordsOf(text)
  const named = staffNamedIn(text, members)
  const namesOf = ({ name, formerNames = [] }: M) => [name, ...formerNames]
  // A family name that many share means the one whose whole name stands there.
  const explained = named.flatMap(namesOf).flatMap(tellingWords)
  const open = words.map((word) => (explained.some((one) => areAlike(word, one)) ? null : word))
  const initials = initialsIn(text)
  return members.filter(
    (member) =>
      named.includes(member) ||
      namesOf(member).some((one) => mayMean(open, tellingWords(one)) || initials.includes(initialsOf(one))),
  )
}

const tellingWords = (name: string): string[] =>
  wordsOf(name.replace(/,.*$/, '')).filter((word) => word.length >= 3 && !titles.has(word))

/** @param words with `null` in place of a word that says already who is meant */
function mayMean(words: readonly (string | null)[], name: readonly string[]): boolean {
  return words.some((word, at) => {
    if (word === null) return false
    const part = name.find((one) => areAlike(word, one))
    if (part !== undefined) return agreesWithInitial(words[at + 1], part, name)
    const isCalled = words.length === 1 || addressed.has(words[at - 1] ?? '')
    return isCalled && word.length >= 3 && name.some((one) => one.startsWith(word) || one.endsWith(word))
  })
}

/** `Citra P.` is not Citra Contoh. */
const agreesWithInitial = (next: string | null | undefined, part: string, name: readonly string[]): boolean =>
  next?.length !== 1 || name.some((one) => one !== part && one.startsWith(next))

const initialsOf = (name: string): string => {
  const words = tellingWords(name)
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('')
}

/** Finds initials in capitals that begin a text or are called so: `C.P.`, `inisial CP`. A form of address is none. */
const initialsIn = (text: string): string[] =>
  [...text.matchAll(/(?:^\s*|[Ii]nisial\s+)(\p{Lu}(?:[. ]{0,2}\p{Lu}){1,3})\.?(?=$|[\s,;)])/gu)]
    .map(([, letters = '']) => letters.replace(/[. ]/g, '').toLowerCase())
    .filter((letters) => !addressed.has(letters))

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

/** Lists staff who are named but still see the case, and whom nobody has considered yet. */
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
