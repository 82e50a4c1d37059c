import { personsIn } from '../offices/questions/kept-answers.ts'
import type { Permission } from '../offices/staff/permissions.ts'
import type { ReaderDuty } from '../offices/vocabulary.ts'
import { keysOf } from '../shared/records.ts'
import type { StaffId } from '../storage/place.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Reader } from './shape/handling.ts'
import type { Actor, HistoryEvent } from './shape/history.ts'

type Read = Pick<
  Complaint,
  | 'status'
  | 'class'
  | 'handler'
  | 'guard'
  | 'improvementDue'
  | 'identityAskedAt'
  | 'dataRequestDueAt'
  | 'imported'
  | 'receivedAt'
  | 'dossier'
>

type IsThere = (id: StaffId) => boolean

const service: Actor = { kind: 'system' }

/** A case waits for these steps. Everybody with the duty reads it for so long, without having been appointed. */
export const turns = {
  first: {
    by: ['cases.verify'],
    isOn: (one, isThere) =>
      one.status === 'received' &&
      !readersOf(one).some(({ id, as }) => as !== 'acted' && as !== 'opened' && isThere(id)),
  },
  dispatch: {
    by: ['cases.dispatch'],
    isOn: ({ status, handler }, isThere) => status === 'in_progress' && (handler === null || !isThere(handler)),
  },
  approval: { by: ['cases.approve'], isOn: ({ status }) => status === 'awaiting_approval' },
  objection: { by: ['cases.approve', 'objections.decide'], isOn: ({ status }) => status === 'objected' },
  identity: { by: ['identity.open_confidential'], isOn: ({ identityAskedAt }) => identityAskedAt !== null },
  rights: { by: ['rights.answer'], isOn: ({ dataRequestDueAt }) => dataRequestDueAt !== null },
  // An old register lay open in the office.
  book: { by: ['cases.read'], isOn: ({ imported }) => imported !== null },
} as const satisfies Record<string, { by: readonly Permission[]; isOn: (one: Read, isThere: IsThere) => boolean }>

export type Turn = keyof typeof turns

/** @param isThere whether somebody is at work, or somebody in their place */
export const turnsOf = (complaint: Read, isThere: IsThere = () => true): readonly Turn[] =>
  keysOf(turns).filter((turn) => turns[turn].isOn(complaint, isThere))

/** These acts are done by number, without a word of the case. */
const doneUnread: ReadonlySet<HistoryEvent> = new Set([
  'identity_opened',
  'identity_erased',
  'message_attached',
  'destroyed',
  'imported',
])

type Needed = Omit<Reader, 'since' | 'by'> & Partial<Pick<Reader, 'since' | 'by'>>

function* neededBy({ handler, guard, improvementDue, dossier }: Read): Generator<Needed> {
  if (guard?.steward) yield { id: guard.steward, as: 'steward' }
  if (handler) yield { id: handler, as: 'handler' }
  for (const { at, by, assignments } of dossier.dispositions)
    for (const { to } of assignments) yield { id: to, as: to === handler ? 'handler' : 'assistant', since: at, by }
  for (const { at, by, mentions = [] } of dossier.notes)
    for (const { id } of mentions) yield { id, as: 'mentioned', since: at, by }
  if (improvementDue?.owner) yield { id: improvementDue.owner, as: 'improver' }
  for (const { at, by, event } of dossier.history)
    if (by.kind === 'staff' && !doneUnread.has(event))
      yield { id: by.id, as: event === 'case_opened' ? 'opened' : 'acted', since: at, by }
}

/**
 * Adds whom the case as it stands needs as readers. A reader stays one, and is undeclared until they do something on it.
 */
export function appointReaders<C extends Read>(complaint: C): C {
  const { readers, history } = complaint.dossier
  const known = new Map<string, Reader>(readers.map((one) => [one.id, one]))
  const last = history.at(-1)
  for (const { id, as, since = last?.at ?? complaint.receivedAt, by = last?.by ?? service } of neededBy(complaint)) {
    const { undeclared, ...reader } = known.get(id) ?? { id, as, since, by, undeclared: true }
    if (undeclared) known.set(id, isActing(as) ? reader : { ...reader, undeclared })
  }
  return { ...complaint, dossier: { ...complaint.dossier, readers: [...known.values()] } }
}

const isActing = (as: ReaderDuty): boolean => as === 'acted' || as === 'opened'

/** Where somebody is named, or staff are meant by the class, each reader first declares whether they are concerned. */
export const asksToDeclare = ({ class: kind, imported, dossier }: Read): boolean =>
  imported === null &&
  (kind === 'oversight' ||
    Boolean(dossier.reportedPerson?.trim()) ||
    dossier.concerns.length + dossier.candidates.length + personsIn(dossier.answers).length > 0)

export const hasDeclared = (complaint: Read, id: string): boolean =>
  !asksToDeclare(complaint) || readersOf(complaint).some((one) => one.id === id && !one.undeclared)

/** The case as it is once somebody has declared that it does not concern them. */
export function asDeclared(complaint: Complaint, id: StaffId): Complaint {
  const reader = { id, as: 'acted', since: complaint.receivedAt, by: service } as const
  const others = readersOf(complaint).filter((one) => one.id !== id)
  return { ...complaint, dossier: { ...complaint.dossier, readers: [...others, reader] } }
}

/** Leaves out whom a complaint is kept from by now. */
export const withoutKept = (readers: readonly Reader[], keptFrom: readonly string[]): readonly Reader[] =>
  readers.filter(({ id }) => !keptFrom.includes(id))

/** Words of the index of a case that no text contains: who reads it, and whose turn it is. */
export const readerWord = (id: string): string => `#reader ${id}`
export const turnWord = (turn: Turn): string => `#turn ${turn}`

/** The same where readers declare first, which nobody does for whom they stand in. */
export const declaredWord = (id: string): string => `#declared ${id}`

export const readerWordsOf = (complaint: Read): readonly string[] =>
  asksToDeclare(complaint)
    ? readersOf(complaint).flatMap(({ id, undeclared }) => (undeclared ? [] : [declaredWord(id)]))
    : [...readersOf(complaint).map(({ id }) => readerWord(id)), ...turnsOf(complaint).map(turnWord)]

const ofEarlierVersion = new WeakMap<Read, readonly Reader[]>()

/** A case of an earlier version has those whom its history names, until it is written again. */
export function readersOf(complaint: Read): readonly Reader[] {
  const { readers } = complaint.dossier
  if (readers.length > 0) return readers
  const known = ofEarlierVersion.get(complaint) ?? appointReaders(complaint).dossier.readers
  ofEarlierVersion.set(complaint, known)
  return known
}
