import { movedBy, recountCorrected } from '../case/case-clocks.ts'
import { applyDecision, madeConfidential } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { matterFields } from '../case/shape/story-fields.ts'
import { packAt } from '../offices/calendar/rule-pack.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import { type Category, privacyIn } from '../offices/tenants/tenant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'
import { correctFacts, factsOf, type GivenFacts, listCorrections } from './corrected-facts.ts'
import { guardCorrected } from './guard-corrected.ts'

interface CorrectionRequest extends GivenFacts {
  readonly reason: string
}

/**
 * Puts facts right. The reporter's own words stay as they are, the old facts stay in the history, and the dates are
 * counted as if the complaint had come with the right facts.
 * @throws Refusal `category/unknown`, `request/invalid`, `correction/nothing`
 */
export function correct(
  complaint: Complaint,
  { reason, ...given }: CorrectionRequest,
  categories: readonly Category[],
  by: Actor,
  moment: Moment,
): Complaint {
  const facts = correctFacts(complaint, given, categories, moment)
  const corrected = listCorrections(factsOf(complaint), facts)
  if (corrected.length === 0) throw new Refusal('invalid', 'correction/nothing')
  const { category, class: kind, channel, receivedAt, ...matter } = facts
  const isSameTime = receivedAt === complaint.receivedAt
  const rulePack = isSameTime ? complaint.rulePack : packAt(moment.rulePacks, receivedAt).id
  const outside = { category, class: kind, channel, receivedAt, rulePack }
  const clocks = recountCorrected(complaint.clocks, complaint, outside, moment, moment.at)
  const confidence = becomesConfidential(complaint, category, categories) ? madeConfidential : null
  return applyDecision(
    complaint,
    moment,
    {
      ...{ ...outside, receivedDay: localDateOf(receivedAt, moment.calendar), clocks, ...confidence },
      dossier: { ...matter, asFiled: complaint.dossier.asFiled ?? pickFiled(complaint), ...confidence?.dossier },
    },
    {
      ...{ event: 'corrected', by, text: reason, notice: 'message' },
      ...{ corrected, moved: movedBy(complaint.clocks, clocks) },
    },
  )
}

function becomesConfidential({ privacy }: Complaint, code: string, categories: readonly Category[]): boolean {
  const category = categories.find((one) => one.code === code)
  return category !== undefined && privacyIn(category, privacy) !== privacy
}

const pickFiled = ({ category, channel, receivedAt }: Complaint) => ({ category, channel, receivedAt })

export const correctAct: ActSteps<CorrectionRequest> = {
  words: ({ reason, ...given }) => [
    reason,
    ...matterFields.filter(({ kind }) => kind === 'line').map(({ name }) => given[name] ?? undefined),
  ],
  prepare:
    (request, { staff }) =>
    (complaint, by, moment, { categories }) => {
      const after = correct(complaint, request, categories, by, moment)
      return guardCorrected(staff, complaint, after, request.reason, by, moment)
    },
}
