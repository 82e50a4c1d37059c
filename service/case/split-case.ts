import { Refusal } from '../shared/refusal.ts'
import { applyDecision, refuseUnlessIn } from './complaint.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor } from './shape/history.ts'
import type { SplitOrder } from './shape/joining.ts'
import type { Moment } from './shape/moment.ts'

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

/** @throws Refusal `split/not-possible`, `case/wrong-status` */
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

/** The numbers of all cases of one complaint, but for this one. */
export const splitNumbers = ({ dossier }: Complaint): string[] => [
  ...(dossier.splitFrom ? [dossier.splitFrom.number] : []),
  ...dossier.splits.flatMap(({ number }) => number ?? []),
]
