import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { labelsInUse, labelsOf, MOST_ON_A_CASE, type TenantSettings } from '../offices/tenants/tenant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

export interface LabelSet {
  /** Id of a label of the unit. */
  readonly label: string
  /** `false` takes it off. */
  readonly on: boolean
}

/**
 * Sets a label of the unit's own on a case or takes it off. Staff alone read it; the history keeps the name that it
 * had then.
 * @throws Refusal `label/unknown`, also for an archived one; `label/as-it-is`, `label/too-many`
 */
export function setLabel(
  complaint: Complaint,
  { label, on }: LabelSet,
  by: Actor,
  moment: Moment,
  settings: Pick<TenantSettings, 'labels'>,
): Complaint {
  const { labels } = complaint.dossier
  if (labels.includes(label) === on) throw new Refusal('conflict', 'label/as-it-is')
  const known = (on ? labelsInUse(settings) : labelsOf(settings)).find(({ id }) => id === label)
  if (on && !known) throw new Refusal('invalid', 'label/unknown')
  if (on && labels.length >= MOST_ON_A_CASE) throw new Refusal('conflict', 'label/too-many', { most: MOST_ON_A_CASE })
  return applyDecision(
    complaint,
    moment,
    { dossier: { labels: on ? [...labels, label] : labels.filter((one) => one !== label) } },
    { event: on ? 'labelled' : 'unlabelled', by, text: known?.name ?? label, public: false },
  )
}

export const setLabelAct: ActSteps<LabelSet> = {
  words: () => [],
  prepare: (request) => (complaint, by, moment, settings) => setLabel(complaint, request, by, moment, settings),
}
