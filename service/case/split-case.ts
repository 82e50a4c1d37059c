import { Refusal } from '../shared/refusal.ts'
import { applyDecision, refuseUnlessIn } from './complaint.ts'
import type { JoinedNews, MovedFile, SplitOrder } from './shape/case-ties.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor, Moment } from './shape/history.ts'

/** A reporter follows all cases of a complaint on one page. */
export const MOST_SPLITS = 4

export const splittableStatuses = ['received', 'in_progress'] as const

/** A matter is split from the complaint that was filed, so that all of its cases are named in one place. */
export const maySplit = ({ imported, offer, dossier }: Complaint): boolean =>
  imported === null &&
  offer === null &&
  dossier.splitFrom === null &&
  dossier.joined.length === 0 &&
  dossier.splits.length < MOST_SPLITS

export function refuseUnlessSplittable(
  complaint: Complaint,
): asserts complaint is Complaint & { status: (typeof splittableStatuses)[number] } {
  refuseUnlessIn(complaint, splittableStatuses)
  if (!maySplit(complaint)) throw new Refusal('conflict', 'split/not-possible')
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** The second case tells its matter in the reporter's words: each line stands in what the officer reads of the first one. */
export function areTheirWords(chosen: string, story: string): boolean {
  const lines = linesOf(story)
  return linesOf(chosen).every((line) => lines.some((one) => one.includes(line)))
}

/**
 * The first write keeps a place for the second case and the order to make it. The reporter is notified here, once for both.
 * @param id of the split
 */
export function reserveSplit(
  complaint: Complaint,
  id: string,
  order: SplitOrder,
  by: Actor,
  moment: Moment,
): Complaint {
  const { at, newId } = moment
  const { splits, passesOn } = complaint.dossier
  const item = { id: newId(), at, to: complaint.id, join: id, kind: 'split', by, order } as const
  return applyDecision(
    complaint,
    moment,
    {
      passesOnSince: complaint.passesOnSince ?? at,
      dossier: { splits: [...splits, { id, number: null, at }], passesOn: [...passesOn, item] },
    },
    { event: 'case_split', by, text: order.because, notice: 'message' },
  )
}

/** The case of the second matter is there: the first one knows its number, and no longer has the files that moved. */
export function nameSplit(
  complaint: Complaint,
  { join, order: { moved = [] } }: Pick<Extract<JoinedNews, { kind: 'split' }>, 'join' | 'order'>,
  number: string,
): Complaint {
  const { evidenceNames, hiddenNames, fileRedactions } = complaint.dossier
  const stays = (id: string) => !moved.includes(id)
  const files = complaint.evidence.flatMap(({ id, size, sha256, browserAgreed, addedAt }, place) =>
    stays(id) ? [] : { ...{ id, size, sha256, browserAgreed, addedAt, place }, name: evidenceNames[id] ?? id },
  )
  const splits = complaint.dossier.splits.map((one) =>
    one.id === join ? { ...one, number, ...(files.length > 0 && { files }) } : one,
  )
  return {
    ...complaint,
    evidence: complaint.evidence.filter(({ id }) => stays(id)),
    dossier: {
      ...complaint.dossier,
      splits,
      evidenceNames: Object.fromEntries(Object.entries(evidenceNames).filter(([id]) => stays(id))),
      hiddenNames: hiddenNames.filter(stays),
      fileRedactions: fileRedactions.filter(({ file }) => stays(file)),
    },
  }
}

/** Returns the files as they were filed, those in the second case among them. */
export function withMovedFiles({ evidence, dossier }: Pick<Complaint, 'evidence' | 'dossier'>) {
  const files: (Omit<MovedFile, 'name' | 'place'> & { readonly name: string | null })[] = evidence.map(
    ({ id, size, sha256, browserAgreed, addedAt }) => ({ id, size, sha256, browserAgreed, addedAt, name: null }),
  )
  // Each place is counted before the files of its own split left, so the last split is undone first.
  for (const { files: moved = [] } of dossier.splits.toReversed()) {
    for (const { place, ...file } of moved) files.splice(place, 0, file)
  }
  return files
}

/** The numbers of all cases of one complaint, but for this one. */
export const splitNumbers = ({ dossier }: Complaint): string[] => [
  ...(dossier.splitFrom ? [dossier.splitFrom.number] : []),
  ...dossier.splits.flatMap(({ number }) => number ?? []),
]
